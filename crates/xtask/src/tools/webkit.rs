//! `WebKitGTK`, in which the faults are tried as well: the closest to Safari that runs on Linux.

use std::path::PathBuf;

use anyhow::Result;

use super::{apt, browser, search};

/// The package of the driver contains the browser; Xvfb is a virtual screen for it.
const PACKAGES: &[&str] = &["webkit2gtk-driver", "xvfb"];
const SCREEN: &str = "Xvfb";
/// It is not on the path. These are the folders of Debian, Fedora and Arch.
const FOLDERS: &[&str] = &["/usr/lib/{machine}-linux-gnu", "/usr/libexec", "/usr/lib"];
const BUILDS: &[&str] = &["webkit2gtk-4.1", "webkitgtk-6.0", "webkit2gtk-4.0"];

/// The `MiniBrowser` that the environment names, that is in a known folder, or that apt can install;
/// `None` if there is none, or no Xvfb for it.
///
/// # Errors
///
/// If the variable `WEBKIT` names no file.
pub(crate) fn find_or_install() -> Result<Option<PathBuf>> {
    if let Some(found) = find()? {
        return Ok(Some(found));
    }
    if apt::is_usable() && apt::install(PACKAGES).is_ok() { find() } else { Ok(None) }
}

fn find() -> Result<Option<PathBuf>> {
    let found = browser::named("WEBKIT")?.or_else(|| places().find(|place| place.is_file()));
    Ok(found.filter(|_| search::first_on_path(&[SCREEN]).is_some()))
}

fn places() -> impl Iterator<Item = PathBuf> {
    let folders = FOLDERS.iter().map(|f| f.replace("{machine}", std::env::consts::ARCH));
    folders.flat_map(|folder| {
        BUILDS.iter().map(move |build| PathBuf::from(format!("{folder}/{build}/MiniBrowser")))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_folder_is_searched_for_every_build() {
        let places: Vec<_> = places().collect();
        assert_eq!(places.len(), FOLDERS.len() * BUILDS.len());
        assert!(places.contains(&PathBuf::from("/usr/libexec/webkit2gtk-4.1/MiniBrowser")));
    }
}
