//! Debian's packages: installed without a question if this is Debian and the user is root.

use std::path::Path;
use std::process::Command;

use anyhow::Result;

use super::{place, search};
use crate::{lock, process};

/// Whether packages can be installed here without a password.
pub(crate) fn is_usable() -> bool {
    Path::new("/etc/debian_version").exists()
        && search::first_on_path(&["apt-get"]).is_some()
        && process::read(Command::new("id").arg("-u")).is_ok_and(|user| user == "0")
}

/// Installs packages, after an update of the package lists.
///
/// # Errors
///
/// If apt-get fails to install them.
pub(crate) fn install(packages: &[&str]) -> Result<()> {
    let _turn = lock::hold(&place::folder()?, "installing")?;
    println!("Installing {} with apt-get.", packages.join(", "));
    // An incomplete update may be enough: the installation fails if it is not.
    if let Err(error) = process::run(apt().args(["-qq", "update"])) {
        eprintln!("{error:#}");
    }
    process::run(apt().args(["-qq", "install", "--yes", "--no-install-recommends"]).args(packages))
}

fn apt() -> Command {
    let mut command = Command::new("apt-get");
    command.env("DEBIAN_FRONTEND", "noninteractive").args(["-o", "DPkg::Lock::Timeout=300"]);
    command
}
