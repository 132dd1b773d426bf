//! What ends a group of processes, in whatever way the tests end.

use std::io::Write;
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, Stdio};
use std::time::Instant;

/// Waits for a word, or for the end of its input, which comes too when the tests end; then kills
/// the group. It is started beforehand, for starting a program takes time, and the moment of the
/// kill is to be known.
const KNIFE: &str = r#"read -r _; kill -s KILL -- "-$0""#;

#[derive(Debug)]
pub(super) struct ProcessGroupKiller(Child);

impl ProcessGroupKiller {
    /// Hangs over the group that a process leads.
    pub(super) fn over(leader: &Child) -> Self {
        let mut knife = Command::new("sh");
        knife.args(["-c", KNIFE, &leader.id().to_string()]).stdout(Stdio::null());
        let knife = apart(&mut knife).stdin(Stdio::piped()).spawn();
        Self(knife.expect("the tests need a POSIX `sh`"))
    }

    /// Kills the group, if that was not done before, and says when.
    pub(super) fn fall(&mut self) -> Instant {
        if let Some(mut handle) = self.0.stdin.take() {
            // A knife that has fallen already hears nothing.
            let _ = handle.write_all(b"\n");
        }
        let _ = self.0.wait();
        Instant::now()
    }
}

/// In a group of its own, which an interrupt from the terminal does not reach, and without
/// complaints.
pub(super) fn apart(command: &mut Command) -> &mut Command {
    command.process_group(0).stderr(Stdio::null())
}
