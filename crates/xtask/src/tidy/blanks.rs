//! Rule: no blanks at the end of a line, and one newline at the end of a text.

use super::tree::{Finding, Tree};

pub(crate) fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    // Golden files are what some version once wrote, byte for byte: never edited, so never judged.
    let judged = tree.texts().filter(|(file, _)| !file.path.contains("/golden/"));
    for (file, text) in judged {
        for (at, line) in text.lines().enumerate() {
            if line.ends_with([' ', '\t']) {
                findings.push(Finding::new(file, at + 1, "blanks at the end of the line"));
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
    fn blanks_and_missing_newlines_are_found() {
        assert_eq!(faults("a.md", "a \nb\t\nc"), 3);
        assert_eq!(faults("a.md", "a\n\nb\n"), 0);
        assert_eq!(faults("a.md", ""), 0);
    }

    #[test]
    fn golden_files_are_left_alone() {
        assert_eq!(faults("crates/heard-core/tests/golden/v1.json", "{} "), 0);
    }
}
