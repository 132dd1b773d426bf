//! Parts of the Rust toolchain that a minimal installation lacks.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Result, bail};

use super::search;
use crate::{process, repo};

/// The target of everything that runs in a browser.
pub(crate) const WASM: &str = "wasm32-unknown-unknown";

/// Installs the standard library for WebAssembly, unless it is there.
///
/// # Errors
///
/// If it is missing and rustup is not there or fails.
pub(crate) fn ensure_wasm_target() -> Result<()> {
    let folder = process::read(rustc().args(["--print", "target-libdir", "--target", WASM]))?;
    if Path::new(&folder).is_dir() {
        return Ok(());
    }
    if search::first_on_path(&["rustup"]).is_none() {
        bail!(
            "Rust's library for {WASM} is missing from {folder}: install it as this Rust was \
             installed (Debian: libstd-rust-dev-wasm32; Fedora: rust-std-static-{WASM}), or use \
             rustup from https://rustup.rs"
        );
    }
    process::run(rustup().args(["target", "add", WASM]))
}

/// Installs a component of the toolchain, unless its program is there.
///
/// # Errors
///
/// If it is missing and rustup is not there or fails.
pub(crate) fn ensure_component(component: &str, program: &str) -> Result<()> {
    let sysroot = PathBuf::from(process::read(rustc().args(["--print", "sysroot"]))?);
    if search::holds(&sysroot.join("bin"), &[program]) {
        return Ok(());
    }
    if search::first_on_path(&["rustup"]).is_some() {
        return process::run(rustup().args(["component", "add", component]));
    }
    match search::first_on_path(&[program]) {
        Some(_) => Ok(()),
        None => bail!("`{program}` is missing: install {component} as this Rust was installed"),
    }
}

fn rustc() -> Command {
    let mut command = Command::new("rustc");
    command.current_dir(repo::root());
    command
}

fn rustup() -> Command {
    let mut command = Command::new("rustup");
    command.current_dir(repo::root());
    command
}
