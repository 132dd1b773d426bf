//! The weight of files, as they are and as they travel.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::assemble::pack;

/// One file of `dist/`, in bytes.
#[derive(Debug)]
pub(crate) struct Weighed {
    pub(crate) name: String,
    pub(crate) raw: usize,
    pub(crate) gzip: usize,
    pub(crate) brotli: usize,
}

/// Every file in a folder and the folders in it, the heaviest first.
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
        let name = format!("{prefix}{own}");
        if path.is_dir() {
            collect(&path, &format!("{name}/"), files)?;
        } else {
            files.push(weigh(name, &fs::read(&path).with_context(trouble)?)?);
        }
    }
    Ok(())
}

fn weigh(name: String, bytes: &[u8]) -> Result<Weighed> {
    Ok(Weighed {
        name,
        raw: bytes.len(),
        gzip: pack::gzip(bytes)?.len(),
        brotli: pack::brotli(bytes)?.len(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn repetition_packs_well_and_brotli_packs_it_best() {
        let text = "who holds the floor, and for how long? ".repeat(400);
        let weighed = weigh("x".to_owned(), text.as_bytes()).unwrap();
        assert_eq!(weighed.raw, text.len());
        assert!(weighed.brotli < weighed.gzip && weighed.gzip < weighed.raw / 10, "{weighed:?}");
    }
}
