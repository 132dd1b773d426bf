//! `cargo xtask screenshots`: takes the pictures of the documentation.

use anyhow::Result;

use crate::tools::browser::Browser;
use crate::{dist, process, repo, suite};

/// Builds `dist/` and replaces the pictures in `docs/screenshots/`.
///
/// # Errors
///
/// If the build or the browser fails.
pub(crate) fn run() -> Result<()> {
    dist::build()?;
    let folder = repo::root().join("docs").join("screenshots");
    let mut test = suite::browser_test("screenshots", &Browser::find_or_install()?);
    process::run(test.env("HEARD_SHOTS", folder))
}
