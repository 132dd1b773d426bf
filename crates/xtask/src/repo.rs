//! Where things are: the repository and the folders that building fills.

use std::env;
use std::path::{Path, PathBuf};

/// The folder that holds the workspace. Cargo names the manifest when it runs us, so a repository
/// that was moved after the last build is still found.
pub(crate) fn root() -> PathBuf {
    let compiled = || env!("CARGO_MANIFEST_DIR").into();
    let manifest = env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(compiled);
    Path::new(&manifest).ancestors().nth(2).map_or_else(PathBuf::new, Path::to_path_buf)
}

/// What is published, as trunk leaves it.
pub(crate) fn dist() -> PathBuf {
    root().join("dist")
}

/// Cargo's own output folder.
pub(crate) fn target() -> PathBuf {
    let named = env::var_os("CARGO_TARGET_DIR").or_else(|| env::var_os("CARGO_BUILD_TARGET_DIR"));
    root().join(named.unwrap_or_else(|| "target".into()))
}

/// Host pages that have to be built, a folder each.
pub(crate) fn hosts() -> PathBuf {
    target().join("hosts")
}
