//! `cargo xtask dist`: builds the files that are published, into `dist/`.

use anyhow::Result;

use crate::tools::Toolbox;
use crate::{lock, process, repo};

pub(crate) fn run() -> Result<()> {
    build()
}

/// Replaces `dist/` by a new build.
///
/// # Errors
///
/// If a tool cannot be installed, or the build fails.
pub(crate) fn build() -> Result<()> {
    let tools = Toolbox::for_release()?;
    // trunk prepares every build in the same folder inside dist/.
    let _turn = lock::hold(&repo::target(), "building")?;
    process::run(tools.trunk().args(["build", "--release"]))
}
