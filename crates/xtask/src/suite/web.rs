//! The tests that run as WebAssembly in a browser, driven by `wasm-bindgen-test-runner`.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

use super::cargo_tests;
use super::report::Report;
use crate::process::cargo;
use crate::repo;
use crate::tools::browser::Browser;
use crate::tools::{Toolbox, WASM};

/// Runs the tests of the components.
///
/// # Errors
///
/// If a tool or Chromium is missing, or a test fails.
pub(super) fn components(report: &mut Report) -> Result<()> {
    let tools = Toolbox::for_web_tests()?;
    let browser = Browser::find_or_install()?;
    let mut tests = cargo();
    tests.args(["test", "--package", "heard", "--target", WASM]);
    tests.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner");
    tests.env("CHROMEDRIVER", &browser.driver);
    tests.env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", capabilities(&browser.chrome)?);
    // The runner would prefer other browsers whose drivers the environment names.
    for other in ["GECKODRIVER", "SAFARIDRIVER", "GECKODRIVER_REMOTE", "SAFARIDRIVER_REMOTE"] {
        tests.env_remove(other);
    }
    // The runner's own limits are 5 and 20 seconds; a busy machine needs longer to start a browser.
    for (limit, seconds) in [("DRIVER_TIMEOUT", "60"), ("TIMEOUT", "180")] {
        let name = format!("WASM_BINDGEN_TEST_{limit}");
        tests.env(&name, env::var(&name).unwrap_or_else(|_| seconds.to_owned()));
    }
    tools.lend_to(&mut tests);
    cargo_tests::run(&mut tests, report)
}

/// Writes `webdriver.json` with the path of the browser in it, and gives the path of the copy.
fn capabilities(chrome: &Path) -> Result<PathBuf> {
    let source = repo::root().join("webdriver.json");
    let text = fs::read_to_string(&source)
        .with_context(|| format!("{} could not be read", source.display()))?;
    let text = with_binary(&text, &chrome.to_string_lossy());
    let copy = repo::target().join("webdriver.json");
    ensure!(text.contains("\"binary\""), "{} names no \"args\"", source.display());
    fs::write(&copy, text).with_context(|| format!("{} could not be written", copy.display()))?;
    Ok(copy)
}

fn with_binary(capabilities: &str, chrome: &str) -> String {
    let path = chrome.replace('\\', "\\\\").replace('"', "\\\"");
    capabilities.replacen("\"args\"", &format!("\"binary\": \"{path}\",\n    \"args\""), 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_path_of_the_browser_is_added_to_the_capabilities() {
        let json = with_binary("{ \"x\": { \"args\": [] } }", "C:\\chrome.exe");
        assert!(json.contains(r#""binary": "C:\\chrome.exe","#), "{json}");
    }
}
