//! The style sheet of the element.

use anyhow::{Result, ensure};

use super::files::read;
use crate::repo;

/// The files that `STYLES` in src/styles.rs lists, joined in that order.
///
/// # Errors
///
/// If a file cannot be read, or none is listed.
pub(super) fn style_sheet() -> Result<String> {
    let source = repo::root().join("src");
    let list = read(&source.join("styles.rs"))?;
    let files: Vec<&str> = list.lines().filter_map(included).collect();
    ensure!(!files.is_empty(), "src/styles.rs includes no style sheet");
    files.into_iter().map(|file| Ok(minify(&read(&source.join(file))?))).collect()
}

/// A style sheet without comments and indentation.
fn minify(sheet: &str) -> String {
    let mut parts = sheet.split("/*");
    let first = parts.next().unwrap_or_default().to_owned();
    let rest = parts.filter_map(|part| part.split_once("*/")).map(|(_, after)| after);
    let bare = rest.fold(first, |bare, part| bare + part);
    let lines = bare.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.fold(String::new(), |sheet, line| sheet + line + "\n")
}

/// The file in a line like `include_str!("../styles/base.css"),`.
fn included(line: &str) -> Option<&str> {
    line.trim().strip_prefix("include_str!(\"")?.strip_suffix("\"),")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_indentation_are_left_out() {
        let sheet = "/* Why. */\na {\n  color: red; /* so\n that */\n}\n\nb {}\n";
        assert_eq!(minify(sheet), "a {\ncolor: red;\n}\nb {}\n");
    }
}
