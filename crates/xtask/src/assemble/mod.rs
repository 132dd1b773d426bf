//! `cargo xtask assemble`, called by trunk after each build: writes every file of `dist/` that trunk cannot, from
//! the JavaScript of wasm-bindgen, the hand-written scripts of the element and the contract.

mod compress;
mod contract;
mod files;
mod glue;
mod manifest;
mod outputs;
mod script;
mod styles;
pub(crate) mod tables;
mod types;

use std::env;
use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::npm;

/// Writes the files into the folder that trunk names.
///
/// # Errors
///
/// If trunk does not run this command, or a file cannot be read or written.
pub(crate) fn run() -> Result<()> {
    let staging = env::var_os("TRUNK_STAGING_DIR")
        .map(PathBuf::from)
        .context("TRUNK_STAGING_DIR is not set: trunk runs this command, use `cargo xtask dist`")?;
    let glue = staging.join("heard.js");
    let wasm = staging.join("heard_bg.wasm");
    let wasm = fs::read(&wasm).with_context(|| format!("{} could not be read", wasm.display()))?;
    let release = env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release");
    // A development build need not be small.
    let gzipped = if release { compress::gzip_smallest(&wasm) } else { compress::gzip(&wasm) };
    outputs::write_all(&staging, &files::read(&glue)?, &gzipped?)?;
    let contract = contract::Contract::of_repository()?;
    npm::lay_out(&staging, env!("CARGO_PKG_VERSION"), |text| outputs::fill_names(text, &contract))?;
    if release {
        outputs::compress_all(&staging)?;
    }
    Ok(())
}
