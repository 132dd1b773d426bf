//! axe-core, which looks for what keeps people out. It is JavaScript, so it comes from npm.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, ensure};

use super::{npm, place};
use crate::lock;

const VERSION: &str = "4.11.0";

/// The script, installed once for every clone. None, where there is no npm: the tests that want it say so.
pub(crate) fn script() -> Result<Option<PathBuf>> {
    let all = place::folder()?;
    let folder = all.join(format!("axe-core-{VERSION}"));
    let script = folder.join("node_modules").join("axe-core").join("axe.min.js");
    if script.is_file() {
        return Ok(Some(script));
    }
    let _held = lock::hold(&all, "installing")?;
    if script.is_file() {
        return Ok(Some(script));
    }
    let Some(npm) = npm::program() else { return Ok(None) };
    println!("Installing axe-core {VERSION}, once.");
    fs::create_dir_all(&folder).with_context(|| format!("{} is not writable", folder.display()))?;
    let mut install = Command::new(npm);
    install.args([
        "install",
        "--ignore-scripts",
        "--no-audit",
        "--no-fund",
        "--no-save",
        "--prefix",
    ]);
    install.arg(&folder).arg(format!("axe-core@{VERSION}"));
    crate::process::run(&mut install)?;
    ensure!(script.is_file(), "npm did not bring {}", script.display());
    Ok(Some(script))
}
