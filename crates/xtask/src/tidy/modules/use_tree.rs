//! Reads `use` declarations: `use a::{b, c::d as e}` is two imports.

use proc_macro2::TokenTree;

use super::tokens::{is_punct, is_separator, word_of};

/// One name, or one `*`, that a `use` brings into a module.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Import {
    pub(crate) line: usize,
    /// The path without the final `*` of a glob and without the final `self` of a group.
    pub(crate) segments: Vec<String>,
    pub(crate) kind: ImportKind,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum ImportKind {
    /// `use a::b` binds `b`, `use a::b as c` binds `c`.
    Name(String),
    /// `use a::*`.
    Glob,
}

/// Reads the tokens between `use` and the semicolon.
pub(crate) fn read(tokens: &[TokenTree]) -> Vec<Import> {
    let mut imports = Vec::new();
    read_branch(tokens, &[], &mut imports);
    imports
}

fn read_branch(tokens: &[TokenTree], prefix: &[String], imports: &mut Vec<Import>) {
    let mut segments = prefix.to_vec();
    let mut rest = tokens;
    loop {
        if is_separator(rest) {
            rest = &rest[2..];
        }
        match rest.first() {
            Some(TokenTree::Ident(ident)) => {
                segments.push(ident.to_string());
                let line = ident.span().start().line;
                rest = &rest[1..];
                if !is_separator(rest) {
                    return imports.extend(named(line, segments, rest));
                }
            }
            Some(TokenTree::Group(group)) => {
                let inner: Vec<TokenTree> = group.stream().into_iter().collect();
                for branch in inner.split(|token| is_punct(Some(token), ',')) {
                    read_branch(branch, &segments, imports);
                }
                return;
            }
            Some(star) if is_punct(Some(star), '*') => {
                let line = star.span().start().line;
                return imports.push(Import { line, segments, kind: ImportKind::Glob });
            }
            // A path ends with its semicolon, a group with a comma after which nothing stands.
            _ => return,
        }
    }
}

/// The import of a path that ends here, perhaps with `as name` after it.
fn named(line: usize, mut segments: Vec<String>, rest: &[TokenTree]) -> Option<Import> {
    if segments.len() > 1 && segments.last().is_some_and(|last| last == "self") {
        segments.pop();
    }
    let renamed = match rest.first().and_then(word_of) {
        Some(word) if word == "as" => rest.get(1).and_then(word_of),
        _ => None,
    };
    let name = renamed.or_else(|| segments.last().cloned())?;
    Some(Import { line, segments, kind: ImportKind::Name(name) })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each import as `path` or `path as name`.
    fn imports(code: &str) -> Vec<String> {
        let tokens: Vec<TokenTree> =
            code.parse::<proc_macro2::TokenStream>().unwrap().into_iter().collect();
        let spelled = |import: Import| {
            let path = import.segments.join("::");
            match import.kind {
                ImportKind::Glob => format!("{path}::*"),
                ImportKind::Name(name) if path.ends_with(&name) => path,
                ImportKind::Name(name) => format!("{path} as {name}"),
            }
        };
        read(&tokens).into_iter().map(spelled).collect()
    }

    #[test]
    fn a_path_is_one_import() {
        assert_eq!(imports("crate::a::B;"), ["crate::a::B"]);
        assert_eq!(imports("::a::B as C;"), ["a::B as C"]);
        assert_eq!(imports("a::*;"), ["a::*"]);
    }

    #[test]
    fn a_group_is_an_import_for_each_leaf() {
        let code = "crate::{a::{self, B}, c::d as e, f::*,\n};";
        assert_eq!(imports(code), ["crate::a", "crate::a::B", "crate::c::d as e", "crate::f::*"]);
    }

    #[test]
    fn a_leaf_has_its_own_line() {
        let tokens: Vec<TokenTree> = "a::{\n    b,\n    c,\n};"
            .parse::<proc_macro2::TokenStream>()
            .unwrap()
            .into_iter()
            .collect();
        let lines: Vec<usize> = read(&tokens).iter().map(|import| import.line).collect();
        assert_eq!(lines, [2, 3]);
    }
}
