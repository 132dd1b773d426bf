//! Running `cargo test`, and counting what it says.

use std::process::Command;

use anyhow::{Result, ensure};

use super::report::{Report, TestResults};
use crate::process::{self, cargo};
use crate::repo;
use crate::tools::browser::Browser;
use crate::tools::optional::Part;

/// Tests that cannot run here: those whose path contains `filter`.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Skipped {
    pub(crate) part: Part,
    pub(crate) what: &'static str,
    pub(crate) filter: &'static str,
}

/// Runs all tests of a command, which must not have arguments for the test program yet.
///
/// # Errors
///
/// If a test fails or none is run.
pub(super) fn run(command: &mut Command, report: &mut Report) -> Result<()> {
    run_except(command, &[], &[], report)
}

/// Runs the tests of a command except those that are `skipped`. `arguments` are handed to the test
/// program. Skipped tests are counted by what the program says it has filtered out.
///
/// # Errors
///
/// If a test fails, or the program prints no result.
pub(crate) fn run_except(
    command: &mut Command,
    arguments: &[&str],
    skipped: &[Skipped],
    report: &mut Report,
) -> Result<()> {
    if !(arguments.is_empty() && skipped.is_empty()) {
        command.arg("--").args(arguments);
    }
    for Skipped { filter, .. } in skipped {
        command.args(["--skip", filter]);
    }
    let mut results = TestResults::default();
    let ended = process::run_reading(command, |line| results.read(line));
    report.add(&results);
    // The program gives one sum for all filters.
    for (at, Skipped { part, what, .. }) in skipped.iter().enumerate() {
        report.skip(*part, what, if at == 0 { results.filtered_out } else { 0 });
    }
    ended?;
    ensure!(results.programs > 0, "the tests printed no result");
    Ok(())
}

/// One of the test targets that drive a browser through `dist/`.
pub(crate) fn browser_test(name: &str, browser: &Browser) -> Command {
    let mut tests = own_tests();
    tests.args(["--test", name]);
    tests.env("HEARD_DIST", repo::dist()).env("HEARD_HOSTS", repo::hosts());
    tests.env("CHROME", &browser.chrome).env("CHROMEDRIVER", &browser.driver);
    tests
}

/// `cargo test` for this package.
pub(super) fn own_tests() -> Command {
    let mut tests = cargo();
    tests.args(["test", "--package", "xtask"]);
    if cfg!(windows) {
        // Windows does not let Cargo write over a program that is running, which this one is.
        tests.arg("--target-dir").arg(repo::target().join("xtask-tests"));
    }
    tests
}
