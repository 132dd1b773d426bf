//! `cargo xtask screenshots`: the published widget, photographed for the documentation.

use anyhow::Result;

use crate::tools::browser::Browser;
use crate::{dist, process, repo, suite};

pub(crate) fn run() -> Result<()> {
    dist::build()?;
    let folder = repo::root().join("docs").join("screenshots");
    let mut camera = suite::browser_test("screenshots", &Browser::find_or_install()?);
    process::run(camera.env("HEARD_SHOTS", folder))
}
