//! Rule: no file names a folder of the machine that it was written on.

use super::tree::{Finding, SourceFile, Tree};

// Cut in two here, since this file is searched, too.
const FOLDERS: &[&str] =
    &[concat!("/ho", "me/"), concat!("/ro", "ot/"), concat!("/wo", "rk/"), concat!("/Use", "rs/")];

pub(crate) fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    let texts = tree.texts().filter(|(file, _)| !is_lock(file));
    for (file, text) in texts {
        for (at, line) in text.lines().enumerate() {
            if let Some(folder) = FOLDERS.iter().find(|folder| begins_path(line, folder)) {
                let why = format!("`{folder}` exists on one machine only: use a relative path");
                findings.push(Finding::new(file, at + 1, why));
            }
        }
    }
    findings
}

/// Tools write lock files, and a hash can contain any letters.
fn is_lock(file: &SourceFile) -> bool {
    file.is(&["lock"]) || file.path.ends_with("package-lock.json")
}

/// Whether a path begins with this folder. In the middle of a path or an address the same letters are allowed.
fn begins_path(line: &str, folder: &str) -> bool {
    let continues = |c: char| c.is_alphanumeric() || "._-~/}".contains(c);
    line.match_indices(folder).any(|(at, _)| !line[..at].ends_with(continues))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(path: &str, text: &str) -> usize {
        check(&Tree::of(&[(path, text)])).len()
    }

    #[test]
    fn every_folder_is_found() {
        for folder in FOLDERS {
            assert_eq!(faults("a.toml", &format!("x = \"{folder}someone\"\n")), 1);
            assert_eq!(faults("Cargo.lock", &format!("x = \"{folder}someone\"\n")), 0);
        }
    }

    #[test]
    fn the_same_letters_inside_an_address_are_allowed() {
        let home = FOLDERS[0];
        assert_eq!(faults("a.md", &format!("https://example.org{home} and ..{home}\n")), 0);
    }
}
