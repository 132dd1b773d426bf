//! The supported browsers: how to find and start them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Options for runs without background traffic and with a port that opens further pages. Spare renderer processes are
/// disabled: after a kill, the browser could assign a page to a killed one, and that page would never load.
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

/// Lock files of a killed browser, which would prevent the next one from opening the profile.
const LOCKS: &[&str] = &[
    "SingletonLock",
    "SingletonCookie",
    "SingletonSocket",
    "DevToolsActivePort",
    "lock",
    ".parentlock",
];

/// A browser.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum BrowserKind {
    Chromium,
    Firefox,
    /// `WebKitGTK`, in its `MiniBrowser`.
    WebKit,
}

impl BrowserKind {
    /// Its name, for messages.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Chromium => "Chromium",
            Self::Firefox => "Firefox",
            Self::WebKit => "WebKit",
        }
    }

    /// The program that the environment names or that is on the path.
    fn program(self) -> Option<PathBuf> {
        let (variable, names): (_, &[&str]) = match self {
            Self::Chromium => ("CHROME", &["chromium", "chromium-browser", "google-chrome"]),
            Self::Firefox => ("FIREFOX", &["firefox-esr", "firefox"]),
            Self::WebKit => ("WEBKIT", &["MiniBrowser"]),
        };
        let chosen = std::env::var_os(variable).filter(|value| !value.is_empty());
        chosen.map(PathBuf::from).or_else(|| names.iter().find_map(|name| on_path(name)))
    }

    /// The command that opens `url` in a profile, which is prepared for that.
    pub(super) fn command(self, profile: &Path, url: &str) -> Command {
        let program = self.program();
        let program = program.unwrap_or_else(|| panic!("{} is not installed", self.name()));
        for lock in LOCKS {
            // Fails for files that do not exist.
            let _ = fs::remove_file(profile.join(lock));
        }
        let mut command = Command::new(program);
        match self {
            Self::Chromium => {
                command.args(CHROMIUM).arg(format!("--user-data-dir={}", profile.display()));
            }
            Self::Firefox => {
                let quiet = fs::write(profile.join("user.js"), include_str!("user.js"));
                quiet.expect("the profile is writable");
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

    /// Whether it has no headless mode.
    pub(super) fn needs_a_screen(self) -> bool {
        self == Self::WebKit
    }

    /// Whether this is the command line of a process that runs pages.
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
