//! `cargo xtask size`: compares what visitors download with its budget, and lists the largest crates and functions.

mod file_size;
mod functions;
mod report;

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use file_size::FileSize;

use crate::process::{cargo, run as execute};
use crate::{dist, repo};

/// The budget of the wasm in bytes after brotli, as servers send it.
const WASM_BUDGET: usize = 365_000;

/// The profile of Cargo.toml that is the release with function names.
const PROFILE: &str = "weigh";

const CRATES_SHOWN: usize = 15;
const FUNCTIONS_SHOWN: usize = 10;

/// Prints the sizes and the largest parts; builds `dist/` if it is not there.
///
/// # Errors
///
/// If a build fails, or the wasm exceeds its budget.
pub(crate) fn run() -> Result<()> {
    if !repo::dist().join("heard_bg.wasm").is_file() {
        dist::build()?;
    }
    let fits = check();
    println!("\n{}", largest_parts()?);
    fits
}

/// Prints the sizes of `dist/` as it is.
///
/// # Errors
///
/// If `dist/` is empty, or the wasm exceeds its budget.
pub(crate) fn check() -> Result<()> {
    let files = file_size::of_folder(&repo::dist())?;
    ensure!(!files.is_empty(), "dist/ is empty: run `cargo xtask dist`");
    print!("{}", report::files(&files));
    let (line, fits) = verdict(&files, WASM_BUDGET);
    println!("{line}");
    ensure!(fits, "the wasm exceeds its budget; `cargo xtask size` lists its largest parts");
    Ok(())
}

/// A line about the budget, and whether the wasm fits it.
fn verdict(files: &[FileSize], budget: usize) -> (String, bool) {
    let wasm =
        files.iter().filter(|file| Path::new(&file.name).extension() == Some("wasm".as_ref()));
    let brotli: usize = wasm.map(|file| file.brotli).sum();
    let (size, limit) = (report::grouped(brotli), report::grouped(budget));
    (format!("Budget: the wasm has {size} of {limit} bytes after brotli."), brotli <= budget)
}

/// The largest crates and functions. The release has no function names, so it is compiled once more with them.
fn largest_parts() -> Result<String> {
    let mut build = cargo();
    build.args(["build", "--package", "heard", "--bin", "heard"]);
    build.args(["--profile", PROFILE, "--target", "wasm32-unknown-unknown"]);
    execute(&mut build)?;
    let path = repo::target().join("wasm32-unknown-unknown").join(PROFILE).join("heard.wasm");
    let bytes = fs::read(&path).with_context(|| format!("{} is missing", path.display()))?;
    let functions = functions::of_module(&bytes)?;
    Ok(report::largest(&functions, CRATES_SHOWN, FUNCTIONS_SHOWN))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(name: &str, brotli: usize) -> FileSize {
        FileSize { name: name.to_owned(), raw: 3 * brotli, gzip: 2 * brotli, brotli }
    }

    #[test]
    fn only_wasm_counts_and_one_byte_more_exceeds_the_budget() {
        let files = [file("heard.mjs", 999), file("a.wasm", 60), file("b/c.wasm", 40)];
        assert!(verdict(&files, 100).1);
        assert!(!verdict(&files, 99).1);
    }
}
