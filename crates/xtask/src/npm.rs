//! The npm package, written to `dist/npm`. It is not published; `npm pack` makes a tarball of that folder.

use std::fs;
use std::path::Path;

use crate::repo;
use anyhow::{Context, Result, ensure};

/// A placeholder for the version in the sources of the package.
const VERSION_PLACE: &str = "HEARD_VERSION";
/// Files of the package that are copies of files in `dist/`: the path there, and in the package.
const SHARED: &[(&str, &str)] = &[
    ("heard.js", "heard.js"),
    ("heard.d.ts", "heard.d.ts"),
    ("custom-elements.json", "custom-elements.json"),
    ("heard.mjs", "module/heard.mjs"),
    ("heard_bg.wasm", "module/heard_bg.wasm"),
];
const LICENSES: &[&str] = &["LICENSE-APACHE", "LICENSE-MIT"];

/// Writes the package beside its `npm/heard.mjs`, which the build has written into `dist` before.
///
/// `named` replaces placeholders in a source by the names of the element's contract.
///
/// # Errors
///
/// If `npm/heard.mjs` is not there, or a file cannot be read or written.
pub(crate) fn lay_out(dist: &Path, version: &str, named: impl Fn(&str) -> String) -> Result<()> {
    let npm = dist.join("npm");
    let entry = npm.join("heard.mjs");
    ensure!(entry.is_file(), "{} must be written first", entry.display());
    fs::create_dir_all(npm.join("module"))
        .with_context(|| format!("{} is not writable", npm.display()))?;
    for (from, to) in SHARED {
        copy(&dist.join(from), &npm.join(to))?;
    }
    for license in LICENSES {
        copy(&repo::root().join(license), &npm.join(license))?;
    }
    let sources = repo::root().join("src").join("embed").join("npm");
    let listed = fs::read_dir(&sources);
    for source in listed.with_context(|| format!("{} is not there", sources.display()))? {
        let source = source?;
        let text = named(&read(&source.path())?.replace(VERSION_PLACE, version));
        let place = npm.join(source.file_name());
        fs::write(&place, text).with_context(|| format!("{} is not writable", place.display()))?;
    }
    Ok(())
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    let copied = fs::copy(from, to);
    copied.with_context(|| format!("{} could not be copied", from.display())).map(drop)
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("{} could not be read", path.display()))
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use serde_json::Value;

    use super::*;

    /// A build in a folder of its own, whose files contain little more than their names.
    fn build(name: &str) -> PathBuf {
        let dist = repo::target().join("npm-tests").join(name);
        let _ = fs::remove_dir_all(&dist);
        fs::create_dir_all(dist.join("npm")).unwrap();
        fs::write(dist.join("npm/heard.mjs"), "the entry").unwrap();
        for (from, _) in SHARED {
            fs::write(dist.join(from), from).unwrap();
        }
        dist
    }

    /// The paths in a part of package.json.
    fn paths(package: &Value) -> Vec<String> {
        match package {
            Value::String(path) => vec![path.clone()],
            Value::Array(list) => list.iter().flat_map(paths).collect(),
            Value::Object(fields) => fields.values().flat_map(paths).collect(),
            _ => Vec::new(),
        }
    }

    #[test]
    fn every_file_that_the_manifest_names_is_in_the_package() {
        let dist = build("whole");
        lay_out(&dist, "7.8.9", |text| text.replace("\"HEARD_NAMES\"", "{}")).unwrap();
        let npm = dist.join("npm");
        assert_eq!(read(&npm.join("heard.mjs")).unwrap(), "the entry");
        assert_eq!(read(&npm.join("module/heard.mjs")).unwrap(), "heard.mjs");
        assert!(read(&npm.join("react.mjs")).unwrap().contains("events: EVENTS } = {};"));
        let package = read(&npm.join("package.json")).unwrap();
        let package = serde_json::from_str::<Value>(&package).unwrap();
        assert_eq!(package["version"], "7.8.9");
        let parts = ["main", "types", "customElements", "exports", "sideEffects"];
        let named = parts.iter().flat_map(|part| paths(&package[part]));
        let named: Vec<String> = named.filter(|path| !path.contains('*')).collect();
        assert!(named.len() > 12, "{named:?}");
        let missing: Vec<_> = named.iter().filter(|path| !npm.join(path).is_file()).collect();
        assert!(missing.is_empty(), "{missing:?}");
        for license in LICENSES {
            assert!(npm.join(license).is_file(), "{license}");
        }
    }

    #[test]
    fn without_its_entry_the_package_is_refused() {
        let dist = build("no-entry");
        fs::remove_file(dist.join("npm/heard.mjs")).unwrap();
        assert!(
            format!("{:#}", lay_out(&dist, "1.0.0", str::to_owned).unwrap_err())
                .contains("written first")
        );
    }
}
