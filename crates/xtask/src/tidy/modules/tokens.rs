//! Questions about single tokens of Rust, as proc-macro2 reads them.

use proc_macro2::{Delimiter, Group, TokenTree};

/// Whether the tokens begin with `::`.
pub(super) fn is_separator(tokens: &[TokenTree]) -> bool {
    is_punct(tokens.first(), ':') && is_punct(tokens.get(1), ':')
}

/// Whether the token is this one character of punctuation.
pub(super) fn is_punct(token: Option<&TokenTree>, wanted: char) -> bool {
    matches!(token, Some(TokenTree::Punct(punct)) if punct.as_char() == wanted)
}

/// The identifier or keyword that the token is, if it is one.
pub(super) fn word_of(token: &TokenTree) -> Option<String> {
    match token {
        TokenTree::Ident(ident) => Some(ident.to_string()),
        _ => None,
    }
}

/// Whether the token is a group in braces, such as the body of a function.
pub(super) fn is_braces(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Group(group) if group.delimiter() == Delimiter::Brace)
}

/// The segments of the path that begins with the first token. One, if it is a single identifier.
pub(super) fn path_at(tokens: &[TokenTree]) -> Vec<String> {
    let mut segments: Vec<String> = tokens.first().and_then(word_of).into_iter().collect();
    let mut rest = tokens.get(1..).unwrap_or_default();
    while is_separator(rest) {
        let Some(word) = rest.get(2).and_then(word_of) else { break };
        segments.push(word);
        rest = &rest[3..];
    }
    segments
}

/// The number of tokens of the attribute that stands first, and its brackets.
pub(super) fn attribute(tokens: &[TokenTree]) -> Option<(usize, &Group)> {
    let brackets = if is_punct(tokens.get(1), '!') { 2 } else { 1 };
    match tokens.get(brackets) {
        Some(TokenTree::Group(group)) if is_punct(tokens.first(), '#') => {
            Some((brackets + 1, group))
        }
        _ => None,
    }
}

/// Whether the attribute is `cfg(test)` or a `cfg(all(…))` with it.
pub(super) fn is_cfg_test(attribute: &Group) -> bool {
    let text = attribute.stream().to_string();
    let mut words = text.split(|c: char| !(c.is_alphanumeric() || c == '_'));
    words.next() == Some("cfg")
        && words.clone().any(|word| word == "test")
        && !words.any(|word| word == "not")
}
