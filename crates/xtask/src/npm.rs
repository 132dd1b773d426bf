//! The npm package, laid out in `dist/npm`. Nothing is published: who wants it packs that folder.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use heard_core::json::Json;

use crate::repo;

/// Where the package names its version.
const VERSION_PLACE: &str = "HEARD_VERSION";
/// What the package has in common with `dist/`: there, and here.
const SHARED: &[(&str, &str)] = &[
    ("heard.js", "heard.js"),
    ("heard.d.ts", "heard.d.ts"),
    ("custom-elements.json", "custom-elements.json"),
    ("heard.mjs", "module/heard.mjs"),
    ("heard_bg.wasm", "module/heard_bg.wasm"),
];
const LICENSES: &[&str] = &["LICENSE-APACHE", "LICENSE-MIT"];

/// Lays the package out around `npm/heard.mjs`, which the build has written into `dist` before.
pub(crate) fn lay_out(dist: &Path, version: &str) -> Result<()> {
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
        let text = read(&source.path())?.replace(VERSION_PLACE, version);
        let place = npm.join(source.file_name());
        fs::write(&place, text).with_context(|| format!("{} is not writable", place.display()))?;
    }
    agrees(&read(&npm.join("custom-elements.json"))?, &read(&npm.join("react.mjs"))?)
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    let copied = fs::copy(from, to);
    copied.with_context(|| format!("{} could not be copied", from.display())).map(drop)
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("{} could not be read", path.display()))
}

/// The wrapper must know each attribute and each event that the element has, and no other.
fn agrees(manifest: &str, wrapper: &str) -> Result<()> {
    let manifest = Json::read(manifest).context("custom-elements.json is no JSON")?;
    for (what, list) in [("attributes", "ATTRIBUTES"), ("events", "EVENTS")] {
        let mut promised = named(&manifest, what);
        ensure!(!promised.is_empty(), "custom-elements.json names no {what}");
        let mut known = listed(wrapper, list)
            .with_context(|| format!("react.mjs has no list called {list}"))?;
        promised.sort_unstable();
        known.sort_unstable();
        let both = format!("{known:?}, but the element's are {promised:?}");
        ensure!(promised == known, "the {what} of react.mjs are {both}");
    }
    Ok(())
}

/// The names under a heading of the manifest's first element.
fn named<'a>(manifest: &'a Json, heading: &str) -> Vec<&'a str> {
    let modules = items(manifest.field("modules"));
    let mut elements = modules.flat_map(|module| items(module.field("declarations")));
    let element = elements.find(|declared| declared.field("tagName").is_some());
    let names = items(element.and_then(|element| element.field(heading)));
    names.filter_map(|one| one.field("name")?.text()).collect()
}

fn items<'a, 'b>(list: Option<&'a Json<'b>>) -> impl Iterator<Item = &'a Json<'b>> {
    match list {
        Some(Json::List(list)) => list.iter(),
        _ => [].iter(),
    }
}

/// The texts of a list in a script.
fn listed<'a>(script: &'a str, list: &str) -> Option<Vec<&'a str>> {
    let (_, rest) = script.split_once(&format!("const {list} = ["))?;
    let (texts, _) = rest.split_once(']')?;
    Some(texts.split('"').skip(1).step_by(2).collect())
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;

    const SCRIPT: &str = "const ATTRIBUTES = [\n  \"a-b\", \"c\",\n];\nconst EVENTS = [\"x-y\"];\n";
    const MANIFEST: &str = r#"{ "modules": [{ "declarations": [{ "name": "Other" }, {
        "tagName": "x-x", "attributes": [{ "name": "c" }, { "name": "a-b" }],
        "events": [{ "name": "x-y" }] }] }] }"#;

    #[test]
    fn the_wrapper_must_know_what_the_element_has() {
        agrees(MANIFEST, SCRIPT).unwrap();
        let refusal = |script: &str| format!("{:#}", agrees(MANIFEST, script).unwrap_err());
        assert!(refusal(&SCRIPT.replace("x-y", "x-z")).contains("[\"x-z\"]"));
        assert!(refusal(&SCRIPT.replace(", \"c\"", "")).contains("attributes"));
        assert!(refusal("const ATTRIBUTES = [\"a-b\", \"c\"];").contains("called EVENTS"));
        assert!(agrees("{}", SCRIPT).is_err());
    }

    /// A build in a folder of its own, with files that hold little more than their names.
    fn build(name: &str) -> PathBuf {
        let dist = repo::target().join("npm-tests").join(name);
        let _ = fs::remove_dir_all(&dist);
        fs::create_dir_all(dist.join("npm")).unwrap();
        fs::write(dist.join("npm/heard.mjs"), "the entry").unwrap();
        for (from, _) in SHARED {
            fs::write(dist.join(from), from).unwrap();
        }
        let wrapper = read(&repo::root().join("src/embed/npm/react.mjs")).unwrap();
        let names = |list| {
            let names = listed(&wrapper, list).unwrap();
            names.iter().map(|name| format!(r#"{{ "name": "{name}" }}"#)).collect::<Vec<_>>()
        };
        let (attributes, events) = (names("ATTRIBUTES").join(","), names("EVENTS").join(","));
        let element =
            format!(r#""tagName": "x", "attributes": [{attributes}], "events": [{events}]"#);
        let manifest = format!(r#"{{ "modules": [{{ "declarations": [{{ {element} }}] }}] }}"#);
        fs::write(dist.join("custom-elements.json"), manifest).unwrap();
        dist
    }

    /// The paths in a part of package.json.
    fn paths(package: &Json) -> Vec<String> {
        match package {
            Json::Text(path) => vec![path.clone()],
            Json::List(list) => list.iter().flat_map(paths).collect(),
            Json::Object(fields) => fields.iter().flat_map(|(_, value)| paths(value)).collect(),
            _ => Vec::new(),
        }
    }

    #[test]
    fn all_that_the_package_names_is_in_it() {
        let dist = build("whole");
        lay_out(&dist, "7.8.9").unwrap();
        let npm = dist.join("npm");
        assert_eq!(read(&npm.join("heard.mjs")).unwrap(), "the entry");
        assert_eq!(read(&npm.join("module/heard.mjs")).unwrap(), "heard.mjs");
        let package = read(&npm.join("package.json")).unwrap();
        let package = Json::read(&package).unwrap();
        assert_eq!(package.field("version").unwrap().text(), Some("7.8.9"));
        let parts = ["main", "types", "customElements", "exports", "sideEffects"];
        let named = parts.iter().flat_map(|part| paths(package.field(part).unwrap()));
        let named: Vec<String> = named.filter(|path| !path.contains('*')).collect();
        assert!(named.len() > 12, "{named:?}");
        let missing: Vec<_> = named.iter().filter(|path| !npm.join(path).is_file()).collect();
        assert!(missing.is_empty(), "{missing:?}");
        for license in LICENSES {
            assert!(npm.join(license).is_file(), "{license}");
        }
    }

    #[test]
    fn without_its_entry_there_is_no_package() {
        let dist = build("no-entry");
        fs::remove_file(dist.join("npm/heard.mjs")).unwrap();
        assert!(format!("{:#}", lay_out(&dist, "1.0.0").unwrap_err()).contains("written first"));
    }
}
