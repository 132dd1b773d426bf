//! axe-core, the accessibility checker that the browser tests load into their pages. It comes from npm.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, ensure};

use super::npm::Npm;
use super::place;
use crate::{lock, process};

const VERSION: &str = "4.11.0";

/// The path of axe-core's script, which is installed if it is not there yet.
///
/// # Errors
///
/// If npm could not install it, or the folder for tools is not writable.
pub(crate) fn script(npm: &Npm) -> Result<PathBuf> {
    let all = place::folder()?;
    let folder = all.join(format!("axe-core-{VERSION}"));
    let script = folder.join("node_modules").join("axe-core").join("axe.min.js");
    if script.is_file() {
        return Ok(script);
    }
    let _held = lock::hold(&all, "installing")?;
    if script.is_file() {
        return Ok(script);
    }
    println!("Installing axe-core {VERSION}.");
    fs::create_dir_all(&folder).with_context(|| format!("{} is not writable", folder.display()))?;
    // It makes the folder a project. Named by `--prefix` instead, the folder would also take the
    // place of the one where npm looks for the settings of the machine.
    fs::write(folder.join("package.json"), "{ \"private\": true }\n")?;
    let mut install = npm.command("install");
    install.args(["--no-save", "--no-package-lock"]).arg(format!("axe-core@{VERSION}"));
    process::run(install.current_dir(&folder))?;
    ensure!(script.is_file(), "npm did not install {}", script.display());
    Ok(script)
}
