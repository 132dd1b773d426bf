//! The folder for tools: one for each user, shared by every clone of the repository.

use std::env;
use std::path::PathBuf;

use anyhow::{Context, Result};

/// `$HEARD_TOOLS`, or `heard/tools` in the system's folder for caches.
///
/// # Errors
///
/// If neither that variable nor the home folder is set.
pub(crate) fn folder() -> Result<PathBuf> {
    if let Some(named) = set("HEARD_TOOLS") {
        return std::path::absolute(named).context("HEARD_TOOLS does not name a folder");
    }
    let cache =
        cache().context("no home folder is known: set HEARD_TOOLS to a folder for tools")?;
    Ok(cache.join("heard").join("tools"))
}

fn cache() -> Option<PathBuf> {
    if cfg!(windows) {
        set("LOCALAPPDATA")
    } else if cfg!(target_os = "macos") {
        Some(set("HOME")?.join("Library").join("Caches"))
    } else {
        set("XDG_CACHE_HOME").or_else(|| Some(set("HOME")?.join(".cache")))
    }
}

/// The value of a variable; `None` if it is unset or empty.
fn set(name: &str) -> Option<PathBuf> {
    env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from)
}
