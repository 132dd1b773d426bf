//! Tools that are published as crates: found in our folder or on the path, or else installed.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};

use super::{place, search};
use crate::{lock, process};

/// A crate of programs, in one exact version.
pub(crate) struct CargoTool {
    pub(crate) package: &'static str,
    pub(crate) version: String,
    pub(crate) binaries: &'static [&'static str],
    /// Its speed matters less than the time it takes to compile it.
    pub(crate) hasty: bool,
}

impl CargoTool {
    /// The folder that holds its programs, after whatever it takes to have one.
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

    /// Whether it is in our folder already: a matter of looking, not of running anything.
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

    /// Installs beside the final place and moves it there when it is whole, so that an
    /// interrupted installation is never mistaken for a finished one.
    fn install(&self, tools: &Path) -> Result<()> {
        let _turn = lock::hold(tools, "installing")?;
        let home = self.home(tools);
        if search::holds(&home.join("bin"), self.binaries) {
            return Ok(());
        }
        let stage = tools.join(format!("unfinished-{}-{}", self.package, self.version));
        clear(&stage)?;
        let root = stage.join("root");
        fs::create_dir_all(&root).with_context(|| format!("{} is not ours", stage.display()))?;
        if !self.fetch_binaries(&root) {
            self.compile(&root, &stage.join("target"))?;
        }
        let whole = search::holds(&root.join("bin"), self.binaries);
        ensure!(whole, "{} {} lacks {:?}", self.package, self.version, self.binaries);
        clear(&home)?;
        fs::rename(&root, &home).with_context(|| format!("{} is in use", home.display()))?;
        clear(&stage)
    }

    /// Asks cargo-binstall, where there is one, for a binary that somebody else has compiled.
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
        println!(
            "Installing {} {}. It is compiled, which takes some minutes, once.",
            self.package, self.version
        );
        let mut install = process::cargo();
        // Away from the repository, whose settings are not meant for other people's programs.
        install.current_dir(root).env("CARGO_TARGET_DIR", target);
        install.env("CARGO_PROFILE_RELEASE_LTO", "off");
        if self.hasty {
            install.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1");
        }
        install.args(["install", "--locked", "--version", &self.version]);
        install.arg("--root").arg(root).arg(self.package);
        process::run(&mut install)
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
    fn only_exactly_the_version_counts() {
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
            hasty: false,
        };
        assert!(tool("0.0.0").on_path().is_none());
        let said = process::read(process::cargo().arg("--version")).unwrap();
        assert!(tool(said.split_whitespace().nth(1).unwrap()).on_path().is_some());
    }
}
