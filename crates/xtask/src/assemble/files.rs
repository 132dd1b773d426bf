//! Reading, writing and listing files, with errors that name the file.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// Reads a text file.
///
/// # Errors
///
/// If the file is missing or is not UTF-8.
pub(super) fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("{} could not be read", path.display()))
}

/// Writes a file, in place of what is there.
///
/// # Errors
///
/// If the file cannot be written.
pub(super) fn write(path: &Path, text: impl AsRef<[u8]>) -> Result<()> {
    fs::write(path, text).with_context(|| format!("{} is not writable", path.display()))
}

/// The files of a folder, without its subfolders, in the order of their names.
///
/// # Errors
///
/// If the folder cannot be read.
pub(super) fn list(folder: &Path) -> Result<Vec<PathBuf>> {
    let error = || format!("{} could not be read", folder.display());
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).with_context(error)? {
        let path = entry.with_context(error)?.path();
        if path.is_file() {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// Copies the files of a folder, without its subfolders, into another, which is made if necessary.
///
/// # Errors
///
/// If a file cannot be read or written.
pub(super) fn copy_all(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to).with_context(|| format!("{} could not be made", to.display()))?;
    for file in list(from)? {
        let name = file.file_name().context("a file has a name")?;
        write(&to.join(name), fs::read(&file)?)?;
    }
    Ok(())
}
