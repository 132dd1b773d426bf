//! `cargo xtask test`: every check, step by step, up to the first that fails.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use anyhow::{Context, Result, ensure};

use crate::faults::{self, Rounds};
use crate::process::{cargo, run as execute};
use crate::tools::browser::Browser;
use crate::tools::{Toolbox, axe};
use crate::{dist, hosts, repo, size, tidy};

const WASM: &str = "wasm32-unknown-unknown";
/// The groups of steps that can be run alone.
pub(crate) const GROUPS: [&str; 5] = ["lint", "core", "web", "e2e", "faults"];

struct Step {
    group: &'static str,
    name: &'static str,
    run: fn() -> Result<()>,
}

/// Cheap steps first: most mistakes are found in seconds.
const STEPS: &[Step] = &[
    Step { group: "lint", name: "format", run: format },
    Step { group: "lint", name: "tidy", run: tidy::check },
    Step { group: "lint", name: "clippy on this machine", run: clippy_here },
    Step { group: "lint", name: "clippy for the browser", run: clippy_wasm },
    Step { group: "core", name: "the core", run: core },
    Step { group: "core", name: "the automation itself", run: automation },
    Step { group: "web", name: "components, in a browser", run: components },
    Step { group: "e2e", name: "build dist/", run: dist::build_once },
    Step { group: "e2e", name: "size", run: size::check },
    Step { group: "e2e", name: "frameworks that host it", run: hosts::frameworks::build },
    Step { group: "e2e", name: "build a Yew app that holds the component", run: hosts::yew::build },
    Step { group: "e2e", name: "dist/, end to end", run: end_to_end },
    Step { group: "faults", name: "build dist/, if that was not done yet", run: dist::build_once },
    Step { group: "faults", name: "faults, a short round", run: faults_shortly },
];

pub(crate) fn run(group: Option<&str>) -> Result<()> {
    let begun = Instant::now();
    let steps = STEPS.iter().filter(|step| group.is_none_or(|group| step.group == group));
    for step in steps {
        println!("\n== {}", step.name);
        let begun = Instant::now();
        (step.run)().with_context(|| format!("the step \"{}\" failed", step.name))?;
        println!("-- {}: {} s", step.name, seconds(begun));
    }
    println!("\nAll is well, after {} s.", seconds(begun));
    Ok(())
}

fn seconds(begun: Instant) -> String {
    format!("{:.1}", begun.elapsed().as_secs_f32())
}

fn format() -> Result<()> {
    Toolbox::ensure_linters()?;
    execute(cargo().args(["fmt", "--all", "--check"]))
}

fn clippy_here() -> Result<()> {
    Toolbox::ensure_linters()?;
    let packages = ["heard-core", "heard-demo", "xtask"].map(|name| ["--package", name]);
    let clippy = ["clippy", "--all-targets"];
    execute(cargo().args(clippy).args(packages.as_flattened()).args(["--", "--deny", "warnings"]))
}

fn clippy_wasm() -> Result<()> {
    Toolbox::ensure_linters()?;
    let packages = ["heard", "intranet"].map(|name| ["--package", name]);
    let clippy = ["clippy", "--all-targets", "--target", WASM];
    execute(cargo().args(clippy).args(packages.as_flattened()).args(["--", "--deny", "warnings"]))
}

fn core() -> Result<()> {
    execute(cargo().args(["test", "--package", "heard-core", "--package", "heard-demo"]))
}

fn automation() -> Result<()> {
    execute(own_tests().arg("--bins"))
}

fn components() -> Result<()> {
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
    // The runner gives up after 5 and 20 seconds, which a busy machine needs to start a browser.
    for (limit, seconds) in [("DRIVER_TIMEOUT", "60"), ("TIMEOUT", "180")] {
        let name = format!("WASM_BINDGEN_TEST_{limit}");
        tests.env(&name, env::var(&name).unwrap_or_else(|_| seconds.to_owned()));
    }
    tools.lend_to(&mut tests);
    execute(&mut tests)
}

fn end_to_end() -> Result<()> {
    let mut tests = browser_test("e2e", &Browser::find_or_install()?);
    tests.env("HEARD_NODE", hosts::frameworks::project()?);
    if let Some(script) = axe::script()? {
        tests.env("HEARD_AXE", script);
    }
    execute(&mut tests)
}

fn faults_shortly() -> Result<()> {
    faults::try_all(Rounds::Short)
}

/// One of the test targets that drive a browser through `dist/`.
pub(crate) fn browser_test(name: &str, browser: &Browser) -> Command {
    let mut tests = own_tests();
    tests.args(["--test", name]);
    tests.env("HEARD_DIST", repo::dist()).env("HEARD_HOSTS", repo::hosts());
    tests.env("CHROME", &browser.chrome).env("CHROMEDRIVER", &browser.driver);
    tests
}

fn own_tests() -> Command {
    let mut tests = cargo();
    tests.args(["test", "--package", "xtask"]);
    if cfg!(windows) {
        // Windows does not let Cargo write over the program that is running: this one.
        tests.arg("--target-dir").arg(repo::target().join("xtask-tests"));
    }
    tests
}

/// `webdriver.json`, with the browser that was found, in a file of its own.
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
    fn every_step_belongs_to_a_group_and_every_group_has_steps() {
        assert!(STEPS.iter().all(|step| GROUPS.contains(&step.group)));
        assert!(GROUPS.iter().all(|group| STEPS.iter().any(|step| step.group == *group)));
    }

    #[test]
    fn the_found_browser_joins_the_capabilities() {
        let json = with_binary("{ \"x\": { \"args\": [] } }", "C:\\chrome.exe");
        assert!(json.contains(r#""binary": "C:\\chrome.exe","#), "{json}");
    }
}
