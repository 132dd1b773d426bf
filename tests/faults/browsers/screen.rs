//! A virtual screen, for a browser that has no headless mode.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use super::process_group::{ProcessGroupKiller, in_own_group};

#[derive(Debug)]
pub(super) struct Screen {
    server: Child,
    killer: ProcessGroupKiller,
    /// The value of the variable `DISPLAY` for it.
    pub(super) name: String,
}

impl Screen {
    /// Starts Xvfb, which chooses a free display number and writes it to standard output.
    pub(super) fn start() -> Self {
        let mut server = Command::new("Xvfb");
        server.args(["-displayfd", "1", "-screen", "0", "1280x1024x24", "-nolisten", "tcp"]);
        let server = in_own_group(&mut server).stdin(Stdio::null()).stdout(Stdio::piped()).spawn();
        let mut server = server.unwrap_or_else(|error| panic!("Xvfb fails: {error}"));
        let killer = ProcessGroupKiller::of(&server);
        let mut number = String::new();
        let output = server.stdout.take().expect("standard output is piped");
        BufReader::new(output).read_line(&mut number).expect("Xvfb writes its number");
        assert!(!number.trim().is_empty(), "Xvfb ended before it wrote its number");
        Self { server, killer, name: format!(":{}", number.trim()) }
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        self.killer.kill();
        let _ = self.server.wait();
    }
}
