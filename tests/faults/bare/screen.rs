//! A screen that nobody sees, for a browser that can not do without one.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use super::knife::{ProcessGroupKiller, apart};

#[derive(Debug)]
pub(super) struct Screen {
    server: Child,
    knife: ProcessGroupKiller,
    /// As the variable `DISPLAY` names it.
    pub(super) name: String,
}

impl Screen {
    /// Starts an X server without a screen of glass; it chooses a free number and tells it.
    pub(super) fn start() -> Self {
        let mut server = Command::new("Xvfb");
        server.args(["-displayfd", "1", "-screen", "0", "1280x1024x24", "-nolisten", "tcp"]);
        let server = apart(&mut server).stdin(Stdio::null()).stdout(Stdio::piped()).spawn();
        let mut server = server.unwrap_or_else(|error| panic!("Xvfb fails: {error}"));
        let knife = ProcessGroupKiller::over(&server);
        let mut number = String::new();
        let says = server.stdout.take().expect("standard output is piped");
        BufReader::new(says).read_line(&mut number).expect("Xvfb tells its number");
        assert!(!number.trim().is_empty(), "Xvfb ends before it tells its number");
        Self { server, knife, name: format!(":{}", number.trim()) }
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        self.knife.fall();
        let _ = self.server.wait();
    }
}
