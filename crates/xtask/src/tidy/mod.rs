//! `cargo xtask tidy`: checks rules that the compiler does not check. Each rule is a function over the files of the
//! repository, and its tests show that it finds what it should.

mod bans;
mod blanks;
mod code;
mod cycles;
mod forwarding;
mod links;
mod machine_paths;
mod modules;
mod pins;
mod rooms;
mod shape;
mod tree;
mod vocabulary;

use anyhow::{Result, bail, ensure};
use tree::{Finding, Tree};

use crate::assemble::tables;

/// A rule: its name in the output, and the function that finds its violations.
struct Rule {
    name: &'static str,
    check: fn(&Tree) -> Vec<Finding>,
}

const RULES: &[Rule] = &[
    Rule { name: "modules import only from modules below them", check: rooms::check },
    Rule { name: "no two files import each other", check: cycles::check },
    Rule { name: "no banned words", check: bans::check },
    Rule { name: "Rust files are short and begin with an introduction", check: shape::check },
    Rule { name: "no file only forwards names", check: forwarding::check },
    Rule { name: "no private vocabulary", check: vocabulary::check },
    Rule { name: "no spaces at line ends", check: blanks::check },
    Rule { name: "pinned versions agree", check: pins::check },
    Rule { name: "links point to files", check: links::check },
    Rule { name: "no paths of one machine", check: machine_paths::check },
];

/// Which rules to check.
#[derive(Debug, clap::Args)]
pub(crate) struct Options {
    /// Only list the import cycles between files, with each import that is part of one
    #[arg(long)]
    cycles: bool,
}

pub(crate) fn run(options: &Options) -> Result<()> {
    if options.cycles { print_cycles() } else { check() }
}

/// Prints the import cycles between files alone, with the imports that make them.
fn print_cycles() -> Result<()> {
    match cycles::report(&Tree::of_repository()?) {
        None => println!("No files import each other."),
        Some(text) => {
            print!("{text}");
            bail!("files import each other");
        }
    }
    Ok(())
}

/// Checks all rules and prints what they find.
///
/// # Errors
///
/// If a rule finds anything, or the files cannot be read.
pub(crate) fn check() -> Result<()> {
    let tree = Tree::of_repository()?;
    let mut count = 0;
    for rule in RULES {
        let findings = (rule.check)(&tree);
        count += findings.len();
        println!("{}  {}", if findings.is_empty() { "ok  " } else { "FAIL" }, rule.name);
        for finding in findings {
            println!("      {finding}");
        }
    }
    let stale = tables::stale()?;
    println!(
        "{}  the tables in the documentation agree with the contract",
        if stale.is_empty() { "ok  " } else { "FAIL" }
    );
    for name in &stale {
        println!("      {name}: run `cargo xtask tables`");
    }
    count += stale.len();
    ensure!(count == 0, "the rules are violated in {count} places");
    Ok(())
}
