//! Removing and copying whole folders.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

/// Removes a folder with all that is in it. One that does not exist is no error.
///
/// # Errors
///
/// If it exists and cannot be removed.
pub(super) fn clear(folder: &Path) -> Result<()> {
    if !folder.exists() {
        return Ok(());
    }
    fs::remove_dir_all(folder).with_context(|| format!("{} could not be removed", folder.display()))
}

/// Copies a folder with all that is in it, except entries named `except`, at any depth.
///
/// # Errors
///
/// If a file cannot be read or written.
pub(super) fn copy_all(from: &Path, to: &Path, except: &str) -> Result<()> {
    fs::create_dir_all(to).with_context(|| format!("{} is not writable", to.display()))?;
    let listed = fs::read_dir(from);
    for entry in listed.with_context(|| format!("{} is not there", from.display()))? {
        let entry = entry?;
        let (from, to) = (entry.path(), to.join(entry.file_name()));
        if entry.file_name() == except {
            continue;
        }
        if entry.file_type()?.is_dir() {
            copy_all(&from, &to, except)?;
        } else {
            fs::copy(&from, &to)
                .with_context(|| format!("{} could not be copied", from.display()))?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::repo;

    #[test]
    fn a_copy_holds_everything_but_the_excepted() {
        let folder = repo::target().join("folder-tests");
        clear(&folder).unwrap();
        let (from, to) = (folder.join("from"), folder.join("to"));
        fs::create_dir_all(from.join("deep/node_modules")).unwrap();
        fs::write(from.join("deep/app.js"), "app").unwrap();
        fs::write(from.join("deep/node_modules/react.js"), "react").unwrap();
        copy_all(&from, &to, "node_modules").unwrap();
        assert_eq!(fs::read_to_string(to.join("deep/app.js")).unwrap(), "app");
        assert!(!to.join("deep/node_modules").exists());
        clear(&folder).unwrap();
        assert!(!folder.exists());
    }
}
