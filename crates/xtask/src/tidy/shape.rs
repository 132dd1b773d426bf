//! Rule: a Rust file is short, and begins with a comment that says what it contains.

use super::tree::{Finding, Tree};

/// A longer file has more than one purpose.
const MOST_LINES: usize = 400;

pub(crate) fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (file, text) in tree.texts().filter(|(file, _)| file.is(&["rs"])) {
        let lines = text.lines().count();
        if lines > MOST_LINES {
            let why = format!("{lines} lines, more than {MOST_LINES}: divide the file");
            findings.push(Finding::new(file, MOST_LINES + 1, why));
        }
        if !text.starts_with("//! ") {
            let why = "the first line must be a `//!` comment that says what the file contains";
            findings.push(Finding::new(file, 1, why));
        }
        if file.code.is_none() {
            findings.push(Finding::new(file, 1, "the file cannot be read as Rust"));
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(text: &str) -> usize {
        check(&Tree::of(&[("src/a.rs", text)])).len()
    }

    #[test]
    fn a_file_over_the_limit_is_found() {
        let file = |lines: usize| format!("//! A.\n{}", "\n".repeat(lines - 1));
        assert_eq!(faults(&file(MOST_LINES)), 0);
        assert_eq!(faults(&file(MOST_LINES + 1)), 1);
    }

    #[test]
    fn a_file_without_an_introduction_is_found() {
        assert_eq!(faults("// A.\n"), 1);
        assert_eq!(faults("use std::fs;\n"), 1);
    }

    #[test]
    fn a_file_that_cannot_be_read_is_found() {
        assert_eq!(faults("//! A.\nconst A: &str = \"b;\n"), 1);
    }

    #[test]
    fn other_files_than_rust_are_not_checked() {
        assert!(check(&Tree::of(&[("a.css", "p {}\n")])).is_empty());
    }
}
