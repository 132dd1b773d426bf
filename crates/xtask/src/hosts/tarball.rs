//! Installing a packed npm package without npm, which would ask the registry about its neighbours.

use std::fs::{self, File};
use std::io::Read;
use std::path::{Component, Path, PathBuf};

use anyhow::{Context, Result, ensure};
use flate2::read::GzDecoder;
use tar::Archive;

use super::folders::clear;

/// Replaces the folder `into` by the files of a tarball that `npm pack` has written.
///
/// # Errors
///
/// If the tarball cannot be read, names a path outside of its folder or holds no `package.json`, or
/// if `into` is not writable.
pub(super) fn unpack(tarball: &Path, into: &Path) -> Result<()> {
    clear(into)?;
    let file = File::open(tarball);
    let file = file.with_context(|| format!("{} could not be read", tarball.display()))?;
    unpack_from(file, into)
        .with_context(|| format!("{} could not be unpacked", tarball.display()))?;
    ensure!(into.join("package.json").is_file(), "{} holds no package", tarball.display());
    Ok(())
}

fn unpack_from(gzipped: impl Read, into: &Path) -> Result<()> {
    for entry in Archive::new(GzDecoder::new(gzipped)).entries()? {
        let mut entry = entry?;
        let place = into.join(path_in_package(&entry.path()?)?);
        if let Some(folder) = place.parent() {
            fs::create_dir_all(folder)?;
        }
        entry.unpack(&place)?;
    }
    Ok(())
}

/// The path without its first folder, which npm always calls `package`.
fn path_in_package(path: &Path) -> Result<PathBuf> {
    let is_plain = path.components().all(|part| matches!(part, Component::Normal(_)));
    let inner: PathBuf = path.components().skip(1).collect();
    ensure!(is_plain && inner != Path::new(""), "`{}` is no path in a package", path.display());
    Ok(inner)
}

#[cfg(test)]
mod tests {
    use flate2::Compression;
    use flate2::write::GzEncoder;

    use super::*;
    use crate::repo;

    fn packed(files: &[(&str, &str)]) -> Vec<u8> {
        let mut archive = tar::Builder::new(GzEncoder::new(Vec::new(), Compression::fast()));
        for (path, text) in files {
            let mut header = tar::Header::new_gnu();
            header.set_size(text.len() as u64);
            header.set_mode(0o644);
            archive.append_data(&mut header, path, text.as_bytes()).unwrap();
        }
        archive.into_inner().unwrap().finish().unwrap()
    }

    /// An empty folder for one test, and the path of a tarball in it.
    fn place(name: &str, tarball: &[u8]) -> (PathBuf, PathBuf) {
        let folder = repo::target().join("tarball-tests").join(name);
        clear(&folder).unwrap();
        fs::create_dir_all(folder.join("into")).unwrap();
        fs::write(folder.join("package.tgz"), tarball).unwrap();
        (folder.join("package.tgz"), folder.join("into"))
    }

    #[test]
    fn a_package_replaces_the_one_before() {
        let files = [("package/package.json", "{}"), ("package/module/heard.mjs", "glue")];
        let (tarball, into) = place("replaces", &packed(&files));
        fs::write(into.join("stale.js"), "").unwrap();
        unpack(&tarball, &into).unwrap();
        assert_eq!(fs::read_to_string(into.join("module/heard.mjs")).unwrap(), "glue");
        assert!(into.join("package.json").is_file());
        assert!(!into.join("stale.js").exists());
    }

    #[test]
    fn what_is_no_package_is_refused() {
        let (tarball, into) = place("no-package", &packed(&[("package/readme.md", "")]));
        assert!(unpack(&tarball, &into).unwrap_err().to_string().contains("holds no package"));
        let (tarball, into) = place("no-archive", b"no archive");
        assert!(unpack(&tarball, &into).is_err());
    }

    #[test]
    fn a_path_that_leaves_the_package_is_refused() {
        assert_eq!(path_in_package(Path::new("package/a/b")).unwrap(), Path::new("a/b"));
        for path in ["package/../../b", "package", "/etc"] {
            assert!(path_in_package(Path::new(path)).is_err(), "{path}");
        }
    }

    /// Unpacking installs the package alone: it would miss dependencies of it.
    #[test]
    fn the_package_depends_on_nothing() {
        let manifest = repo::root().join("src/embed/npm/package.json");
        let manifest = fs::read_to_string(manifest).unwrap();
        let manifest: serde_json::Value = serde_json::from_str(&manifest).unwrap();
        assert!(manifest.get("dependencies").is_none());
    }
}
