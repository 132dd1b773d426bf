//! Reads the tokens of one Rust file: the modules it declares, the items it defines, the paths it names.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{Group, TokenStream, TokenTree};

use super::tokens::{attribute, is_braces, is_cfg_test, is_punct, is_separator, path_at, word_of};
use super::use_tree::{self, Import};

/// The body of a module: a whole file, or the braces of `mod name { … }`.
#[derive(Debug, Default)]
pub(crate) struct Body {
    /// The names of the structs, functions, constants and so on that are defined here.
    pub(crate) items: BTreeSet<String>,
    pub(crate) children: Vec<Child>,
    pub(crate) imports: Vec<Import>,
    /// Paths of two or more segments outside `use`, such as `clock::now`.
    pub(crate) paths: Vec<CodePath>,
    /// Each identifier, with the first line on which it stands.
    pub(crate) identifiers: BTreeMap<String, usize>,
}

/// A `mod` item.
#[derive(Debug)]
pub(crate) struct Child {
    pub(crate) name: String,
    /// The body in braces; `None` when the module is a file of its own.
    pub(crate) inline: Option<Body>,
}

/// A path in code, with its line.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct CodePath {
    pub(crate) line: usize,
    pub(crate) segments: Vec<String>,
}

/// Reads a module's tokens. Items under `#[cfg(test)]` are left out: they are not part of the program.
pub(crate) fn read(tokens: TokenStream) -> Body {
    let mut body = Body::default();
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let mut rest = tokens.as_slice();
    while !rest.is_empty() {
        let item = Item::first_of(rest);
        if !item.is_test {
            body.add(&item);
        }
        rest = &rest[item.length..];
    }
    body
}

/// The tokens of one item, with what its first tokens say about it.
struct Item<'a> {
    tokens: &'a [TokenTree],
    length: usize,
    is_test: bool,
    /// The keyword and the index of the token after it.
    keyword: Option<(String, usize)>,
}

/// Keywords after which the name of an item stands.
const NAMED: &[&str] =
    &["struct", "enum", "union", "trait", "fn", "type", "const", "static", "mod", "use"];

/// Items that end at a semicolon although braces may stand before it.
const END_AT_SEMICOLON: &[&str] = &["type", "const", "static", "use"];

impl<'a> Item<'a> {
    /// Takes the first item off the tokens; there is at least one token.
    fn first_of(tokens: &'a [TokenTree]) -> Self {
        let (mut at, mut is_test) = (0, false);
        while let Some((length, group)) = attribute(&tokens[at..]) {
            is_test |= is_cfg_test(group);
            at += length;
        }
        let keyword = keyword(tokens, at);
        let until_semicolon =
            keyword.as_ref().is_some_and(|(word, _)| END_AT_SEMICOLON.contains(&word.as_str()));
        let ends = |token: &TokenTree| {
            is_punct(Some(token), ';') || (!until_semicolon && is_braces(token))
        };
        let end = tokens[at..].iter().position(ends).map_or(tokens.len(), |end| at + end + 1);
        Self { tokens: &tokens[..end], length: end, is_test, keyword }
    }
}

/// The keyword that tells the item's kind. `const fn` is a function, `unsafe impl` no named item.
fn keyword(tokens: &[TokenTree], from: usize) -> Option<(String, usize)> {
    for (at, token) in tokens.iter().enumerate().skip(from) {
        match token {
            TokenTree::Ident(ident) => {
                let word = ident.to_string();
                let next = tokens.get(at + 1).and_then(word_of);
                let before_fn = ["fn", "unsafe", "async", "extern"];
                let qualifies =
                    word == "const" && next.is_some_and(|word| before_fn.contains(&word.as_str()));
                if NAMED.contains(&word.as_str()) && !qualifies {
                    return Some((word, at + 1));
                }
                if word == "macro_rules" {
                    return Some((word, at + 2));
                }
                if !qualifies
                    && !["pub", "unsafe", "async", "extern", "auto"].contains(&word.as_str())
                {
                    return None;
                }
            }
            token if is_braces(token) => return None,
            // The parentheses of `pub(crate)` and the ABI of `extern "C"`.
            TokenTree::Group(_) | TokenTree::Literal(_) => {}
            TokenTree::Punct(_) => return None,
        }
    }
    None
}

impl Body {
    fn add(&mut self, item: &Item<'_>) {
        let Some((keyword, at)) = &item.keyword else { return self.scan(item.tokens) };
        match keyword.as_str() {
            "use" => self.imports.extend(use_tree::read(&item.tokens[*at..])),
            "mod" => self.add_child(&item.tokens[*at..]),
            _ => {
                self.items.extend(item.tokens.get(*at).and_then(word_of));
                self.scan(item.tokens);
            }
        }
    }

    fn add_child(&mut self, tokens: &[TokenTree]) {
        let Some(name) = tokens.first().and_then(word_of) else { return };
        let inline = match tokens.get(1) {
            Some(TokenTree::Group(group)) => Some(read(group.stream())),
            _ => None,
        };
        self.children.push(Child { name, inline });
    }

    /// Collects paths and identifiers, inside groups too. A `use` inside a function counts as one of the module.
    fn scan(&mut self, tokens: &[TokenTree]) {
        let mut at = 0;
        while at < tokens.len() {
            match &tokens[at] {
                TokenTree::Group(group) => self.scan_group(group),
                TokenTree::Ident(ident) if *ident == "use" => {
                    let end = tokens[at..].iter().position(|token| is_punct(Some(token), ';'));
                    let end = end.map_or(tokens.len(), |end| at + end);
                    self.imports.extend(use_tree::read(&tokens[at + 1..end]));
                    at = end;
                }
                TokenTree::Ident(ident) => {
                    let line = ident.span().start().line;
                    self.identifiers.entry(ident.to_string()).or_insert(line);
                    let segments = path_at(&tokens[at..]);
                    let continues = at > 1 && is_separator(&tokens[at - 2..]);
                    if segments.len() > 1 && !continues {
                        self.paths.push(CodePath { line, segments });
                    }
                }
                _ => {}
            }
            at += 1;
        }
    }

    fn scan_group(&mut self, group: &Group) {
        let tokens: Vec<TokenTree> = group.stream().into_iter().collect();
        self.scan(&tokens);
    }
}
