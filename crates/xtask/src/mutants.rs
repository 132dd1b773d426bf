//! `cargo xtask mutants`: changes the core in small ways, and counts how many of them a test notices.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};

use crate::tools::Toolbox;
use crate::{process, repo};

/// So many of a hundred changes must be noticed.
const PERCENT: usize = 90;

/// Tests that take a good part of the time of all, and see little that no other sees.
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

/// What is handed on to cargo-mutants.
#[derive(Debug, clap::Args)]
pub(crate) struct Options {
    /// Options of cargo-mutants: `--shard 3/20` tests every 20th change
    #[arg(value_name = "OPTION", trailing_var_arg = true, allow_hyphen_values = true)]
    arguments: Vec<String>,
}

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
    // A change is noticed in few cases of a property or in none, and files of fifty megabytes only take time.
    mutants.args(["--", "--lib", "--test", "core", "--"]);
    for slow in SLOW {
        mutants.args(["--skip", slow]);
    }
    mutants.env("HEARD_PROPERTY_SHARE", "20");
    tools.lend_to(&mut mutants);
    // It ends with an error when anything was missed: what counts is how much.
    let ended = process::run(&mut mutants);
    let out = out.join("mutants.out");
    let (noticed, missed) =
        (count(&out, "caught")? + count(&out, "timeout")?, count(&out, "missed")?);
    let tried = noticed + missed;
    if tried == 0 {
        return ended.context("no change was tried");
    }
    println!("\n{noticed} of {tried} changes were noticed: {} %.", noticed * 100 / tried);
    ensure!(noticed * 100 >= tried * PERCENT, "fewer than {PERCENT} % of the changes were noticed");
    Ok(())
}

fn count(out: &Path, what: &str) -> Result<usize> {
    let list = out.join(format!("{what}.txt"));
    let text =
        fs::read_to_string(&list).with_context(|| format!("{} is missing", list.display()))?;
    Ok(text.lines().count())
}
