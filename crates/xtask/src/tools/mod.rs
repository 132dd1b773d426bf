//! The programs that building and testing need: found, or installed once, into a place that later
//! runs find again. Nothing here asks for more than the command at hand needs.

mod apt;
pub(crate) mod axe;
pub(crate) mod browser;
mod cargo_tool;
pub(crate) mod firefox;
pub(crate) mod npm;
pub(crate) mod place;
mod rust;
mod search;
mod wasm_opt;
pub(crate) mod webkit;

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};
use cargo_tool::CargoTool;

use crate::{repo, versions};

/// Folders of programs, to be searched before all others.
pub(crate) struct Toolbox {
    folders: Vec<PathBuf>,
}

impl Toolbox {
    /// For `trunk serve`.
    pub(crate) fn for_development() -> Result<Self> {
        rust::ensure_wasm_target()?;
        Ok(Self { folders: vec![trunk()?.folder()?, wasm_bindgen()?.folder()?] })
    }

    /// For `trunk build --release`, which also optimises.
    pub(crate) fn for_release() -> Result<Self> {
        let mut tools = Self::for_development()?;
        tools.folders.push(wasm_opt::folder()?);
        Ok(tools)
    }

    /// For tests that run as WebAssembly in a browser.
    pub(crate) fn for_web_tests() -> Result<Self> {
        rust::ensure_wasm_target()?;
        Ok(Self { folders: vec![wasm_bindgen()?.folder()?] })
    }

    /// For changing the core and seeing who notices.
    pub(crate) fn for_mutants() -> Result<Self> {
        Self::of("cargo-mutants", "27.1.0", &["cargo-mutants"])
    }

    /// For random bytes.
    pub(crate) fn for_fuzzing() -> Result<Self> {
        Self::of("cargo-fuzz", "0.13.2", &["cargo-fuzz"])
    }

    fn of(package: &'static str, version: &str, binaries: &'static [&'static str]) -> Result<Self> {
        let tool = CargoTool { package, version: version.to_owned(), binaries, hasty: true };
        Ok(Self { folders: vec![tool.folder()?] })
    }

    /// For formatting and linting, both for this machine and for the browser.
    pub(crate) fn ensure_linters() -> Result<()> {
        rust::ensure_component("rustfmt", "cargo-fmt")?;
        rust::ensure_component("clippy", "cargo-clippy")?;
        rust::ensure_wasm_target()
    }

    /// trunk, about to work in the repository.
    pub(crate) fn trunk(&self) -> Command {
        let mut command = Command::new(search::name_of("trunk"));
        command.current_dir(repo::root()).env("TRUNK_SKIP_VERSION_CHECK", "true");
        // trunk reads this variable as a yes or no, and stops at the usual `NO_COLOR=1`.
        if env::var_os("NO_COLOR").is_some() {
            command.env("NO_COLOR", "true");
        }
        self.lend_to(&mut command);
        command
    }

    /// Puts these programs first on the path of another.
    pub(crate) fn lend_to(&self, command: &mut Command) {
        command.env("PATH", self.path());
    }

    fn path(&self) -> OsString {
        let inherited = env::var_os("PATH").unwrap_or_default();
        let all = self.folders.iter().cloned().chain(env::split_paths(&inherited));
        // Only a folder with the separator in its name cannot be joined; then the old path stays.
        env::join_paths(all).unwrap_or(inherited)
    }
}

fn trunk() -> Result<CargoTool> {
    let config = text_of("Trunk.toml")?;
    let version = versions::trunk(&config)
        .context("Trunk.toml must name one exact version: trunk-version = \"=x.y.z\"")?;
    Ok(CargoTool {
        package: "trunk",
        version: version.to_owned(),
        binaries: &["trunk"],
        hasty: true,
    })
}

/// The tool must match the library to the last digit: both read one private format.
fn wasm_bindgen() -> Result<CargoTool> {
    let lock = text_of("Cargo.lock")?;
    let version = versions::locked(&lock, "wasm-bindgen");
    let version = version.first().context("Cargo.lock does not name wasm-bindgen")?;
    Ok(CargoTool {
        package: "wasm-bindgen-cli",
        version: (*version).to_owned(),
        binaries: &["wasm-bindgen", "wasm-bindgen-test-runner"],
        hasty: true,
    })
}

fn text_of(name: &str) -> Result<String> {
    let path = repo::root().join(name);
    fs::read_to_string(&path).with_context(|| format!("{} could not be read", path.display()))
}
