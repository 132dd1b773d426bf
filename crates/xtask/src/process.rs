//! Running other programs, with errors that name the program.

use std::env;
use std::io::{self, Read, Write};
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, ensure};

use crate::repo;

/// The cargo that runs this program, with the repository as its folder.
pub(crate) fn cargo() -> Command {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(repo::root());
    command
}

/// Runs a program to its end. It writes to this program's terminal.
///
/// # Errors
///
/// If the program cannot be started, or does not end with success.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let line = command_line(command);
    let status = command.status().with_context(|| format!("`{line}` could not be started"))?;
    ensure!(status.success(), "`{line}` failed ({status})");
    Ok(())
}

/// Runs to the end like [`run`], and also hands each line that the program writes to `see`.
///
/// # Errors
///
/// If the program cannot be started, or does not end with success.
pub(crate) fn run_reading(command: &mut Command, see: impl FnMut(&str)) -> Result<()> {
    let line = command_line(command);
    let started = command.stdout(Stdio::piped()).spawn();
    let mut child = started.with_context(|| format!("`{line}` could not be started"))?;
    let copied =
        child.stdout.take().map_or(Ok(()), |output| copy_lines(output, &mut io::stdout(), see));
    let status = child.wait().with_context(|| format!("`{line}` could not be awaited"))?;
    copied.with_context(|| format!("the output of `{line}` could not be copied"))?;
    ensure!(status.success(), "`{line}` failed ({status})");
    Ok(())
}

/// Copies as soon as something comes, not line by line, so that progress is visible.
fn copy_lines(
    mut from: impl Read,
    to: &mut impl Write,
    mut see: impl FnMut(&str),
) -> io::Result<()> {
    let (mut chunk, mut line) = ([0; 8192], Vec::new());
    loop {
        let len = from.read(&mut chunk)?;
        if len == 0 {
            see(&String::from_utf8_lossy(&line));
            return Ok(());
        }
        to.write_all(&chunk[..len])?;
        to.flush()?;
        for byte in &chunk[..len] {
            if *byte == b'\n' {
                see(&String::from_utf8_lossy(&line));
                line.clear();
            } else {
                line.push(*byte);
            }
        }
    }
}

/// What a program writes to standard output, without space around it.
///
/// # Errors
///
/// If the program cannot be started, or does not end with success; then with what it wrote to
/// standard error.
pub(crate) fn read(command: &mut Command) -> Result<String> {
    let line = command_line(command);
    let output = command.output().with_context(|| format!("`{line}` could not be started"))?;
    let stderr = String::from_utf8_lossy(&output.stderr);
    ensure!(output.status.success(), "`{line}` failed ({}): {}", output.status, stderr.trim());
    Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// The command as one would type it, with the program's name instead of its path.
fn command_line(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let program = program.file_stem().unwrap_or(program.as_os_str());
    let words = std::iter::once(program).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_names_the_command() {
        let failure = read(cargo().args(["no-such-command", "--at-all"])).unwrap_err();
        assert!(format!("{failure:#}").contains("no-such-command --at-all"));
    }

    #[test]
    fn lines_are_seen_whole_however_they_arrive() {
        let (mut copy, mut lines) = (Vec::new(), Vec::new());
        let parts = io::Cursor::new("one\ntw").chain(io::Cursor::new("o\n")).chain(&b"three"[..]);
        copy_lines(parts, &mut copy, |line| lines.push(line.to_owned())).unwrap();
        assert_eq!(lines, ["one", "two", "three"]);
        assert_eq!(copy, b"one\ntwo\nthree");
    }

    #[test]
    fn a_program_that_fails_is_an_error_after_its_output_was_read() {
        let mut lines = Vec::new();
        let help = run_reading(cargo().args(["--version"]), |line| lines.push(line.to_owned()));
        assert!(help.is_ok() && lines[0].starts_with("cargo "), "{lines:?}");
        assert!(run_reading(cargo().arg("no-such-command"), |_| {}).is_err());
    }

    #[test]
    fn a_missing_program_and_a_failing_one_have_different_errors() {
        let failure = run(&mut Command::new("heard-has-no-such-program")).unwrap_err();
        assert!(format!("{failure:#}").contains("could not be started"));
    }
}
