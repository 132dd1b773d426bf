//! One at a time: two runs that start together must not write over each other.

use std::fs::{self, File};
use std::path::Path;

use anyhow::{Context, Result};

/// Held until dropped; the system lets go of it even if this program is killed.
pub(crate) struct Held {
    _file: File,
}

/// Waits for its turn to do something in a folder.
pub(crate) fn hold(folder: &Path, doing: &str) -> Result<Held> {
    let path = folder.join(format!("{doing}.lock"));
    let trouble = || format!("{} could not be locked", path.display());
    fs::create_dir_all(folder).with_context(trouble)?;
    let file = File::create(&path).with_context(trouble)?;
    if file.try_lock().is_err() {
        println!("Waiting for another run that is {doing} in {}.", folder.display());
        file.lock().with_context(trouble)?;
    }
    Ok(Held { _file: file })
}
