//! npm, configured by its command line alone and with its cache among the tools.
//!
//! npm reads settings of the user and of the machine. Those that say how to reach the registry
//! stay in force; every other one that could change the result is overridden by [`SETTINGS`].

use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;

use super::{place, search};

/// Options for every npm command. A command line outranks npmrc files and environment variables.
const SETTINGS: &[&str] = &[
    "--ignore-scripts",
    "--no-audit",
    "--no-fund",
    "--no-update-notifier",
    "--loglevel=error",
    "--include=dev",
    "--include=optional",
    "--include=peer",
    "--install-strategy=hoisted",
    "--location=project",
    "--no-dry-run",
    "--no-engine-strict",
    "--no-global",
    "--no-json",
    "--no-legacy-peer-deps",
    "--no-offline",
    "--no-package-lock-only",
    "--no-strict-peer-deps",
];

/// An npm that can be run.
#[derive(Debug, Clone)]
pub(crate) struct Npm {
    program: PathBuf,
    cache: PathBuf,
}

impl Npm {
    /// The npm on the path, or `None` if npm or node, which runs it, is not there.
    ///
    /// # Errors
    ///
    /// If no folder for tools is known, in which the cache would be.
    pub(crate) fn find() -> Result<Option<Self>> {
        let program =
            search::first_on_path(&["node"]).and_then(|_| search::first_on_path(&["npm"]));
        let Some(program) = program else { return Ok(None) };
        Ok(Some(Self { program, cache: place::folder()?.join("npm-cache") }))
    }

    /// `npm <name>` with all settings; the caller adds arguments and the folder to work in.
    pub(crate) fn command(&self, name: &str) -> Command {
        let mut command = Command::new(&self.program);
        command.arg(name).args(SETTINGS).arg("--cache").arg(&self.cache);
        command
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_has_the_settings_and_the_cache_of_the_tools() {
        let npm = Npm { program: "npm".into(), cache: "/tools/npm-cache".into() };
        let command = npm.command("ci");
        let words: Vec<_> = command.get_args().filter_map(|word| word.to_str()).collect();
        assert_eq!(words[0], "ci");
        assert!(SETTINGS.iter().all(|setting| words.contains(setting)));
        assert!(words.ends_with(&["--cache", "/tools/npm-cache"]));
    }
}
