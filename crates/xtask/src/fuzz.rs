//! `cargo xtask fuzz`: random bytes against everything that reads what somebody else has written.

use anyhow::Result;

use crate::tools::Toolbox;
use crate::{process, repo};

/// What is tried, and for how many seconds.
const TARGETS: &[(&str, u32)] = &[("import", 300), ("line", 60)];

pub(crate) fn run() -> Result<()> {
    let tools = Toolbox::for_fuzzing()?;
    for (target, seconds) in TARGETS {
        // Only a nightly compiler knows how to watch which way a program goes.
        let mut fuzz = process::cargo();
        fuzz.env("RUSTUP_TOOLCHAIN", "nightly").current_dir(repo::root());
        fuzz.args(["fuzz", "run", target, "--", "-rss_limit_mb=8192"]);
        fuzz.arg(format!("-max_total_time={seconds}"));
        tools.lend_to(&mut fuzz);
        process::run(&mut fuzz)?;
    }
    Ok(())
}
