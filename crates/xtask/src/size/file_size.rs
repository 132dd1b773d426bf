//! The sizes of files, plain and compressed.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

/// Folders of `dist/` that no page loads.
const NOT_LOADED: [&str; 2] = ["npm", "docs"];

/// A file of `dist/`, with its sizes in bytes.
#[derive(Debug)]
pub(crate) struct FileSize {
    pub(crate) name: String,
    pub(crate) raw: usize,
    pub(crate) gzip: usize,
    pub(crate) brotli: usize,
}

/// All files of a folder and its subfolders, the largest first. The compressed sizes are those of the copies next to a
/// file; a file without copies is sent as it is.
///
/// # Errors
///
/// If the folder cannot be read.
pub(crate) fn of_folder(folder: &Path) -> Result<Vec<FileSize>> {
    let mut files = Vec::new();
    collect(folder, "", &mut files)?;
    files.sort_by_key(|file| std::cmp::Reverse(file.brotli));
    Ok(files)
}

fn collect(folder: &Path, prefix: &str, files: &mut Vec<FileSize>) -> Result<()> {
    let error = || format!("{} could not be read: run `cargo xtask dist`", folder.display());
    for entry in fs::read_dir(folder).with_context(error)? {
        let path = entry.with_context(error)?.path();
        let own = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if path.is_dir() {
            if !NOT_LOADED.contains(&own.as_str()) {
                collect(&path, &format!("{prefix}{own}/"), files)?;
            }
        } else if !is_copy(&path) {
            files.push(measure(format!("{prefix}{own}"), &path)?);
        }
    }
    Ok(())
}

fn is_copy(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending == "br" || ending == "gz")
}

fn measure(name: String, path: &Path) -> Result<FileSize> {
    let length = |path: &Path| {
        let length =
            fs::metadata(path).map(|file| usize::try_from(file.len()).unwrap_or(usize::MAX));
        length.with_context(|| format!("{} is missing", path.display()))
    };
    let raw = length(path)?;
    let copy =
        |ending: &str| length(Path::new(&format!("{}.{ending}", path.display()))).unwrap_or(raw);
    Ok(FileSize { name, raw, gzip: copy("gz"), brotli: copy("br") })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn copies_give_the_compressed_sizes_and_are_not_listed() {
        let folder = std::env::temp_dir().join(format!("heard-weight-{}", std::process::id()));
        fs::create_dir_all(folder.join("npm")).unwrap();
        for (name, bytes) in
            [("a.js", 900), ("a.js.gz", 300), ("a.js.br", 200), ("b.css", 40), ("npm/c.js", 5)]
        {
            fs::write(folder.join(name), vec![b'x'; bytes]).unwrap();
        }
        let files = of_folder(&folder).unwrap();
        fs::remove_dir_all(&folder).unwrap();
        let sizes: Vec<_> = files.iter().map(|f| (&*f.name, f.raw, f.gzip, f.brotli)).collect();
        assert_eq!(sizes, [("a.js", 900, 300, 200), ("b.css", 40, 40, 40)]);
    }
}
