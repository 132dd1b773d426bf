//! `cargo xtask assemble`, called by trunk after each build: makes every file of `dist/` that trunk can not, from
//! wasm-bindgen's glue, the hand-written element and the contract.

mod contract;
mod forms;
mod glue;
mod manifest;
pub(crate) mod pack;
mod script;
mod styles;
pub(crate) mod tables;
mod types;

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::npm;

pub(crate) fn run() -> Result<()> {
    let staging = env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from).context(
        "trunk calls this while it builds, and names its folder: use `cargo xtask dist`",
    )?;
    let glue = staging.join("heard.js");
    let wasm = staging.join("heard_bg.wasm");
    let wasm = fs::read(&wasm).with_context(|| format!("{} could not be read", wasm.display()))?;
    let release = env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release");
    // What is only tried out is packed quickly.
    let packed = if release { pack::tight(&wasm) } else { pack::gzip(&wasm) };
    forms::written(&staging, &read(&glue)?, &packed?)?;
    let contract = contract::Contract::of_repository()?;
    npm::lay_out(&staging, env!("CARGO_PKG_VERSION"), |text| forms::named(text, &contract))?;
    if release {
        forms::packed(&staging)?;
    }
    Ok(())
}

pub(crate) fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("{} could not be read", path.display()))
}

fn write(path: &Path, text: impl AsRef<[u8]>) -> Result<()> {
    fs::write(path, text).with_context(|| format!("{} is not writable", path.display()))
}
