//! The one chromedriver of a test binary, on a leash that no way of dying can slip.

use std::io::{BufRead, BufReader};
use std::os::unix::process::CommandExt;
use std::path::PathBuf;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::OnceLock;

/// A shell waits for the end of its input, which comes when this process ends in whatever way: by
/// returning, by a panic, by a signal. A destructor would miss most of those, and a static has
/// none. Then it ends the driver's process group, browsers included, at once: one that ends in its
/// own time still writes, and the folder would need sweeping again.
const LEASH: &str = r#"
read -r _
kill -s KILL -- "-$0"
until rm -rf "$1" || [ $((brooms += 1)) -gt 99 ]; do :; done
"#;

/// What chromedriver says, just before the port, once it listens.
const LISTENING: &str = "successfully on port ";

/// A running chromedriver, and the folder in which its browsers keep their profiles.
#[derive(Debug)]
pub(super) struct Driver {
    /// Where it takes commands.
    pub(super) url: String,
    /// The parent of all profiles and of whatever else a browser leaves, gone after the run.
    pub(super) profiles: PathBuf,
    /// Not waited for, nor is the leash: both end after this process does.
    _process: Child,
    /// Held for its standard input: that pipe is the leash.
    _leash: Child,
    /// Held open, or a word from chromedriver would end it with a broken pipe.
    _says: BufReader<ChildStdout>,
}

impl Driver {
    /// The driver that all tests of this binary share, started by the first to ask.
    pub(super) fn shared() -> &'static Self {
        static DRIVER: OnceLock<Driver> = OnceLock::new();
        DRIVER.get_or_init(Self::start)
    }

    fn start() -> Self {
        let program = std::env::var("CHROMEDRIVER").unwrap_or_else(|_| "chromedriver".into());
        let profiles = std::env::temp_dir().join(format!("heard-e2e-{}", std::process::id()));
        std::fs::create_dir_all(&profiles).expect("the temporary folder takes another");
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
        let leash = Command::new("sh")
            .args(["-c", LEASH, &driver.id().to_string()])
            .arg(&profiles)
            // In a group of its own, or an interrupt from the terminal would end the leash too.
            .process_group(0)
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("the end-to-end tests need a POSIX `sh`");

        let mut says = BufReader::new(driver.stdout.take().expect("standard output is piped"));
        let port = port_in(&mut says).unwrap_or_else(|| panic!("`{program}` named no port"));
        let url = format!("http://127.0.0.1:{port}/");
        Self { url, profiles, _process: driver, _leash: leash, _says: says }
    }
}

fn port_in(says: &mut impl BufRead) -> Option<u16> {
    says.lines()
        .map_while(Result::ok)
        .find_map(|line| line.split_once(LISTENING)?.1.trim_end_matches('.').parse().ok())
}
