//! The environment of a machine that has nothing of this project yet.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

/// Variables that describe the machine, its network or its language: nothing that is the project's.
const INHERITED: &[&str] = &[
    "COMSPEC",
    "HEARD_ALLOW_MISSING",
    "HTTPS_PROXY",
    "HTTP_PROXY",
    "LANG",
    "LC_ALL",
    "NODE_EXTRA_CA_CERTS",
    "NO_COLOR",
    "NO_PROXY",
    "PATHEXT",
    "RUSTUP_DIST_SERVER",
    "RUSTUP_UPDATE_ROOT",
    "SSL_CERT_DIR",
    "SSL_CERT_FILE",
    "SYSTEMROOT",
    "TERM",
    "TZ",
    "http_proxy",
    "https_proxy",
    "no_proxy",
];
/// Programs of the user that stay on the path: those of Rust, and those that the README leaves to the machine.
const PROGRAMS: &[&str] = &[
    "cargo",
    "cargo-clippy",
    "cargo-fmt",
    "clippy-driver",
    "git",
    "node",
    "npm",
    "rustc",
    "rustdoc",
    "rustfmt",
    "rustup",
];

/// Folders that only these runs use, and the environment that leads there.
#[derive(Debug)]
pub(super) struct Machine {
    folder: PathBuf,
    environment: Vec<(OsString, OsString)>,
}

impl Machine {
    /// Makes the folders of a bare machine inside of `folder`. With `tools`, that folder takes the
    /// place of an empty one for tools.
    ///
    /// # Errors
    ///
    /// If `folder` is not writable, or the user's home is not known.
    pub(super) fn set_up(folder: &Path, tools: Option<&Path>) -> Result<Self> {
        let home = env::home_dir().context("no home folder is known")?;
        let mut environment: Vec<(OsString, OsString)> = Vec::new();
        let mut set = |name: &str, value: OsString| environment.push((name.into(), value));
        for name in INHERITED {
            if let Some(value) = env::var_os(name) {
                set(name, value);
            }
        }
        for (name, usual) in [("CARGO_HOME", ".cargo"), ("RUSTUP_HOME", ".rustup")] {
            set(name, env::var_os(name).unwrap_or_else(|| home.join(usual).into()));
        }
        for (name, inner) in [
            ("HOME", "home"),
            ("USERPROFILE", "home"),
            ("XDG_CACHE_HOME", "cache"),
            ("LOCALAPPDATA", "cache"),
            ("XDG_CONFIG_HOME", "config"),
            ("XDG_DATA_HOME", "data"),
            ("npm_config_cache", "npm"),
            ("PIP_CACHE_DIR", "pip"),
            ("TMPDIR", "tmp"),
            ("TEMP", "tmp"),
            ("TMP", "tmp"),
        ] {
            let inner = folder.join(inner);
            fs::create_dir_all(&inner)
                .with_context(|| format!("{} is not writable", inner.display()))?;
            set(name, inner.into());
        }
        if let Some(tools) = tools {
            set("HEARD_TOOLS", tools.into());
        }
        let programs = folder.join("bin");
        fs::create_dir_all(&programs)?;
        let path = env::var_os("PATH").unwrap_or_default();
        link_programs(&path, &programs)?;
        set("PATH", bare_path(&path, &home, &programs)?);
        Ok(Self { folder: folder.to_owned(), environment })
    }

    /// Where the clone of the repository is to be.
    pub(super) fn clone_folder(&self) -> PathBuf {
        self.folder.join("heard")
    }

    /// A program that runs in the clone, with the environment of this machine and no other.
    pub(super) fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command.current_dir(self.clone_folder()).env_clear();
        command.envs(self.environment.iter().map(|(name, value)| (name, value)));
        command
    }
}

/// The folders of the path that are not in the user's home, after the folder of linked programs.
fn bare_path(path: &OsString, home: &Path, programs: &Path) -> Result<OsString> {
    let of_system = env::split_paths(path).filter(|folder| !folder.starts_with(home));
    let folders = std::iter::once(programs.to_owned()).chain(of_system);
    env::join_paths(folders).context("the path cannot be written")
}

/// Links the known programs of the path into a folder, under their names: rustup's programs decide
/// by their names what to do.
#[cfg(unix)]
fn link_programs(path: &OsString, into: &Path) -> Result<()> {
    for name in PROGRAMS {
        let mut places = env::split_paths(path).map(|folder| folder.join(name));
        if let Some(program) = places.find(|place| place.is_file()) {
            std::os::unix::fs::symlink(&program, into.join(name))
                .with_context(|| format!("{} could not be linked", program.display()))?;
        }
    }
    Ok(())
}

#[cfg(not(unix))]
fn link_programs(path: &OsString, into: &Path) -> Result<()> {
    for name in PROGRAMS.iter().map(|name| format!("{name}.exe")) {
        let mut places = env::split_paths(path).map(|folder| folder.join(&name));
        if let Some(program) = places.find(|place| place.is_file()) {
            fs::hard_link(&program, into.join(&name))
                .with_context(|| format!("{} could not be linked", program.display()))?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{process, repo};

    fn machine(name: &str, tools: Option<&Path>) -> Machine {
        let folder = repo::target().join("bare-tests").join(name);
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(folder.join("heard")).unwrap();
        Machine::set_up(&folder, tools).unwrap()
    }

    fn value(machine: &Machine, name: &str) -> Option<PathBuf> {
        let found = machine.environment.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| PathBuf::from(value))
    }

    #[test]
    fn home_and_caches_are_empty_folders_of_its_own() {
        let machine = machine("home", None);
        for name in ["HOME", "XDG_CACHE_HOME", "npm_config_cache", "PIP_CACHE_DIR"] {
            let folder = value(&machine, name).unwrap();
            assert!(folder.starts_with(&machine.folder), "{name}");
            assert_eq!(fs::read_dir(&folder).unwrap().count(), 0, "{name}");
        }
        assert_eq!(value(&machine, "HEARD_TOOLS"), None);
        assert_eq!(value(&machine, "CARGO_TARGET_DIR"), None);
    }

    #[test]
    fn tools_of_an_earlier_run_can_be_named() {
        let machine = machine("tools", Some(Path::new("/tools")));
        assert_eq!(value(&machine, "HEARD_TOOLS"), Some("/tools".into()));
    }

    #[test]
    fn cargo_runs_and_folders_of_the_home_are_off_the_path() {
        let machine = machine("path", None);
        assert!(process::read(machine.command("cargo").arg("--version")).is_ok());
        let path = std::env::join_paths(["/jo/bin", "/usr/bin"]).unwrap();
        let bare = bare_path(&path, Path::new("/jo"), Path::new("/tmp/bin")).unwrap();
        let folders: Vec<PathBuf> = env::split_paths(&bare).collect();
        assert_eq!(folders, [PathBuf::from("/tmp/bin"), PathBuf::from("/usr/bin")]);
    }
}
