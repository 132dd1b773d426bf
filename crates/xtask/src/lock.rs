//! File locks, so that two runs do not write the same files at the same time.

use std::fs::{self, File};
use std::path::Path;

use anyhow::{Context, Result};

/// A lock. It is released when dropped, and by the system if this program is killed.
pub(crate) struct Held {
    _file: File,
}

/// Waits until no other run is `doing` the same in this folder, and locks it.
///
/// # Errors
///
/// If the lock file cannot be written.
pub(crate) fn hold(folder: &Path, doing: &str) -> Result<Held> {
    let path = folder.join(format!("{doing}.lock"));
    let message = || format!("{} could not be locked", path.display());
    fs::create_dir_all(folder).with_context(message)?;
    let file = File::create(&path).with_context(message)?;
    if file.try_lock().is_err() {
        println!("Waiting for another run that is {doing} in {}.", folder.display());
        file.lock().with_context(message)?;
    }
    Ok(Held { _file: file })
}
