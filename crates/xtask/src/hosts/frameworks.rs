//! React, Vue, Angular, Svelte and Preact with the widget in them, from the package as npm packs it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::tools::{npm, place};
use crate::{lock, process, repo};

/// What npm installed last, word for word: another lock file is another installation.
const INSTALLED: &str = "installed-lock.json";
const MODULES: &str = "node_modules";

/// Builds the apps of tests/frameworks into `target/hosts/frameworks`. Without npm there are none,
/// and the tests of them are left out.
pub(crate) fn build() -> Result<()> {
    let hosts = repo::hosts();
    let out = hosts.join("frameworks");
    let project = project()?;
    let _turn = lock::hold(&place::folder()?, "hosting")?;
    fs::create_dir_all(&hosts).with_context(|| format!("{} is not writable", hosts.display()))?;
    clear(&out)?;
    let Some(npm) = npm::program() else {
        println!("There is no npm: the frameworks that host the widget are left out.");
        return Ok(());
    };
    forget(&project)?;
    copy_all(&repo::root().join("tests").join("frameworks"), &project)?;
    if let Err(error) = install(&npm, &project) {
        println!("{error:#}");
        println!("npm can not bring the frameworks that host the widget: they are left out.");
        return Ok(());
    }
    add(&npm, &project, &pack(&npm, &hosts)?)?;
    // Beside its place, so that what is there is whole.
    let fresh = hosts.join("frameworks.fresh");
    clear(&fresh)?;
    let mut build = Command::new("node");
    process::run(build.arg("build.mjs").arg(&fresh).current_dir(&project))?;
    fs::rename(&fresh, &out).with_context(|| format!("{} is not writable", out.display()))
}

/// Where npm brings them to; the tests know it as `HEARD_NODE`. It is the same for every clone, and stays where the tools are.
pub(crate) fn project() -> Result<PathBuf> {
    Ok(place::folder()?.join("frameworks"))
}

/// The frameworks themselves, once for each lock file.
fn install(npm: &Path, project: &Path) -> Result<()> {
    let lock = project.join("package-lock.json");
    let wanted = fs::read(&lock).with_context(|| format!("{} is not there", lock.display()))?;
    let installed = project.join(INSTALLED);
    if fs::read(&installed).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    println!("Installing React, Vue, Angular, Svelte and Preact, once.");
    process::run(quiet(npm, "ci").arg("--prefer-offline").current_dir(project))?;
    fs::write(&installed, wanted)
        .with_context(|| format!("{} is not writable", installed.display()))
}

/// The package as it would be published: a tarball.
fn pack(npm: &Path, hosts: &Path) -> Result<PathBuf> {
    let package = repo::dist().join("npm");
    ensure!(package.is_dir(), "{} is not there: build the widget first", package.display());
    let mut pack = quiet(npm, "pack");
    let name = process::read(pack.arg("--pack-destination").arg(hosts).current_dir(&package))?;
    // npm says the name last.
    Ok(hosts.join(name.lines().last().unwrap_or_default()))
}

/// Puts the tarball among the frameworks, without a look at the registry.
fn add(npm: &Path, project: &Path, tarball: &Path) -> Result<()> {
    // One of the same version would count as there already.
    clear(&project.join(MODULES).join("heard-widget"))?;
    let mut add = quiet(npm, "install");
    add.args(["--offline", "--no-save", "--no-package-lock"]).arg(tarball).current_dir(project);
    process::run(&mut add)
}

fn quiet(npm: &Path, command: &str) -> Command {
    let mut quiet = Command::new(npm);
    quiet.args([command, "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel", "error"]);
    quiet
}

fn clear(folder: &Path) -> Result<()> {
    if !folder.exists() {
        return Ok(());
    }
    fs::remove_dir_all(folder).with_context(|| format!("{} could not be removed", folder.display()))
}

/// Removes the apps as they were last time, and leaves what npm installed for them.
fn forget(project: &Path) -> Result<()> {
    let Ok(listed) = fs::read_dir(project) else { return Ok(()) };
    for entry in listed {
        let entry = entry?;
        let kept = [INSTALLED, MODULES].iter().any(|kept| entry.file_name() == *kept);
        if !kept && entry.file_type()?.is_dir() {
            clear(&entry.path())?;
        } else if !kept {
            fs::remove_file(entry.path())
                .with_context(|| format!("{} could not be removed", entry.path().display()))?;
        }
    }
    Ok(())
}

/// Copies a folder with all that is in it, except what npm may have installed there.
fn copy_all(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to).with_context(|| format!("{} is not writable", to.display()))?;
    let listed = fs::read_dir(from);
    for entry in listed.with_context(|| format!("{} is not there", from.display()))? {
        let entry = entry?;
        let (from, to) = (entry.path(), to.join(entry.file_name()));
        if entry.file_name() == MODULES {
            continue;
        }
        if entry.file_type()?.is_dir() {
            copy_all(&from, &to)?;
        } else {
            fs::copy(&from, &to)
                .with_context(|| format!("{} could not be copied", from.display()))?;
        }
    }
    Ok(())
}
