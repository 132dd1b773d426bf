//! The commands, in a table, and the text that lists them.

use std::fmt;

use crate::{
    assemble, bare, demo, dist, faults, fuzz, mutants, screenshots, serve, size, suite, tidy,
};

/// One word after `cargo xtask`.
pub(crate) struct Command {
    pub(crate) name: &'static str,
    takes: &'static str,
    says: &'static str,
    pub(crate) run: fn(&[String]) -> anyhow::Result<()>,
}

/// All of them, in the order in which they are listed.
pub(crate) const COMMANDS: &[Command] = &[
    Command {
        name: "serve",
        takes: "[--release] [--port N] [--no-open]",
        says: "build the widget, serve it, and build again at each change",
        run: serve::run,
    },
    Command {
        name: "dist",
        takes: "",
        says: "build what is published, into dist/",
        run: dist::run,
    },
    Command {
        name: "tables",
        takes: "",
        says: "write the tables of the documents anew from the element's contract",
        run: assemble::tables::run,
    },
    Command {
        name: "test",
        takes: "[lint|core|web|e2e|faults]",
        says: "every check, as continuous integration runs it, or one group",
        run: suite::run,
    },
    Command {
        name: "bare",
        takes: "[--with-tools FOLDER] [--keep]",
        says: "run `serve` and `test` as a new machine would: an hour or more",
        run: bare::run,
    },
    Command {
        name: "faults",
        takes: "",
        says: "build dist/ and try every fault on it, often: half an hour",
        run: faults::run,
    },
    Command {
        name: "mutants",
        takes: "[--shard K/N ...]",
        says: "change the core in small ways, and count what its tests notice: hours, or a share of them",
        run: mutants::run,
    },
    Command {
        name: "fuzz",
        takes: "",
        says: "random bytes against the readers of the core, for six minutes, on a nightly compiler",
        run: fuzz::run,
    },
    Command {
        name: "size",
        takes: "",
        says: "weigh dist/ against its budget, and name what weighs most",
        run: size::run,
    },
    Command { name: "tidy", takes: "", says: "check what the compiler cannot see", run: tidy::run },
    Command {
        name: "screenshots",
        takes: "",
        says: "build dist/ and photograph it into docs/screenshots/",
        run: screenshots::run,
    },
    Command {
        name: "demo",
        takes: "[--seed N] [--small] [FILE]",
        says: "make up a notebook: the file that `Bring in a file` takes, of a year up to now",
        run: demo::run,
    },
    Command {
        name: "assemble",
        takes: "",
        says: "trunk's hook: compose heard.mjs (not called by hand)",
        run: assemble::run,
    },
];

/// The command line asks for something that the command does not know.
#[derive(Debug)]
pub(crate) struct Misused(String);

impl fmt::Display for Misused {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl std::error::Error for Misused {}

/// An error that ends the program as a wrong command line does.
pub(crate) fn misused(says: impl Into<String>) -> anyhow::Error {
    anyhow::Error::new(Misused(says.into()))
}

/// For commands that take nothing: says so when something is given.
pub(crate) fn takes_nothing(name: &str, words: &[String]) -> anyhow::Result<()> {
    match words.first() {
        None => Ok(()),
        Some(word) => Err(misused(format!("`{name}` takes no arguments, but was given `{word}`"))),
    }
}

/// The list of commands, one line each.
pub(crate) fn text() -> String {
    let heads = COMMANDS.iter().map(|command| format!("{} {}", command.name, command.takes));
    let width = heads.clone().map(|head| head.len()).max().unwrap_or(0);
    let lines = heads.zip(COMMANDS).map(|(head, c)| format!("  {head:width$}  {}", c.says));
    let lines: Vec<String> = lines.collect();
    format!("Usage: cargo xtask <command>\n\n{}", lines.join("\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn usage_has_one_line_for_each_command() {
        assert_eq!(text().lines().count(), COMMANDS.len() + 2);
    }

    #[test]
    fn a_command_without_arguments_refuses_one() {
        assert!(takes_nothing("dist", &[]).is_ok());
        let refusal = takes_nothing("dist", &["--fast".into()]).unwrap_err();
        assert!(refusal.is::<Misused>());
    }
}
