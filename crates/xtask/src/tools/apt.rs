//! Debian's packages: installed without asking where we are root on Debian, and nowhere else.

use std::path::Path;
use std::process::Command;

use anyhow::Result;

use super::{place, search};
use crate::{lock, process};

/// Whether packages can be installed here without a password.
pub(crate) fn is_ours() -> bool {
    Path::new("/etc/debian_version").exists()
        && search::first_on_path(&["apt-get"]).is_some()
        && process::read(Command::new("id").arg("-u")).is_ok_and(|user| user == "0")
}

/// Installs packages, after a fresh look at what there is.
pub(crate) fn install(packages: &[&str]) -> Result<()> {
    let _turn = lock::hold(&place::folder()?, "installing")?;
    println!("Installing {} with apt-get, once.", packages.join(", "));
    // Lists that are partly out of date may still hold what is needed: the next step will tell.
    if let Err(stale) = process::run(apt().args(["-qq", "update"])) {
        eprintln!("{stale:#}");
    }
    process::run(apt().args(["-qq", "install", "--yes", "--no-install-recommends"]).args(packages))
}

fn apt() -> Command {
    let mut command = Command::new("apt-get");
    command.env("DEBIAN_FRONTEND", "noninteractive").args(["-o", "DPkg::Lock::Timeout=300"]);
    command
}
