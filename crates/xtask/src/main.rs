//! Heard's automation, written in Rust: `cargo xtask <command>`.
#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a command-line program speaks through them"
)]

mod assemble;
mod bare;
mod demo;
mod dist;
mod faults;
mod fuzz;
mod hosts;
mod lock;
mod mutants;
mod npm;
mod process;
mod repo;
mod screenshots;
mod serve;
mod size;
mod suite;
mod tidy;
mod tools;
mod usage;
mod versions;

use std::env;
use std::process::ExitCode;

use usage::{COMMANDS, Misused};

fn main() -> ExitCode {
    let words: Vec<String> = env::args().skip(1).collect();
    let Some((name, rest)) = words.split_first() else {
        println!("{}", usage::text());
        return ExitCode::SUCCESS;
    };
    if ["help", "--help", "-h"].contains(&name.as_str()) {
        println!("{}", usage::text());
        return ExitCode::SUCCESS;
    }
    let Some(command) = COMMANDS.iter().find(|command| command.name == name) else {
        eprintln!("There is no command `{name}`.\n\n{}", usage::text());
        return ExitCode::from(2);
    };
    match (command.run)(rest) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => fail(&error),
    }
}

/// A wrong command line ends with 2, as is the custom; work that went wrong ends with 1.
fn fail(error: &anyhow::Error) -> ExitCode {
    eprintln!("\nerror: {error:#}");
    if error.is::<Misused>() { ExitCode::from(2) } else { ExitCode::FAILURE }
}
