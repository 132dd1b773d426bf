//! Firefox, in which the faults are tried as well.

use std::path::PathBuf;

use anyhow::Result;

use super::{apt, browser, search};

const PROGRAMS: &[&str] = &["firefox-esr", "firefox"];
const PACKAGES: &[&str] = &["firefox-esr"];
/// Where macOS installs it.
const ON_MACOS: &str = "/Applications/Firefox.app/Contents/MacOS/firefox";

/// The program that the environment names, that is on the path, or that apt can install; `None` if
/// there is none.
///
/// # Errors
///
/// If the variable `FIREFOX` names no file.
pub(crate) fn find_or_install() -> Result<Option<PathBuf>> {
    if let Some(found) = find()? {
        return Ok(Some(found));
    }
    if apt::is_usable() && apt::install(PACKAGES).is_ok() { find() } else { Ok(None) }
}

fn find() -> Result<Option<PathBuf>> {
    let on_macos = || Some(PathBuf::from(ON_MACOS)).filter(|path| path.is_file());
    let on_path = || search::first_on_path(PROGRAMS);
    Ok(browser::named("FIREFOX")?.or_else(on_path).or_else(on_macos))
}
