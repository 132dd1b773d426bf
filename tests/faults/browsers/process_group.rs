//! Killing a process group, also if the tests end in an unexpected way.

use std::io::Write;
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, Stdio};
use std::time::Instant;

/// Waits for a line or for the end of its input, which also comes when the tests end, and then kills
/// the group. It is started beforehand: starting a program takes time, and the moment of the kill
/// has to be known.
const SCRIPT: &str = r#"read -r _; kill -s KILL -- "-$0""#;

/// Kills one process group, at the latest when it is dropped.
#[derive(Debug)]
pub(super) struct ProcessGroupKiller(Child);

impl ProcessGroupKiller {
    /// Prepares to kill the group that a process leads.
    pub(super) fn of(leader: &Child) -> Self {
        let mut killer = Command::new("sh");
        killer.args(["-c", SCRIPT, &leader.id().to_string()]).stdout(Stdio::null());
        let killer = in_own_group(&mut killer).stdin(Stdio::piped()).spawn();
        Self(killer.expect("the tests need a POSIX `sh`"))
    }

    /// Kills the group, unless that was done before, and gives the time.
    pub(super) fn kill(&mut self) -> Instant {
        if let Some(mut input) = self.0.stdin.take() {
            // Writing fails if the script has ended.
            let _ = input.write_all(b"\n");
        }
        let _ = self.0.wait();
        Instant::now()
    }
}

/// Puts a command into a process group of its own, which an interrupt from the terminal does not
/// reach, and drops what it writes to standard error.
pub(super) fn in_own_group(command: &mut Command) -> &mut Command {
    command.process_group(0).stderr(Stdio::null())
}
