//! `WebKitGTK`, in which some tests are run again where it can be had: the nearest that Linux has to Safari.

use std::path::PathBuf;

use anyhow::Result;

use super::{apt, browser, search};

/// The driver's package holds the browser; the other one, a screen for it that nobody sees.
const PACKAGES: &[&str] = &["webkit2gtk-driver", "xvfb"];
const SCREEN: &str = "Xvfb";
/// Nobody starts it by name, so no path knows it. Debian, Fedora, Arch.
const FOLDERS: &[&str] = &["/usr/lib/{machine}-linux-gnu", "/usr/libexec", "/usr/lib"];
const BUILDS: &[&str] = &["webkit2gtk-4.1", "webkitgtk-6.0", "webkit2gtk-4.0"];

/// What the environment names, where systems put it, or what apt can install. None is no error: one
/// browser is enough to work on the widget.
pub(crate) fn find_or_install() -> Result<Option<PathBuf>> {
    if let Some(found) = find()? {
        return Ok(Some(found));
    }
    if apt::is_ours() && apt::install(PACKAGES).is_ok() { find() } else { Ok(None) }
}

/// The browser, if there is a screen for it too.
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
