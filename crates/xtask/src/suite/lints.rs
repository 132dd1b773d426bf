//! The format and clippy, for this machine and for the browser.

use anyhow::Result;

use crate::process::{cargo, run};
use crate::tools::{Toolbox, WASM};

/// Checks that every file is formatted.
pub(super) fn format() -> Result<()> {
    Toolbox::ensure_linters()?;
    run(cargo().args(["fmt", "--all", "--check"]))
}

/// Runs clippy over the packages that run on this machine.
pub(super) fn clippy_here() -> Result<()> {
    clippy(&["--package", "heard-core", "--package", "heard-demo", "--package", "xtask"])
}

/// Runs clippy over the packages that run in a browser.
pub(super) fn clippy_wasm() -> Result<()> {
    clippy(&["--package", "heard", "--package", "intranet", "--target", WASM])
}

fn clippy(what: &[&str]) -> Result<()> {
    Toolbox::ensure_linters()?;
    run(cargo().args(["clippy", "--all-targets"]).args(what).args(["--", "--deny", "warnings"]))
}
