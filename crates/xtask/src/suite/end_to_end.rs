//! The tests that drive a browser through `dist/`, alone and inside of the frameworks' apps.

use anyhow::{Context, Result};

use super::cargo_tests::{self, Skipped, browser_test};
use super::report::Report;
use crate::hosts;
use crate::tools::axe;
use crate::tools::browser::Browser;
use crate::tools::npm::Npm;
use crate::tools::optional::{self, Part};

const FRAMEWORKS: &str = "frameworks";
const AXE: &str = "axe-core";

/// Builds the apps of the frameworks.
///
/// # Errors
///
/// If npm is missing or fails, unless the environment allows that.
pub(super) fn frameworks(report: &mut Report) -> Result<()> {
    hosts::frameworks::remove()?;
    let built = npm().and_then(|npm| hosts::frameworks::build(&npm));
    if accepted(built)?.is_some() {
        report.pass();
    } else {
        report.skip(Part::Npm, FRAMEWORKS, 1);
    }
    Ok(())
}

/// Runs the end-to-end tests, without those of frameworks that were not built and without axe-core
/// if npm did not install it.
///
/// # Errors
///
/// If Chromium is missing, axe-core is missing and the environment does not allow that, or a test
/// fails.
pub(super) fn tests(report: &mut Report) -> Result<()> {
    let mut tests = browser_test("e2e", &Browser::find_or_install()?);
    tests.env("HEARD_NODE", hosts::frameworks::project()?);
    let mut skipped = Vec::new();
    if !hosts::frameworks::are_built() && optional::is_allowed(Part::Npm)? {
        skipped.push(Skipped { part: Part::Npm, what: FRAMEWORKS, filter: "frameworks::" });
    }
    // An empty name tells the tests to do without axe-core.
    let script = accepted(npm().and_then(|npm| axe::script(&npm)))?;
    if script.is_none() {
        skipped.push(Skipped { part: Part::Npm, what: AXE, filter: "axe::" });
    }
    tests.env("HEARD_AXE", script.unwrap_or_default());
    cargo_tests::run_except(&mut tests, &[], &skipped, report)
}

fn npm() -> Result<Npm> {
    Npm::find()?.context("npm or node is not on the path")
}

/// What npm was asked for; `None` if it failed and the environment allows that.
fn accepted<T>(result: Result<T>) -> Result<Option<T>> {
    match result {
        Ok(value) => Ok(Some(value)),
        Err(error) if optional::is_allowed(Part::Npm)? => {
            println!("Skipped, since HEARD_ALLOW_MISSING names npm: {error:#}");
            Ok(None)
        }
        Err(error) => Err(error),
    }
}
