//! Firefox, in which some tests are run again where it can be had.

use std::path::PathBuf;

use anyhow::Result;

use super::{apt, browser, search};

const PROGRAMS: &[&str] = &["firefox-esr", "firefox"];
const PACKAGES: &[&str] = &["firefox-esr"];
/// Where macOS keeps it.
const ELSEWHERE: &str = "/Applications/Firefox.app/Contents/MacOS/firefox";

/// What the environment names, what the path knows, or what apt can install. None is no error: one
/// browser is enough to work on the widget.
pub(crate) fn find_or_install() -> Result<Option<PathBuf>> {
    if let Some(found) = find()? {
        return Ok(Some(found));
    }
    if apt::is_ours() && apt::install(PACKAGES).is_ok() { find() } else { Ok(None) }
}

fn find() -> Result<Option<PathBuf>> {
    let elsewhere = || Some(PathBuf::from(ELSEWHERE)).filter(|path| path.is_file());
    let on_path = || search::first_on_path(PROGRAMS);
    Ok(browser::named("FIREFOX")?.or_else(on_path).or_else(elsewhere))
}
