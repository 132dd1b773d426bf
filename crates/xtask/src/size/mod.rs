//! `cargo xtask size`: what visitors download, against its budget, and what weighs most in it.

mod anatomy;
mod report;
mod weight;

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use weight::Weighed;

use crate::process::{cargo, run as execute};
use crate::{dist, repo};

/// What the wasm may weigh after brotli, which is how it travels. 1 kB is 1000 bytes.
const WASM_BUDGET: usize = 310_000;

/// The profile of Cargo.toml that is the release with names.
const PROFILE: &str = "weigh";

const CRATES_SHOWN: usize = 15;
const FUNCTIONS_SHOWN: usize = 10;

pub(crate) fn run() -> Result<()> {
    if !repo::dist().join("heard_bg.wasm").is_file() {
        dist::build()?;
    }
    let fits = check();
    println!("\n{}", anatomy_of_named()?);
    fits
}

/// Weighs `dist/` as it is; too heavy is an error.
pub(crate) fn check() -> Result<()> {
    let files = weight::of_folder(&repo::dist())?;
    ensure!(!files.is_empty(), "dist/ is empty: run `cargo xtask dist`");
    print!("{}", report::files(&files));
    let (line, fits) = verdict(&files, WASM_BUDGET);
    println!("{line}");
    ensure!(fits, "the wasm is over its budget; `cargo xtask size` shows what weighs most");
    Ok(())
}

fn verdict(files: &[Weighed], budget: usize) -> (String, bool) {
    let wasm =
        files.iter().filter(|file| Path::new(&file.name).extension() == Some("wasm".as_ref()));
    let brotli: usize = wasm.map(|file| file.brotli).sum();
    let (weight, limit) = (report::grouped(brotli), report::grouped(budget));
    (format!("Budget: the wasm takes {weight} of {limit} bytes after brotli."), brotli <= budget)
}

/// The release has no names left, so it is compiled once more with them, in a profile of its own.
fn anatomy_of_named() -> Result<String> {
    let mut build = cargo();
    build.args(["build", "--package", "heard", "--bin", "heard"]);
    build.args(["--profile", PROFILE, "--target", "wasm32-unknown-unknown"]);
    execute(&mut build)?;
    let path = repo::target().join("wasm32-unknown-unknown").join(PROFILE).join("heard.wasm");
    let bytes = fs::read(&path).with_context(|| format!("{} is missing", path.display()))?;
    let functions = anatomy::functions(&bytes)?;
    Ok(report::heaviest(&functions, CRATES_SHOWN, FUNCTIONS_SHOWN))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn weighed(name: &str, brotli: usize) -> Weighed {
        Weighed { name: name.to_owned(), raw: 3 * brotli, gzip: 2 * brotli, brotli }
    }

    #[test]
    fn only_wasm_counts_and_one_byte_over_is_over() {
        let files = [weighed("heard.mjs", 999), weighed("a.wasm", 60), weighed("b/c.wasm", 40)];
        assert!(verdict(&files, 100).1);
        assert!(!verdict(&files, 99).1);
    }
}
