//! wasm-opt, which makes the published wasm smaller. Any version will do: trunk tells it which
//! features of WebAssembly to allow.

use std::path::PathBuf;

use anyhow::{Context, Result};

use super::cargo_tool::{Build, CargoTool};
use super::{apt, search};

const PROGRAM: &str = "wasm-opt";

/// The folder that holds wasm-opt: among the tools, on the path, from apt, or compiled.
///
/// # Errors
///
/// If it is nowhere and cannot be compiled.
pub(crate) fn folder() -> Result<PathBuf> {
    let tool = compiled();
    if tool.is_installed()? {
        return tool.folder();
    }
    if let Some(folder) = search::folder_on_path(&[PROGRAM]) {
        return Ok(folder);
    }
    if apt::is_usable()
        && apt::install(&["binaryen"]).is_ok()
        && let Some(folder) = search::folder_on_path(&[PROGRAM])
    {
        return Ok(folder);
    }
    println!("wasm-opt is missing, so it is compiled. Faster: press Ctrl+C, and run");
    println!("`apt install binaryen`, `dnf install binaryen` or `brew install binaryen`.");
    tool.folder().context("wasm-opt could not be compiled: install binaryen, then run this again")
}

/// A crate that contains the sources of Binaryen, for systems that have no package of it.
fn compiled() -> CargoTool {
    CargoTool {
        package: "wasm-opt",
        version: "0.116.1".to_owned(),
        binaries: &[PROGRAM],
        build: Build::Optimised,
    }
}
