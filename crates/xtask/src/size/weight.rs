//! The weight of files, as they are and as they travel.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

/// What a page loads lies in `dist/` itself; these folders are for others.
const FOR_OTHERS: [&str; 2] = ["npm", "docs"];

/// One file of `dist/`, in bytes.
#[derive(Debug)]
pub(crate) struct Weighed {
    pub(crate) name: String,
    pub(crate) raw: usize,
    pub(crate) gzip: usize,
    pub(crate) brotli: usize,
}

/// Every file in a folder and the folders in it, the heaviest first. What it weighs packed is read off its twins; what has none
/// travels as it is.
pub(crate) fn of_folder(folder: &Path) -> Result<Vec<Weighed>> {
    let mut files = Vec::new();
    collect(folder, "", &mut files)?;
    files.sort_by_key(|file| std::cmp::Reverse(file.brotli));
    Ok(files)
}

fn collect(folder: &Path, prefix: &str, files: &mut Vec<Weighed>) -> Result<()> {
    let trouble = || format!("{} could not be read: run `cargo xtask dist`", folder.display());
    for entry in fs::read_dir(folder).with_context(trouble)? {
        let path = entry.with_context(trouble)?.path();
        let own = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if path.is_dir() {
            if !FOR_OTHERS.contains(&own.as_str()) {
                collect(&path, &format!("{prefix}{own}/"), files)?;
            }
        } else if !is_twin(&path) {
            files.push(weigh(format!("{prefix}{own}"), &path)?);
        }
    }
    Ok(())
}

fn is_twin(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending == "br" || ending == "gz")
}

fn weigh(name: String, path: &Path) -> Result<Weighed> {
    let length = |path: &Path| {
        let length =
            fs::metadata(path).map(|file| usize::try_from(file.len()).unwrap_or(usize::MAX));
        length.with_context(|| format!("{} is missing", path.display()))
    };
    let raw = length(path)?;
    let twin =
        |ending: &str| length(Path::new(&format!("{}.{ending}", path.display()))).unwrap_or(raw);
    Ok(Weighed { name, raw, gzip: twin("gz"), brotli: twin("br") })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_weighs_what_its_twins_weigh_and_they_are_no_files_of_their_own() {
        let folder = std::env::temp_dir().join(format!("heard-weight-{}", std::process::id()));
        fs::create_dir_all(folder.join("npm")).unwrap();
        for (name, bytes) in
            [("a.js", 900), ("a.js.gz", 300), ("a.js.br", 200), ("b.css", 40), ("npm/c.js", 5)]
        {
            fs::write(folder.join(name), vec![b'x'; bytes]).unwrap();
        }
        let files = of_folder(&folder).unwrap();
        fs::remove_dir_all(&folder).unwrap();
        let told: Vec<_> = files.iter().map(|f| (&*f.name, f.raw, f.gzip, f.brotli)).collect();
        assert_eq!(told, [("a.js", 900, 300, 200), ("b.css", 40, 40, 40)]);
    }
}
