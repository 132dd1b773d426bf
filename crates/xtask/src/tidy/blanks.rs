//! Rule: no spaces at the end of a line, and a newline at the end of a file.

use super::tree::{Finding, Tree};

pub(crate) fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    // Golden files contain what an earlier version wrote, byte for byte, and are never edited.
    let texts = tree.texts().filter(|(file, _)| !file.path.contains("/golden/"));
    for (file, text) in texts {
        for (at, line) in text.lines().enumerate() {
            if line.ends_with([' ', '\t']) {
                findings.push(Finding::new(file, at + 1, "spaces at the end of the line"));
            }
        }
        if !text.is_empty() && !text.ends_with('\n') {
            let why = "the last line has no newline";
            findings.push(Finding::new(file, text.lines().count(), why));
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(path: &str, text: &str) -> usize {
        check(&Tree::of(&[(path, text)])).len()
    }

    #[test]
    fn spaces_and_missing_newlines_are_found() {
        assert_eq!(faults("a.md", "a \nb\t\nc"), 3);
        assert_eq!(faults("a.md", "a\n\nb\n"), 0);
        assert_eq!(faults("a.md", ""), 0);
    }

    #[test]
    fn golden_files_are_not_checked() {
        assert_eq!(faults("crates/heard-core/tests/golden/v1.json", "{} "), 0);
    }
}
