//! Chromium and its driver, for the tests that need a real browser.

use std::env;
use std::path::PathBuf;

use anyhow::{Result, bail};

use super::{apt, search};

const CHROMES: &[&str] =
    &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const DRIVERS: &[&str] = &["chromedriver", "chromium.chromedriver"];
/// Where macOS and Windows install a browser that is not on the path.
const USUAL_PLACES: &[&str] = &[
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
];
const PACKAGES: &[&str] = &["chromium", "chromium-driver", "fonts-liberation"];

/// A browser and the program that drives it.
pub(crate) struct Browser {
    pub(crate) chrome: PathBuf,
    pub(crate) driver: PathBuf,
}

impl Browser {
    /// The programs that the environment names, that are on the path, or that apt can install.
    ///
    /// # Errors
    ///
    /// If there are none, or a variable names a file that does not exist.
    pub(crate) fn find_or_install() -> Result<Self> {
        if let Some(found) = Self::find()? {
            return Ok(found);
        }
        if apt::is_usable()
            && apt::install(PACKAGES).is_ok()
            && let Some(found) = Self::find()?
        {
            return Ok(found);
        }
        bail!("{}", advice())
    }

    fn find() -> Result<Option<Self>> {
        let chrome =
            named("CHROME")?.or_else(|| search::first_on_path(CHROMES)).or_else(in_usual_place);
        let driver = named("CHROMEDRIVER")?.or_else(|| search::first_on_path(DRIVERS));
        Ok(chrome.zip(driver).map(|(chrome, driver)| Self { chrome, driver }))
    }
}

/// The path in an environment variable; `None` if it is unset or empty.
///
/// # Errors
///
/// If it names no file.
pub(super) fn named(variable: &str) -> Result<Option<PathBuf>> {
    match env::var_os(variable).filter(|value| !value.is_empty()).map(PathBuf::from) {
        Some(path) if !path.is_file() => bail!("{variable} names no file: {}", path.display()),
        found => Ok(found),
    }
}

fn in_usual_place() -> Option<PathBuf> {
    USUAL_PLACES.iter().map(PathBuf::from).find(|path| path.is_file())
}

fn advice() -> String {
    format!(
        "The tests need Chromium (or Chrome) and a chromedriver of the same version.\n  \
         Debian   sudo apt-get install {}\n  \
         Fedora   sudo dnf install chromium chromedriver liberation-fonts\n  \
         macOS    brew install --cask google-chrome chromedriver\n  \
         Windows  winget install Google.Chrome Chromium.ChromeDriver\n\
         Or name the programs in the variables CHROME and CHROMEDRIVER.",
        PACKAGES.join(" ")
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_advice_names_every_package_and_both_variables() {
        let advice = advice();
        for word in PACKAGES.iter().chain(&["Fedora", "macOS", "Windows", "CHROMEDRIVER"]) {
            assert!(advice.contains(word), "{word}");
        }
    }
}
