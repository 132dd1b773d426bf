//! wasm-opt, which makes the published wasm smaller. Any version serves: trunk tells it which
//! features to allow.

use std::path::PathBuf;

use anyhow::{Context, Result};

use super::cargo_tool::CargoTool;
use super::{apt, search};

const PROGRAM: &str = "wasm-opt";

/// The folder that holds wasm-opt.
pub(crate) fn folder() -> Result<PathBuf> {
    let tool = compiled();
    if tool.is_installed()? {
        return tool.folder();
    }
    if let Some(folder) = search::folder_on_path(&[PROGRAM]) {
        return Ok(folder);
    }
    if apt::is_ours()
        && apt::install(&["binaryen"]).is_ok()
        && let Some(folder) = search::folder_on_path(&[PROGRAM])
    {
        return Ok(folder);
    }
    println!("wasm-opt is missing. `apt install binaryen`, `dnf install binaryen` or");
    println!("`brew install binaryen` would be faster than what follows; Ctrl+C leaves you time.");
    tool.folder().context("wasm-opt could not be compiled: install binaryen, then run this again")
}

/// The version whose crate carries Binaryen's sources, for systems without a package of it.
fn compiled() -> CargoTool {
    CargoTool {
        package: "wasm-opt",
        version: "0.116.1".to_owned(),
        binaries: &[PROGRAM],
        hasty: false,
    }
}
