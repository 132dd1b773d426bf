//! `cargo xtask tidy`: what the compiler cannot see. Each rule is a small function over the files of
//! the repository, and each is proven, in its tests, to be able to fail.

mod bans;
mod blanks;
mod code;
mod cycles;
mod directions;
mod links;
mod machine_paths;
mod modules;
mod pins;
mod roots;
mod shape;
mod tree;

use anyhow::{Result, bail};
use tree::{Finding, Tree};

use crate::assemble::tables;

/// A name for the list that is printed, and what finds fault.
struct Rule {
    name: &'static str,
    check: fn(&Tree) -> Vec<Finding>,
}

const RULES: &[Rule] = &[
    Rule { name: "modules import only downwards", check: directions::check },
    Rule { name: "no two files import each other", check: cycles::check },
    Rule { name: "nothing that is banned where it stands", check: bans::check },
    Rule { name: "Rust files are short and introduce themselves", check: shape::check },
    Rule { name: "text ends where it should", check: blanks::check },
    Rule { name: "pinned versions agree", check: pins::check },
    Rule { name: "links lead somewhere", check: links::check },
    Rule { name: "no path of anybody's machine", check: machine_paths::check },
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

/// Prints every fault that any rule finds; one is enough to fail.
pub(crate) fn check() -> Result<()> {
    let tree = Tree::of_repository()?;
    let mut faults = 0;
    for rule in RULES {
        let findings = (rule.check)(&tree);
        faults += findings.len();
        println!("{}  {}", if findings.is_empty() { "ok  " } else { "FAIL" }, rule.name);
        for finding in findings {
            println!("      {finding}");
        }
    }
    let stale = tables::stale()?;
    println!(
        "{}  tables tell the element's contract",
        if stale.is_empty() { "ok  " } else { "FAIL" }
    );
    for name in &stale {
        println!("      {name}: `cargo xtask tables` writes them anew");
    }
    faults += stale.len();
    match faults {
        0 => Ok(()),
        1 => bail!("one thing is untidy"),
        many => bail!("{many} things are untidy"),
    }
}
