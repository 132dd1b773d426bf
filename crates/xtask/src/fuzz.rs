//! `cargo xtask fuzz`: runs the fuzz targets on the parsers of files and of log lines.

use anyhow::Result;

use crate::tools::Toolbox;
use crate::{process, repo};

/// The fuzz targets, each with its time in seconds.
const TARGETS: &[(&str, u32)] = &[("import", 300), ("line", 60)];

/// Runs all targets, one after the other.
///
/// # Errors
///
/// If a tool cannot be installed, or a target finds an input that makes it panic.
pub(crate) fn run() -> Result<()> {
    let tools = Toolbox::for_fuzzing()?;
    for (target, seconds) in TARGETS {
        // libFuzzer needs coverage instrumentation, which only a nightly compiler has.
        let mut fuzz = process::cargo();
        fuzz.env("RUSTUP_TOOLCHAIN", "nightly").current_dir(repo::root());
        fuzz.args(["fuzz", "run", target, "--", "-rss_limit_mb=8192"]);
        fuzz.arg(format!("-max_total_time={seconds}"));
        tools.lend_to(&mut fuzz);
        process::run(&mut fuzz)?;
    }
    Ok(())
}
