//! The programs that building and testing need: found on this machine, or installed once into the
//! folder for tools. Each command asks only for the programs that it needs.

mod apt;
pub(crate) mod axe;
pub(crate) mod browser;
mod cargo_tool;
pub(crate) mod firefox;
pub(crate) mod npm;
pub(crate) mod optional;
pub(crate) mod place;
mod progress;
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
use cargo_tool::{Build, CargoTool};

use crate::{repo, versions};

pub(crate) use rust::WASM;

/// The packages in which wasm-bindgen spends most of its time. Without optimisation each build of the
/// page takes three seconds longer.
const BUSY_IN_WASM_BINDGEN: &[&str] =
    &["gimli", "walrus", "wasm-bindgen-cli-support", "wasm-encoder", "wasmparser"];

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

    /// For mutation tests of the core.
    pub(crate) fn for_mutants() -> Result<Self> {
        Self::of("cargo-mutants", "27.1.0", &["cargo-mutants"])
    }

    /// For fuzzing.
    pub(crate) fn for_fuzzing() -> Result<Self> {
        Self::of("cargo-fuzz", "0.13.2", &["cargo-fuzz"])
    }

    fn of(package: &'static str, version: &str, binaries: &'static [&'static str]) -> Result<Self> {
        let build = Build::Quick { optimised: &[], default_features: true };
        let tool = CargoTool { package, version: version.to_owned(), binaries, build };
        Ok(Self { folders: vec![tool.folder()?] })
    }

    /// For formatting and linting, both for this machine and for the browser.
    pub(crate) fn ensure_linters() -> Result<()> {
        rust::ensure_component("rustfmt", "cargo-fmt")?;
        rust::ensure_component("clippy", "cargo-clippy")?;
        rust::ensure_wasm_target()
    }

    /// trunk, with the repository as its folder.
    pub(crate) fn trunk(&self) -> Command {
        let mut command = Command::new(search::name_of("trunk"));
        command.current_dir(repo::root()).env("TRUNK_SKIP_VERSION_CHECK", "true");
        // trunk parses this variable as a boolean, and fails at the usual `NO_COLOR=1`.
        if env::var_os("NO_COLOR").is_some() {
            command.env("NO_COLOR", "true");
        }
        self.lend_to(&mut command);
        command
    }

    /// Puts these programs first on the path of a command.
    pub(crate) fn lend_to(&self, command: &mut Command) {
        command.env("PATH", self.path());
    }

    fn path(&self) -> OsString {
        let inherited = env::var_os("PATH").unwrap_or_default();
        let all = self.folders.iter().cloned().chain(env::split_paths(&inherited));
        // Joining fails if a folder's name contains the separator; then the path stays as it is.
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
        build: Build::Quick { optimised: &[], default_features: false },
    })
}

/// The tool of exactly the library's version: the format that both read has no stable form.
fn wasm_bindgen() -> Result<CargoTool> {
    let lock = text_of("Cargo.lock")?;
    let version = versions::locked(&lock, "wasm-bindgen");
    let version = version.first().context("Cargo.lock does not name wasm-bindgen")?;
    Ok(CargoTool {
        package: "wasm-bindgen-cli",
        version: (*version).to_owned(),
        binaries: &["wasm-bindgen", "wasm-bindgen-test-runner"],
        build: Build::Quick { optimised: BUSY_IN_WASM_BINDGEN, default_features: false },
    })
}

fn text_of(name: &str) -> Result<String> {
    let path = repo::root().join(name);
    fs::read_to_string(&path).with_context(|| format!("{} could not be read", path.display()))
}
