//! The modules at the crate's root that a file's code names.

/// A first segment after `crate::` (or after enough `super::`), with its line.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Root<'a> {
    pub(crate) line: usize,
    pub(crate) name: &'a str,
}

/// Every root that the code of a module names, where the module lies `depth` below the root.
pub(crate) fn roots(code: &str, depth: usize) -> Vec<Root<'_>> {
    let mut found = Vec::new();
    for (at, _) in code.match_indices("crate::") {
        if !continues_word(code, at) {
            collect(code, at + "crate::".len(), &mut found);
        }
    }
    for (at, _) in code.match_indices("super::") {
        let climbed = supers(&code[at..]);
        let is_first = !code[..at].ends_with("super::") && !continues_word(code, at);
        if is_first && depth > 0 && climbed >= depth {
            collect(code, at + climbed * "super::".len(), &mut found);
        }
    }
    found
}

/// Whether the text before belongs to the same word, as in `$crate::` or `my_crate::`.
fn continues_word(code: &str, at: usize) -> bool {
    code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == '$')
}

fn supers(code: &str) -> usize {
    let rest = code.trim_start_matches("super::");
    (code.len() - rest.len()) / "super::".len()
}

/// What follows the prefix: one name, or a group in braces of which each first name counts.
fn collect<'a>(code: &'a str, from: usize, found: &mut Vec<Root<'a>>) {
    if !code[from..].starts_with('{') {
        return push(code, from, found);
    }
    let mut depth = 0;
    for (at, c) in code[from..].char_indices().map(|(at, c)| (from + at, c)) {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return;
        }
        let starts = code[..at].trim_end().ends_with(['{', ',']) && !c.is_whitespace();
        if depth == 1 && starts {
            push(code, at, found);
        }
    }
}

fn push<'a>(code: &'a str, at: usize, found: &mut Vec<Root<'a>>) {
    let rest = &code[at..];
    let end = rest.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(rest.len());
    if end > 0 {
        found.push(Root { line: code[..at].matches('\n').count() + 1, name: &rest[..end] });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(code: &str, depth: usize) -> Vec<&str> {
        roots(code, depth).into_iter().map(|root| root.name).collect()
    }

    #[test]
    fn single_paths_are_found_in_use_and_in_code() {
        assert_eq!(names("use crate::ui::Desk;\nlet x = crate::live::now();", 1), ["ui", "live"]);
        assert_eq!(roots("\n\nuse crate::ui;", 1)[0].line, 3);
    }

    #[test]
    fn groups_give_each_first_name_and_nested_names_do_not_count() {
        let code = "use crate::{\n    live::{ui, Desk},\n    shell,\n    i18n::Text,\n};";
        assert_eq!(names(code, 1), ["live", "shell", "i18n"]);
        assert_eq!(roots(code, 1)[1].line, 3);
    }

    #[test]
    fn other_crates_and_macros_are_not_ours() {
        assert!(names("$crate::ui::x; other_crate::ui::x;", 1).is_empty());
    }

    #[test]
    fn climbing_to_the_root_counts_and_stopping_below_does_not() {
        assert_eq!(names("use super::super::ui::Desk;", 2), ["ui"]);
        assert_eq!(names("use super::{ui, live};", 1), ["ui", "live"]);
        assert!(names("use super::ui::Desk;", 2).is_empty());
    }
}
