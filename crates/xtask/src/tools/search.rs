//! Looking for programs on the path, as a shell does.

use std::env;
use std::path::{Path, PathBuf};

/// The file name of a program on this system.
pub(crate) fn name_of(program: &str) -> String {
    format!("{program}{}", env::consts::EXE_SUFFIX)
}

/// Whether the folder holds all of these programs.
pub(crate) fn holds(folder: &Path, programs: &[&str]) -> bool {
    programs.iter().all(|program| folder.join(name_of(program)).is_file())
}

/// The first folder on the path that holds all of these programs.
pub(crate) fn folder_on_path(programs: &[&str]) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path).find(|folder| holds(folder, programs))
}

/// The path of the first of several programs that is on the path.
pub(crate) fn first_on_path(names: &[&str]) -> Option<PathBuf> {
    names.iter().find_map(|name| Some(folder_on_path(&[name])?.join(name_of(name))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cargo_is_found_on_the_path() {
        assert!(first_on_path(&["heard-has-no-such-program", "cargo"]).is_some());
    }

    #[test]
    fn a_folder_must_hold_every_program_asked_for() {
        let folder = folder_on_path(&["cargo"]).unwrap();
        assert!(holds(&folder, &["cargo"]));
        assert!(!holds(&folder, &["cargo", "heard-has-no-such-program"]));
    }
}
