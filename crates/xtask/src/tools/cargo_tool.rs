//! Tools that are published as crates: found among the tools or on the path, or else installed.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};

use super::{place, progress, search};
use crate::{lock, process};

/// A crate of programs, in one exact version.
pub(crate) struct CargoTool {
    pub(crate) package: &'static str,
    pub(crate) version: String,
    pub(crate) binaries: &'static [&'static str],
    pub(crate) build: Build,
}

/// How a tool is compiled, where no compiled one can be had.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Build {
    /// With the optimisation that its authors chose, without LTO: for tools that work for long.
    Optimised,
    /// As fast as possible: almost without optimisation.
    Quick {
        /// Packages that are optimised all the same, since most of the tool's work is done there.
        optimised: &'static [&'static str],
        /// Whether the tool gets its default features.
        default_features: bool,
    },
}

/// The settings of cargo's release profile for a quick build.
const QUICK: &[(&str, &str)] = &[
    ("OPT_LEVEL", "0"),
    // Without optimisation one unit takes a tenth less CPU time than 256.
    ("CODEGEN_UNITS", "1"),
    ("DEBUG", "0"),
    ("STRIP", "true"),
    ("PANIC", "abort"),
];

impl CargoTool {
    /// The folder that holds its programs. They are installed if they are not there yet.
    ///
    /// # Errors
    ///
    /// If they cannot be installed.
    pub(crate) fn folder(&self) -> Result<PathBuf> {
        let tools = place::folder()?;
        let ours = self.home(&tools).join("bin");
        if search::holds(&ours, self.binaries) {
            return Ok(ours);
        }
        if let Some(theirs) = self.on_path() {
            return Ok(theirs);
        }
        self.install(&tools)?;
        Ok(ours)
    }

    /// Whether it is among the tools already.
    ///
    /// # Errors
    ///
    /// If no folder for tools is known.
    pub(crate) fn is_installed(&self) -> Result<bool> {
        Ok(search::holds(&self.home(&place::folder()?).join("bin"), self.binaries))
    }

    fn home(&self, tools: &Path) -> PathBuf {
        tools.join(format!("{}-{}", self.package, self.version))
    }

    fn on_path(&self) -> Option<PathBuf> {
        let folder = search::folder_on_path(self.binaries)?;
        let program = folder.join(search::name_of(self.binaries.first()?));
        let said = process::read(Command::new(program).arg("--version")).ok()?;
        says_version(&said, &self.version).then_some(folder)
    }

    /// Installs beside the final folder and moves the result there when it is complete, so that an
    /// interrupted installation is not taken for a finished one.
    fn install(&self, tools: &Path) -> Result<()> {
        let _turn = lock::hold(tools, "installing")?;
        let home = self.home(tools);
        if search::holds(&home.join("bin"), self.binaries) {
            return Ok(());
        }
        let stage = tools.join(format!("unfinished-{}-{}", self.package, self.version));
        clear(&stage)?;
        let root = stage.join("root");
        fs::create_dir_all(&root)
            .with_context(|| format!("{} is not writable", stage.display()))?;
        if !self.fetch_binaries(&root) {
            self.compile(&root, &stage.join("target"))?;
        }
        let whole = search::holds(&root.join("bin"), self.binaries);
        ensure!(whole, "{} {} lacks {:?}", self.package, self.version, self.binaries);
        clear(&home)?;
        fs::rename(&root, &home).with_context(|| format!("{} is in use", home.display()))?;
        clear(&stage)
    }

    /// Whether cargo-binstall, if there is one, could download the binaries.
    fn fetch_binaries(&self, root: &Path) -> bool {
        if search::first_on_path(&["cargo-binstall"]).is_none() {
            return false;
        }
        println!("Installing {} {} with cargo-binstall.", self.package, self.version);
        let mut binstall = process::cargo();
        binstall.args(["binstall", "--no-confirm", "--disable-strategies", "compile"]);
        binstall.arg("--root").arg(root).arg(format!("{}@{}", self.package, self.version));
        process::run(&mut binstall).is_ok() && search::holds(&root.join("bin"), self.binaries)
    }

    fn compile(&self, root: &Path, target: &Path) -> Result<()> {
        let mut install = process::cargo();
        // Outside of the repository, whose settings are not meant for other programs.
        install.current_dir(root).env("CARGO_TARGET_DIR", target);
        install.env_remove("CARGO_BUILD_TARGET_DIR").env_remove("CARGO_BUILD_TARGET");
        install.args(["install", "--locked", "--version", &self.version]);
        for binary in self.binaries {
            install.args(["--bin", binary]);
        }
        self.build.apply_to(&mut install);
        install.arg("--root").arg(root).arg(self.package);
        progress::run(&mut install, &format!("Compiling {} {}", self.package, self.version))
    }
}

impl Build {
    /// Sets the profile and the features.
    fn apply_to(self, install: &mut Command) {
        let mut set = |name: &str, value: &str| {
            install.env(format!("CARGO_PROFILE_RELEASE_{name}"), value);
        };
        set("LTO", "off");
        let Self::Quick { optimised, default_features } = self else { return };
        for (name, value) in QUICK {
            set(name, value);
        }
        install.env("CARGO_INCREMENTAL", "0");
        for package in optimised {
            install.args(["--config", &format!("profile.release.package.{package}.opt-level=1")]);
        }
        if !default_features {
            install.arg("--no-default-features");
        }
    }
}

fn says_version(said: &str, version: &str) -> bool {
    said.split_whitespace().any(|word| word == version)
}

fn clear(folder: &Path) -> Result<()> {
    if !folder.exists() {
        return Ok(());
    }
    fs::remove_dir_all(folder).with_context(|| format!("{} could not be removed", folder.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_exact_version_counts() {
        assert!(says_version("trunk 0.21.14", "0.21.14"));
        assert!(!says_version("trunk 0.21.14-alpha.1", "0.21.14"));
        assert!(!says_version("trunk 0.21.1", "0.21.14"));
    }

    #[test]
    fn a_program_of_another_version_on_the_path_is_passed_over() {
        let binaries = &["cargo"];
        let tool = |version: &str| CargoTool {
            package: "cargo",
            version: version.to_owned(),
            binaries,
            build: Build::Optimised,
        };
        assert!(tool("0.0.0").on_path().is_none());
        let said = process::read(process::cargo().arg("--version")).unwrap();
        assert!(tool(said.split_whitespace().nth(1).unwrap()).on_path().is_some());
    }
    fn environment(command: &Command, name: &str) -> Option<String> {
        let (_, value) = command.get_envs().find(|(known, _)| *known == name)?;
        Some(value?.to_str()?.to_owned())
    }

    #[test]
    fn a_quick_build_names_what_is_optimised_and_an_optimised_one_changes_no_level() {
        let mut quick = Command::new("cargo");
        Build::Quick { optimised: &["walrus"], default_features: false }.apply_to(&mut quick);
        let words: Vec<_> = quick.get_args().filter_map(|word| word.to_str()).collect();
        assert!(words.contains(&"profile.release.package.walrus.opt-level=1"), "{words:?}");
        assert!(words.contains(&"--no-default-features"), "{words:?}");
        assert_eq!(environment(&quick, "CARGO_PROFILE_RELEASE_OPT_LEVEL").as_deref(), Some("0"));
        let mut optimised = Command::new("cargo");
        Build::Optimised.apply_to(&mut optimised);
        assert_eq!(environment(&optimised, "CARGO_PROFILE_RELEASE_LTO").as_deref(), Some("off"));
        assert_eq!(environment(&optimised, "CARGO_PROFILE_RELEASE_OPT_LEVEL"), None);
    }
}
