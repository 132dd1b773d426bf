//! Heard's automation: `cargo xtask <command>` builds, tests, measures and checks the project.
#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a command-line program prints its results"
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
mod versions;

use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand};

/// Builds, tests, measures and checks Heard
#[derive(Debug, Parser)]
#[command(bin_name = "cargo xtask", arg_required_else_help = true)]
struct CommandLine {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Build the widget, serve it, and rebuild it at each change
    Serve(serve::Options),
    /// Build the release into dist/
    Dist,
    /// Run every check that continuous integration runs, or one group of them
    Test {
        #[arg(value_parser = suite::GROUPS)]
        group: Option<String>,
    },
    /// Run `serve` and `test` in a new clone, as on a machine without any tools (an hour)
    Bare(bare::Options),
    /// Build dist/ and run the fault tests many times (half an hour)
    Faults,
    /// Run the core's tests against small changes of its code, and count those that fail (hours)
    Mutants(mutants::Options),
    /// Fuzz the core's parsers on a nightly compiler (six minutes)
    Fuzz,
    /// Compare the size of dist/ with its budget, and list its largest parts
    Size,
    /// Check the rules that the compiler does not check
    Tidy(tidy::Options),
    /// Write the tables in the documentation anew from the element's contract
    Tables,
    /// Build dist/ and take the pictures in docs/screenshots/
    Screenshots,
    /// Generate a notebook as a file to import: a year up to now
    Demo(demo::Options),
    /// Assemble the files of dist/ (called by trunk)
    #[command(hide = true)]
    Assemble,
}

/// Exits with code 1 if the command fails. clap exits with code 2 if the command line is wrong.
fn main() -> ExitCode {
    match run(CommandLine::parse().command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nerror: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> Result<()> {
    match command {
        Command::Serve(options) => serve::run(&options),
        Command::Dist => dist::run(),
        Command::Test { group } => {
            suite::run(group.as_deref());
            Ok(())
        }
        Command::Bare(options) => bare::run(&options),
        Command::Faults => faults::run(),
        Command::Mutants(options) => mutants::run(&options),
        Command::Fuzz => fuzz::run(),
        Command::Size => size::run(),
        Command::Tidy(options) => tidy::run(&options),
        Command::Tables => assemble::tables::run(),
        Command::Screenshots => screenshots::run(),
        Command::Demo(options) => demo::run(&options),
        Command::Assemble => assemble::run(),
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;
    use clap::error::ErrorKind;

    use super::*;

    fn parse(line: &str) -> Result<Command, clap::Error> {
        let words = std::iter::once("xtask").chain(line.split_whitespace());
        CommandLine::try_parse_from(words).map(|line| line.command)
    }

    #[test]
    fn the_command_line_is_well_formed() {
        CommandLine::command().debug_assert();
    }

    #[test]
    fn each_command_takes_its_options() {
        for line in [
            "serve",
            "serve --release --port 9000 --no-open",
            "serve --port=9000",
            "test",
            "test web",
            "bare --with-tools tools --keep",
            "mutants --shard 3/20",
            "tidy --cycles",
            "demo",
            "demo --seed 7 --small demo.json",
            "demo --seed=7",
        ] {
            assert!(parse(line).is_ok(), "{line}");
        }
    }

    #[test]
    fn a_wrong_command_line_ends_with_code_2() {
        for line in [
            "",
            "build",
            "dist --fast",
            "test wbe",
            "test web e2e",
            "serve --prot 1",
            "serve --port",
            "serve --port 0",
            "serve --port 70000",
            "serve here",
            "demo --seed x",
            "demo one.json two.json",
        ] {
            assert_eq!(parse(line).unwrap_err().exit_code(), 2, "{line}");
        }
    }

    #[test]
    fn help_lists_each_command_with_what_it_does() {
        let help = parse("help").unwrap_err();
        assert_eq!((help.kind(), help.exit_code()), (ErrorKind::DisplayHelp, 0));
        for command in CommandLine::command().get_subcommands().filter(|one| !one.is_hide_set()) {
            assert!(command.get_about().is_some(), "{}", command.get_name());
            assert!(help.to_string().contains(command.get_name()));
        }
    }
}
