//! One line that says how far a build of cargo is, in place of cargo's own output.

use std::io::{self, BufRead, BufReader, IsTerminal, Read, Write};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, ensure};

/// A terminal's line is written anew each time; a log gets a line for each tenth of the work.
const LINES_IN_A_LOG: usize = 10;

/// Runs cargo to its end and shows `what` with the steps done and to do, such as `Compiling trunk
/// 0.21.14: 212 of 398 steps`. A step compiles a crate or runs its build script.
///
/// # Errors
///
/// If cargo cannot be started or fails. Then everything it wrote is printed.
pub(super) fn run(cargo: &mut Command, what: &str) -> Result<()> {
    // Cargo counts its steps only in its progress bar, which it shows on terminals by default.
    cargo.env("CARGO_TERM_PROGRESS_WHEN", "always").env("CARGO_TERM_PROGRESS_WIDTH", "100");
    cargo.env("CARGO_TERM_COLOR", "never").env_remove("CARGO_TERM_QUIET");
    let mut child = cargo
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .context("cargo could not be started")?;
    let mut line = Line::new(what);
    let output = child.stderr.take().map_or(Ok(String::new()), |output| watch(output, &mut line));
    let status = child.wait().context("cargo could not be awaited")?;
    line.end();
    let output = output.context("cargo's output could not be read")?;
    if !status.success() {
        eprintln!("{output}");
    }
    ensure!(status.success(), "{what} failed ({status})");
    Ok(())
}

/// Reads to the end, shows each step and gives the text without the progress bars.
fn watch(output: impl Read, line: &mut Line) -> io::Result<String> {
    let mut text = String::new();
    let mut output = BufReader::new(output);
    let mut bytes = Vec::new();
    // A progress bar ends with a carriage return, and further output follows it on the same line.
    while output.read_until(b'\r', &mut bytes)? > 0 {
        for part in String::from_utf8_lossy(&bytes).lines() {
            match parse(part) {
                Some((done, all)) => line.show(done, all),
                None => text.extend([part.trim_end_matches('\r'), "\n"]),
            }
        }
        bytes.clear();
    }
    Ok(text)
}

/// The two numbers of `Building [=====>    ] 212/398: tokio, syn`.
fn parse(line: &str) -> Option<(usize, usize)> {
    let (_, after) = line.split_once("Building [")?.1.split_once("] ")?;
    let (done, rest) = after.split_once('/')?;
    let all = rest.split(|c: char| !c.is_ascii_digit()).next()?;
    Some((done.trim().parse().ok()?, all.parse().ok()?))
}

/// What is shown.
struct Line<'a> {
    what: &'a str,
    is_terminal: bool,
    shown: Option<(usize, usize)>,
}

impl<'a> Line<'a> {
    fn new(what: &'a str) -> Self {
        let line = Self { what, is_terminal: io::stdout().is_terminal(), shown: None };
        line.write(what);
        line
    }

    fn show(&mut self, done: usize, all: usize) {
        if self.is_worth_showing(done, all) {
            self.write(&format!("{}: {done} of {all} steps", self.what));
            self.shown = Some((done, all));
        }
    }

    fn is_worth_showing(&self, done: usize, all: usize) -> bool {
        let tenth = |(done, all): (usize, usize)| done * LINES_IN_A_LOG / all.max(1);
        match self.shown {
            Some(shown) if self.is_terminal => shown != (done, all),
            Some(shown) => tenth(shown) != tenth((done, all)),
            None => self.is_terminal || done > 0,
        }
    }

    fn write(&self, text: &str) {
        if self.is_terminal {
            // The escape code clears what is left of a longer text.
            print!("\r{text}\x1b[K");
            // A line that cannot be shown is no reason to stop compiling.
            let _ = io::stdout().flush();
        } else {
            println!("{text}");
        }
    }

    fn end(&self) {
        if self.is_terminal {
            println!();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn in_a_log() -> Line<'static> {
        Line { what: "Compiling", is_terminal: false, shown: None }
    }

    #[test]
    fn steps_are_read_from_the_progress_bar() {
        let bar = "    Building [=====>        ] 212/398: tokio, serde_json(build)";
        assert_eq!(parse(bar), Some((212, 398)));
        assert_eq!(parse("    Building [=>  ]   7/12"), Some((7, 12)));
        assert_eq!(parse("   Compiling serde v1.0.219"), None);
        assert_eq!(parse("    Building [=====>        ] soon"), None);
    }

    #[test]
    fn errors_are_kept_and_progress_bars_are_not() {
        let output = "  Compiling a\n    Building [=> ] 1/2: a\rerror: b\n    Building [==] 2/2\r";
        let mut line = in_a_log();
        assert_eq!(watch(output.as_bytes(), &mut line).unwrap(), "  Compiling a\nerror: b\n");
        assert_eq!(line.shown, Some((2, 2)));
    }

    #[test]
    fn a_log_gets_a_line_for_each_tenth() {
        let mut line = in_a_log();
        let mut shown = 0;
        for done in 1..=400 {
            shown += usize::from(line.is_worth_showing(done, 400));
            line.show(done, 400);
        }
        assert_eq!(shown, LINES_IN_A_LOG + 1);
    }
}
