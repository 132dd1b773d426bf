//! `cargo xtask mutants`: mutation testing of the core with cargo-mutants. It makes small changes to the code, one at a
//! time, and counts those that a test detects.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};

use crate::tools::Toolbox;
use crate::{process, repo};

/// The least share of detected changes, in percent.
const LEAST_PERCENT: usize = 90;

/// Tests that take long and detect little that the others do not detect.
const SLOW: [&str; 8] = [
    "ten_years",
    "one_long_text",
    "hundreds_of_thousands",
    "many_meetings",
    "more_events",
    "at_every_step_the_parts_are_the_whole",
    "what_has_been_tried_elsewhere_is_text_here",
    "every_letter_there_is_survives_the_writing",
];

/// What is passed to cargo-mutants.
#[derive(Debug, clap::Args)]
pub(crate) struct Options {
    /// Options of cargo-mutants: `--shard 3/20` tests every 20th change
    #[arg(value_name = "OPTION", trailing_var_arg = true, allow_hyphen_values = true)]
    arguments: Vec<String>,
}

/// Tests the changes and prints the share of those that are detected.
///
/// # Errors
///
/// If cargo-mutants cannot run, or detects less than `LEAST_PERCENT`.
pub(crate) fn run(options: &Options) -> Result<()> {
    let tools = Toolbox::for_mutants()?;
    let out = repo::target().join("mutants");
    fs::create_dir_all(&out).with_context(|| format!("{} is not writable", out.display()))?;
    let mut mutants = process::cargo();
    mutants.args(["mutants", "--package", "heard-core", "--profile", "mutants"]);
    mutants
        .args(["--jobs", "2", "--timeout", "120", "--output"])
        .arg(&out)
        .args(&options.arguments);
    // The slow tests, and most cases of the property tests, detect next to nothing more.
    mutants.args(["--", "--lib", "--test", "core", "--"]);
    for slow in SLOW {
        mutants.args(["--skip", slow]);
    }
    mutants.env("HEARD_PROPERTY_SHARE", "20");
    tools.lend_to(&mut mutants);
    // It fails if any change is missed, so its exit code does not decide.
    let ended = process::run(&mut mutants);
    let out = out.join("mutants.out");
    let (detected, missed) =
        (count(&out, "caught")? + count(&out, "timeout")?, count(&out, "missed")?);
    let tested = detected + missed;
    if tested == 0 {
        return ended.context("no change was tested");
    }
    println!("\n{detected} of {tested} changes were detected: {} %.", detected * 100 / tested);
    ensure!(
        detected * 100 >= tested * LEAST_PERCENT,
        "fewer than {LEAST_PERCENT} % of the changes were detected"
    );
    Ok(())
}

/// The number of lines of a list in the output folder.
fn count(out: &Path, what: &str) -> Result<usize> {
    let list = out.join(format!("{what}.txt"));
    let text =
        fs::read_to_string(&list).with_context(|| format!("{} is missing", list.display()))?;
    Ok(text.lines().count())
}
