//! The makes of browser: where they are found and how they are asked to be quiet.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Silence and sameness, and a port by which further pages can be opened. No process is held ready
/// for the next page: one that is killed with the others may be given a page all the same, before
/// the browser notices, and that page never loads.
const CHROMIUM: &[&str] = &[
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-features=SpareRendererForSitePerProcess",
    "--remote-debugging-port=0",
];

/// What a kill leaves behind, and what would keep the next browser from opening the profile.
const LOCKS: &[&str] = &[
    "SingletonLock",
    "SingletonCookie",
    "SingletonSocket",
    "DevToolsActivePort",
    "lock",
    ".parentlock",
];

/// A make of browser.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Make {
    Chromium,
    Firefox,
    /// `WebKitGTK`, in the little browser that comes with it.
    WebKit,
}

impl Make {
    /// Its name, for what is printed.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Chromium => "Chromium",
            Self::Firefox => "Firefox",
            Self::WebKit => "WebKit",
        }
    }

    /// The program: what the environment names, or what the path knows.
    pub(crate) fn program(self) -> Option<PathBuf> {
        let (variable, names): (_, &[&str]) = match self {
            Self::Chromium => ("CHROME", &["chromium", "chromium-browser", "google-chrome"]),
            Self::Firefox => ("FIREFOX", &["firefox-esr", "firefox"]),
            Self::WebKit => ("WEBKIT", &["MiniBrowser"]),
        };
        let wished = std::env::var_os(variable).filter(|value| !value.is_empty());
        wished.map(PathBuf::from).or_else(|| names.iter().find_map(|name| on_path(name)))
    }

    /// The command that opens `url` on a profile, which it makes ready for that.
    pub(super) fn command(self, profile: &Path, url: &str) -> Command {
        let program = self.program();
        let program = program.unwrap_or_else(|| panic!("{} is not installed here", self.name()));
        for lock in LOCKS {
            // Most of them are not there.
            let _ = fs::remove_file(profile.join(lock));
        }
        let mut command = Command::new(program);
        match self {
            Self::Chromium => {
                command.args(CHROMIUM).arg(format!("--user-data-dir={}", profile.display()));
            }
            Self::Firefox => {
                let quiet = fs::write(profile.join("user.js"), include_str!("user.js"));
                quiet.expect("the profile takes settings");
                command.args(["--headless", "--no-remote", "--profile"]).arg(profile);
                command.env("MOZ_CRASHREPORTER_DISABLE", "1");
            }
            Self::WebKit => {
                for kind in ["DATA", "CACHE", "CONFIG"] {
                    command.env(format!("XDG_{kind}_HOME"), profile.join(kind));
                }
                command.env("GDK_BACKEND", "x11").env("NO_AT_BRIDGE", "1");
            }
        }
        command.arg(url);
        command
    }

    /// Whether it has no mode in which it draws on nothing.
    pub(super) fn wants_a_screen(self) -> bool {
        self == Self::WebKit
    }

    /// Whether this is the command line of a process in which pages live.
    pub(super) fn is_page(self, line: &str) -> bool {
        match self {
            Self::Chromium => line.contains("--type=renderer"),
            Self::Firefox => line.contains("-contentproc") && line.trim_end().ends_with("tab"),
            Self::WebKit => line.contains("WebKitWebProcess"),
        }
    }
}

fn on_path(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(name)).find(|file| file.is_file())
}
