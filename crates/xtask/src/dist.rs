//! `cargo xtask dist`: the widget as it is published, in `dist/`.

use anyhow::Result;

use crate::tools::Toolbox;
use crate::{lock, process, repo, usage};

pub(crate) fn run(words: &[String]) -> Result<()> {
    usage::takes_nothing("dist", words)?;
    build()
}

/// Builds `dist/` anew, with the tools it needs.
pub(crate) fn build() -> Result<()> {
    let tools = Toolbox::for_release()?;
    // trunk prepares every build in one and the same folder inside dist/.
    let _turn = lock::hold(&repo::target(), "building")?;
    process::run(tools.trunk().args(["build", "--release"]))
}
