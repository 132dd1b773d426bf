//! The paths of the repository and of the folders that builds write to.

use std::env;
use std::path::{Path, PathBuf};

/// The folder of the workspace. It is found through the manifest that `cargo run` names, so a
/// repository that was moved since the last build is found, too.
pub(crate) fn root() -> PathBuf {
    let compiled = || env!("CARGO_MANIFEST_DIR").into();
    let manifest = env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(compiled);
    Path::new(&manifest).ancestors().nth(2).map_or_else(PathBuf::new, Path::to_path_buf)
}

/// The files that are published, as trunk writes them.
pub(crate) fn dist() -> PathBuf {
    root().join("dist")
}

/// Cargo's target folder.
pub(crate) fn target() -> PathBuf {
    let named = env::var_os("CARGO_TARGET_DIR").or_else(|| env::var_os("CARGO_BUILD_TARGET_DIR"));
    root().join(named.unwrap_or_else(|| "target".into()))
}

/// The built host pages, in a folder each.
pub(crate) fn hosts() -> PathBuf {
    target().join("hosts")
}
