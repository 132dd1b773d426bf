//! `cargo xtask faults`: kills, crashes, full and damaged storage, each tried many times on `dist/`.

use anyhow::Result;

use crate::dist;
use crate::suite::cargo_tests::{self, Skipped};
use crate::suite::report::Report;
use crate::tools::browser::Browser;
use crate::tools::optional::{self, Part};
use crate::tools::{firefox, webkit};

/// The parts that the faults need and a machine may lack.
pub(crate) const NEEDS: &[Part] = if cfg!(target_os = "linux") {
    &[Part::Firefox, Part::WebKit]
} else {
    // The other browsers are of no use where no fault is tried.
    &[Part::Linux]
};
const FAULTS: &str = "faults";

/// How often each fault is tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Rounds {
    /// A few times, within minutes: for every change.
    Short,
    /// About 20 times each, within half an hour: for a release.
    Long,
}

pub(crate) fn run() -> Result<()> {
    optional::missing(NEEDS)?;
    dist::build()?;
    let mut report = Report::default();
    let outcome = run_tests(Rounds::Long, &mut report);
    println!("{report}");
    outcome
}

/// Runs the tests of the faults on the `dist/` that is there.
///
/// # Errors
///
/// If a test fails, or a browser is missing that the environment does not allow to be missing.
pub(crate) fn run_tests(rounds: Rounds, report: &mut Report) -> Result<()> {
    let missing = optional::missing(NEEDS)?;
    if missing.contains(&Part::Linux) {
        report.skip(Part::Linux, FAULTS, 1);
        return Ok(());
    }
    let mut tests = cargo_tests::browser_test("faults", &Browser::find_or_install()?);
    for (variable, program) in
        [("FIREFOX", firefox::find_or_install()?), ("WEBKIT", webkit::find_or_install()?)]
    {
        if let Some(program) = program {
            tests.env(variable, program);
        }
    }
    tests.env("HEARD_FAULT_ROUNDS", rounds.as_str());
    let skipped: Vec<Skipped> = missing.into_iter().filter_map(tests_in).collect();
    // One at a time, since several would slow each other down; what is measured is printed.
    cargo_tests::run_except(&mut tests, &["--nocapture", "--test-threads=1"], &skipped, report)
}

/// The tests that a missing browser prevents: their names contain the browser's.
fn tests_in(part: Part) -> Option<Skipped> {
    let filter = match part {
        Part::Firefox => "firefox",
        Part::WebKit => "webkit",
        Part::Npm | Part::Linux => return None,
    };
    Some(Skipped { part, what: FAULTS, filter })
}

impl Rounds {
    /// The value of the tests' variable `HEARD_FAULT_ROUNDS`.
    fn as_str(self) -> &'static str {
        match self {
            Self::Short => "short",
            Self::Long => "long",
        }
    }
}
