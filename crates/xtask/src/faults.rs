//! `cargo xtask faults`: the built widget under kills, crashes, full and damaged storage, tried often.

use anyhow::Result;

use crate::tools::browser::Browser;
use crate::tools::{firefox, webkit};
use crate::{dist, process, suite};

/// How often each fault is tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Rounds {
    /// A few times, in minutes: for every change.
    Short,
    /// Often enough to believe it: for a release.
    Long,
}

pub(crate) fn run() -> Result<()> {
    dist::build()?;
    try_all(Rounds::Long)
}

/// Tries every fault on the build that is there.
pub(crate) fn try_all(rounds: Rounds) -> Result<()> {
    if !cfg!(target_os = "linux") {
        println!("Faults are tried on Linux only, where /proc tells which processes to kill.");
        return Ok(());
    }
    let mut tests = suite::browser_test("faults", &Browser::find_or_install()?);
    let others = [
        ("Firefox", "FIREFOX", firefox::find_or_install()?),
        ("WebKitGTK", "WEBKIT", webkit::find_or_install()?),
    ];
    for (name, variable, program) in others {
        match program {
            Some(program) => drop(tests.env(variable, program)),
            None => println!("There is no {name} here, so nothing is tried in it: set {variable}."),
        }
    }
    tests.env("HEARD_FAULT_ROUNDS", rounds.word());
    // One at a time, or the faults would slow each other down; and what was measured is printed.
    tests.args(["--", "--nocapture", "--test-threads=1"]);
    process::run(&mut tests)
}

impl Rounds {
    /// As the tests know it.
    fn word(self) -> &'static str {
        match self {
            Self::Short => "short",
            Self::Long => "long",
        }
    }
}
