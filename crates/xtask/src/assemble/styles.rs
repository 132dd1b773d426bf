//! The style sheet of the element, from the files that the library lists.

use anyhow::{Result, ensure};

use super::read;
use crate::repo;

/// The style sheets that `STYLES` in src/styles.rs lists, one after the other.
pub(super) fn sheet() -> Result<String> {
    let source = repo::root().join("src");
    let list = read(&source.join("styles.rs"))?;
    let files: Vec<&str> = list.lines().filter_map(included).collect();
    ensure!(!files.is_empty(), "src/styles.rs includes no style sheet");
    files.into_iter().map(|file| Ok(squeezed(&read(&source.join(file))?))).collect()
}

/// A style sheet without its comments and its indentation, which no visitor needs.
fn squeezed(sheet: &str) -> String {
    let mut parts = sheet.split("/*");
    let first = parts.next().unwrap_or_default().to_owned();
    let rest = parts.filter_map(|part| part.split_once("*/")).map(|(_, after)| after);
    let bare = rest.fold(first, |bare, part| bare + part);
    let lines = bare.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.fold(String::new(), |squeezed, line| squeezed + line + "\n")
}

/// The file of a line like `include_str!("../styles/base.css"),`.
fn included(line: &str) -> Option<&str> {
    line.trim().strip_prefix("include_str!(\"")?.strip_suffix("\"),")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_indentation_of_a_sheet_stay_at_home() {
        let sheet = "/* Why. */\na {\n  color: red; /* so\n that */\n}\n\nb {}\n";
        assert_eq!(squeezed(sheet), "a {\ncolor: red;\n}\nb {}\n");
    }
}
