//! `cargo xtask bare`: runs the two commands of the README as on a machine that has nothing of this
//! project yet.
//!
//! They run in a new clone of the last commit, with an empty home folder, empty caches and an empty
//! folder for tools. Of the user's own folders they see only those of cargo and rustup.

mod cpu;
mod machine;
mod page;

use std::fs;
use std::io;
use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};

use crate::process::{read, run as execute};
use crate::repo;
use machine::Machine;

/// How long the first page may take: an hour, for a slow machine that compiles every tool.
const PATIENCE: Duration = Duration::from_secs(3600);

#[derive(Debug, clap::Args)]
pub(crate) struct Options {
    /// Use the tools in this folder instead of installing them, to save time in a second run
    #[arg(long, value_name = "FOLDER")]
    with_tools: Option<PathBuf>,
    /// Keep the temporary folder also after success
    #[arg(long)]
    keep: bool,
}

/// Runs both commands, prints what was done and how long it took, and removes everything.
///
/// # Errors
///
/// If a command fails; then its folder stays.
pub(crate) fn run(options: &Options) -> Result<()> {
    let tools = options.with_tools.as_deref().map(tools_folder).transpose()?;
    let folder = std::env::temp_dir().join(format!("heard-bare-{}", std::process::id()));
    fs::create_dir(&folder).with_context(|| format!("{} is not writable", folder.display()))?;
    println!("Everything is in {}.", folder.display());
    let outcome = try_both(&folder, tools.as_deref());
    if outcome.is_err() || options.keep {
        println!("{} is left to be looked at.", folder.display());
        return outcome;
    }
    fs::remove_dir_all(&folder)
        .with_context(|| format!("{} could not be removed", folder.display()))
}

fn try_both(folder: &Path, tools: Option<&Path>) -> Result<()> {
    let machine = Machine::set_up(folder, tools)?;
    let clone = machine.clone_folder();
    let mut log = Log::default();
    log.time("git clone", || clone_head(&clone))?;
    log.time("cargo xtask serve, until the page answers", || serve(&machine))?;
    let tested =
        log.time("cargo xtask test", || execute(machine.command("cargo").args(["xtask", "test"])));
    println!("\nOn a bare machine:\n{}", log.lines.join("\n"));
    tested
}

/// Clones the last commit of this repository; changes that are not committed are not in it.
fn clone_head(clone: &Path) -> Result<()> {
    let git = || {
        let mut git = Command::new("git");
        git.current_dir(repo::root());
        git
    };
    if !read(git().args(["status", "--porcelain"]))?.is_empty() {
        println!("Changes that are not committed are left out.");
    }
    let head = read(git().args(["rev-parse", "HEAD"]))?;
    execute(git().args(["clone", "--quiet", "--no-hardlinks", "."]).arg(clone))?;
    execute(git().current_dir(clone).args(["checkout", "--quiet", "--detach", &head]))?;
    println!("The commit is {head}.");
    Ok(())
}

/// Starts the server, waits for the page and for its wasm, and stops the server.
fn serve(machine: &Machine) -> Result<()> {
    let mut serve = machine.command("cargo");
    let port = free_port().context("no port is free")?;
    serve.args(["xtask", "serve", "--no-open", "--port"]).arg(port.to_string());
    let mut server = serve.spawn().context("cargo could not be started")?;
    let answered = page::wait(port, PATIENCE, || match server.try_wait()? {
        Some(status) => bail!("`cargo xtask serve` ended before the page answered ({status})"),
        None => Ok(()),
    });
    // It fails if the server has ended by itself, which was reported above.
    let _ = server.kill();
    server.wait().context("the server could not be stopped")?;
    answered
}

/// A port that no other program uses at the moment.
fn free_port() -> io::Result<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port())
}

/// What was done, and how long each step took.
#[derive(Debug, Default)]
struct Log {
    lines: Vec<String>,
}

impl Log {
    /// Runs a step and notes its time, also if it fails.
    fn time<T>(&mut self, name: &str, step: impl FnOnce() -> Result<T>) -> Result<T> {
        println!("\n== {name}");
        let (begun, cpu_before) = (Instant::now(), cpu::of_children());
        let outcome = step();
        let cpu =
            cpu_before.zip(cpu::of_children()).map(|(before, after)| after.saturating_sub(before));
        let verdict = if outcome.is_ok() { "ok" } else { "FAILED" };
        self.lines.push(describe(name, begun.elapsed(), cpu, verdict));
        println!("{}", self.lines[self.lines.len() - 1]);
        outcome
    }
}

fn describe(name: &str, wall: Duration, cpu: Option<Duration>, verdict: &str) -> String {
    let cpu = cpu.map_or_else(String::new, |cpu| format!(", {} of CPU time", minutes(cpu)));
    format!("-- {name}: {verdict}, {}{cpu}", minutes(wall))
}

fn minutes(time: Duration) -> String {
    format!("{} min {:02} s", time.as_secs() / 60, time.as_secs() % 60)
}

fn tools_folder(named: &Path) -> Result<PathBuf> {
    ensure!(named.is_dir(), "{} is no folder of tools", named.display());
    std::path::absolute(named).context("the folder of tools has no absolute path")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_of_tools_must_exist_and_becomes_absolute() {
        assert!(tools_folder(Path::new(".")).unwrap().is_absolute());
        assert!(tools_folder(Path::new("no-such-folder")).is_err());
    }

    #[test]
    fn a_failed_step_is_in_the_log_with_its_time() {
        let mut log = Log::default();
        assert!(log.time("a step", || -> Result<()> { bail!("no") }).is_err());
        assert!(log.lines[0].starts_with("-- a step: FAILED, 0 min 00 s"), "{:?}", log.lines);
    }

    #[test]
    fn times_are_minutes_and_seconds() {
        let cpu = Some(Duration::from_secs(1440));
        let line = describe("serve", Duration::from_secs(1132), cpu, "ok");
        assert_eq!(line, "-- serve: ok, 18 min 52 s, 24 min 00 s of CPU time");
        assert_eq!(describe("test", Duration::ZERO, None, "ok"), "-- test: ok, 0 min 00 s");
    }
}
