//! Rule: no file speaks of the folders of the machine that it was written on.

use super::tree::{Finding, SourceFile, Tree};

// Cut in half, or this list would be found by its own rule.
const FOLDERS: &[&str] =
    &[concat!("/ho", "me/"), concat!("/ro", "ot/"), concat!("/wo", "rk/"), concat!("/Use", "rs/")];

pub(crate) fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    let judged = tree.texts().filter(|(file, _)| !is_lock(file));
    for (file, text) in judged {
        for (at, line) in text.lines().enumerate() {
            if let Some(folder) = FOLDERS.iter().find(|folder| begins_path(line, folder)) {
                let why = format!("`{folder}` exists on one machine only: use a relative path");
                findings.push(Finding::new(file, at + 1, why));
            }
        }
    }
    findings
}

/// Lock files are written by tools, and hashes hold anything.
fn is_lock(file: &SourceFile) -> bool {
    file.is(&["lock"]) || file.path.ends_with("package-lock.json")
}

/// Inside a longer path or an address, the same letters mean something else.
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
    fn every_folder_can_be_found() {
        for folder in FOLDERS {
            assert_eq!(faults("a.toml", &format!("x = \"{folder}someone\"\n")), 1);
            assert_eq!(faults("Cargo.lock", &format!("x = \"{folder}someone\"\n")), 0);
        }
    }

    #[test]
    fn the_same_letters_inside_an_address_are_free() {
        let home = FOLDERS[0];
        assert_eq!(faults("a.md", &format!("https://example.org{home} and ..{home}\n")), 0);
    }
}
