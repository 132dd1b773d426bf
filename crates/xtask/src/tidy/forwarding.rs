//! Rule: a file is not there only to pass on the names of other files.
//!
//! The index of a folder, a `mod.rs` or the root of a crate, is needed when it declares two modules
//! or more. With one module, or with none, a short file of `mod` and `use` can be left out.

use proc_macro2::TokenStream;

use super::modules::read;
use super::tree::{Finding, Tree};

/// Longer files have documentation that is worth a place of its own.
const FEWEST_LINES: usize = 25;

/// The index of a folder declares at least so many modules.
const FEWEST_MODULES: usize = 2;

pub(crate) fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (file, text) in tree.texts().filter(|(file, _)| file.is(&["rs"])) {
        if text.lines().count() < FEWEST_LINES && forwards(text) {
            let why = "the file only forwards names: import from the files that define them";
            findings.push(Finding::new(file, 1, why));
        }
    }
    findings
}

/// Whether the file has nothing but `use` and at most one `mod`.
fn forwards(text: &str) -> bool {
    let Ok(tokens) = text.parse::<TokenStream>() else { return false };
    let module = read(tokens);
    let is_inline = module.children.iter().any(|child| child.inline.is_some());
    let has_code = !module.identifiers.is_empty() || is_inline;
    let is_empty = module.imports.is_empty() && module.children.is_empty();
    !has_code && !is_empty && module.children.len() < FEWEST_MODULES
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(text: &str) -> usize {
        check(&Tree::of(&[("src/a.rs", text)])).len()
    }

    #[test]
    fn a_file_that_only_forwards_is_found() {
        assert_eq!(faults("//! A.\n\npub use crate::b::{C, D};\n"), 1);
        assert_eq!(faults("//! A.\n\npub mod b;\n"), 1);
        assert_eq!(faults("//! A.\n\nmod b;\npub use b::B;\n"), 1);
    }

    #[test]
    fn the_index_of_a_folder_is_needed() {
        assert_eq!(faults("//! A.\n\nmod b;\nmod c;\n\npub use b::B;\n"), 0);
    }

    #[test]
    fn a_file_that_defines_anything_is_needed() {
        assert_eq!(faults("//! A.\n\nuse crate::b::B;\n\npub const C: B = B;\n"), 0);
        assert_eq!(faults("//! A.\n\nuse crate::b::B;\n\nimpl B {}\n"), 0);
        assert_eq!(faults("//! A.\n\nmod b {\n    pub struct C;\n}\n"), 0);
    }

    #[test]
    fn long_documentation_is_worth_a_file() {
        let documentation = "//! A.\n".repeat(FEWEST_LINES);
        assert_eq!(faults(&format!("{documentation}\npub use crate::b::B;\n")), 0);
    }
}
