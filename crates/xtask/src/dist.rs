//! `cargo xtask dist`: the widget as it is published, in `dist/`.

use std::sync::{Mutex, PoisonError};

use anyhow::Result;

use crate::tools::Toolbox;
use crate::{lock, process, repo};

pub(crate) fn run() -> Result<()> {
    build()
}

/// Builds `dist/`, unless this very run has done so: for steps that also run without each other.
pub(crate) fn build_once() -> Result<()> {
    static BUILT: Mutex<bool> = Mutex::new(false);
    // A build that panicked has built nothing, so its lock says the truth.
    let mut built = BUILT.lock().unwrap_or_else(PoisonError::into_inner);
    if !*built {
        build()?;
        *built = true;
    }
    Ok(())
}

/// Builds `dist/` anew, with the tools it needs.
pub(crate) fn build() -> Result<()> {
    let tools = Toolbox::for_release()?;
    // trunk prepares every build in one and the same folder inside dist/.
    let _turn = lock::hold(&repo::target(), "building")?;
    process::run(tools.trunk().args(["build", "--release"]))
}
