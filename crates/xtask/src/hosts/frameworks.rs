//! React, Vue, Angular, Svelte and Preact with the widget in them, from the package as npm packs it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};

use super::folders::{clear, copy_all};
use super::tarball;
use crate::tools::npm::Npm;
use crate::tools::place;
use crate::{lock, process, repo};

/// A copy of the lock file whose packages are installed: another lock file is another installation.
const INSTALLED: &str = "installed-lock.json";
const MODULES: &str = "node_modules";

/// Builds the apps of tests/frameworks into `target/hosts/frameworks`.
///
/// # Errors
///
/// If npm cannot install the frameworks, or an app cannot be built. Then no apps are there.
pub(crate) fn build(npm: &Npm) -> Result<()> {
    let hosts = repo::hosts();
    let project = project()?;
    let _turn = lock::hold(&place::folder()?, "hosting")?;
    remove()?;
    remove_sources(&project)?;
    copy_all(&repo::root().join("tests").join("frameworks"), &project, MODULES)?;
    install(npm, &project)?;
    tarball::unpack(&pack(npm, &hosts)?, &project.join(MODULES).join("heard-widget"))?;
    // The final folder is either complete or absent.
    let fresh = hosts.join("frameworks.fresh");
    clear(&fresh)?;
    let mut build = Command::new("node");
    build.arg("build.mjs").arg(&fresh).current_dir(&project);
    process::run(build.env_remove("NODE_ENV").env_remove("NODE_PATH"))?;
    let out = built();
    fs::rename(&fresh, &out).with_context(|| format!("{} is not writable", out.display()))
}

/// Removes apps that an earlier run has built.
///
/// # Errors
///
/// If the folder cannot be removed.
pub(crate) fn remove() -> Result<()> {
    clear(&built())
}

/// Whether the apps are there.
pub(crate) fn are_built() -> bool {
    built().is_dir()
}

/// Where npm installs the frameworks; the tests know it as `HEARD_NODE`. All clones share it.
///
/// # Errors
///
/// If no folder for tools is known.
pub(crate) fn project() -> Result<PathBuf> {
    Ok(place::folder()?.join("frameworks"))
}

fn built() -> PathBuf {
    repo::hosts().join("frameworks")
}

/// Installs the frameworks, unless those of this lock file are there.
fn install(npm: &Npm, project: &Path) -> Result<()> {
    let lock = project.join("package-lock.json");
    let wanted = fs::read(&lock).with_context(|| format!("{} is not there", lock.display()))?;
    let installed = project.join(INSTALLED);
    let is_same = fs::read(&installed).is_ok_and(|installed| installed == wanted);
    if is_same && project.join(MODULES).is_dir() {
        return Ok(());
    }
    println!("Installing React, Vue, Angular, Svelte and Preact.");
    process::run(npm.command("ci").arg("--prefer-offline").current_dir(project))?;
    fs::write(&installed, wanted)
        .with_context(|| format!("{} is not writable", installed.display()))
}

/// Packs the package as it would be published, and gives the path of the tarball.
fn pack(npm: &Npm, hosts: &Path) -> Result<PathBuf> {
    let package = repo::dist().join("npm");
    ensure!(package.is_dir(), "{} is not there: build the widget first", package.display());
    let folder = hosts.join("packed");
    clear(&folder)?;
    fs::create_dir_all(&folder).with_context(|| format!("{} is not writable", folder.display()))?;
    let mut pack = npm.command("pack");
    process::read(pack.arg("--pack-destination").arg(&folder).current_dir(&package))?;
    let packed = fs::read_dir(&folder)?.next().context("npm packed nothing")??;
    Ok(packed.path())
}

/// Removes what was copied last time, and keeps what npm has installed.
fn remove_sources(project: &Path) -> Result<()> {
    let Ok(listed) = fs::read_dir(project) else { return Ok(()) };
    for entry in listed {
        let entry = entry?;
        let is_kept = [INSTALLED, MODULES].iter().any(|kept| entry.file_name() == *kept);
        if !is_kept && entry.file_type()?.is_dir() {
            clear(&entry.path())?;
        } else if !is_kept {
            fs::remove_file(entry.path())
                .with_context(|| format!("{} could not be removed", entry.path().display()))?;
        }
    }
    Ok(())
}
