//! The chromedriver shared by all tests of one binary, terminated however the binary ends.

use std::io::{BufRead, BufReader};
use std::os::unix::process::CommandExt;
use std::path::PathBuf;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::OnceLock;

/// Waits for the end of its input, which comes when this process ends for any reason: return, panic or signal. (A
/// destructor does not run in most of these cases, and never for a static.) It then kills the driver's process group
/// with its browsers at once, since a browser that exits on its own still writes files, and removes the profiles.
const SUPERVISOR: &str = r#"
read -r _
kill -s KILL -- "-$0"
until rm -rf "$1" || [ $((attempts += 1)) -gt 99 ]; do :; done
"#;

/// The text that chromedriver prints before the port once it listens.
const LISTENING: &str = "successfully on port ";

/// A running chromedriver, and the folder in which its browsers keep their profiles.
#[derive(Debug)]
pub(super) struct Driver {
    /// The address that takes commands.
    pub(super) url: String,
    /// The parent folder of all profiles and other files of the browsers, removed after the run.
    pub(super) profiles: PathBuf,
    /// Not waited for, like the supervisor: both end after this process.
    _process: Child,
    /// Kept for its standard input: closing that pipe triggers the cleanup.
    _supervisor: Child,
    /// Kept open, since chromedriver would end with a broken pipe at its next output.
    _output: BufReader<ChildStdout>,
}

impl Driver {
    /// The driver that all tests of this binary share; the first caller starts it.
    pub(super) fn shared() -> &'static Self {
        static DRIVER: OnceLock<Driver> = OnceLock::new();
        DRIVER.get_or_init(Self::start)
    }

    fn start() -> Self {
        let program = std::env::var("CHROMEDRIVER").unwrap_or_else(|_| "chromedriver".into());
        let profiles = std::env::temp_dir().join(format!("heard-e2e-{}", std::process::id()));
        std::fs::create_dir_all(&profiles).expect("the temporary folder is writable");
        let mut driver = Command::new(&program)
            .arg("--port=0")
            .env("TMPDIR", &profiles)
            .process_group(0)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| {
                panic!("`{program}`: {error}; install chromedriver, or name one in CHROMEDRIVER")
            });
        let supervisor = Command::new("sh")
            .args(["-c", SUPERVISOR, &driver.id().to_string()])
            .arg(&profiles)
            // A process group of its own, so that an interrupt from the terminal does not end it.
            .process_group(0)
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("the end-to-end tests need a POSIX `sh`");

        let mut output = BufReader::new(driver.stdout.take().expect("standard output is piped"));
        let port = port_in(&mut output).unwrap_or_else(|| panic!("`{program}` named no port"));
        let url = format!("http://127.0.0.1:{port}/");
        Self { url, profiles, _process: driver, _supervisor: supervisor, _output: output }
    }
}

fn port_in(output: &mut impl BufRead) -> Option<u16> {
    output
        .lines()
        .map_while(Result::ok)
        .find_map(|line| line.split_once(LISTENING)?.1.trim_end_matches('.').parse().ok())
}
