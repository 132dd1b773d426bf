//! The code of a Rust file without its comments and literals, so that a rule about code does not
//! find what only a comment or a string says.

use proc_macro2::{Group, LexError, Span, TokenStream, TokenTree};

/// The same text with comments and literals turned into spaces, each line in its place.
///
/// # Errors
///
/// If the text is not a sequence of Rust tokens, for instance because a string has no end.
pub(crate) fn code_of(text: &str) -> Result<String, LexError> {
    let mut code = Code { text, written: String::with_capacity(text.len()), at: 0 };
    code.copy_tokens(text.parse()?);
    code.blank_until(text.len());
    Ok(code.written)
}

/// The code up to one place of the text.
struct Code<'a> {
    text: &'a str,
    written: String,
    /// The byte up to which the text is copied or blanked.
    at: usize,
}

impl Code<'_> {
    fn copy_tokens(&mut self, tokens: TokenStream) {
        for token in tokens {
            match token {
                TokenTree::Group(group) => self.copy_group(&group),
                TokenTree::Ident(ident) => self.copy(ident.span(), ident.to_string().len()),
                TokenTree::Punct(punct) => self.copy(punct.span(), 1),
                TokenTree::Literal(_) => {}
            }
        }
    }

    /// Copies a group with its brackets. A doc comment is read as an attribute whose brackets span
    /// the whole comment: such a group is left out.
    fn copy_group(&mut self, group: &Group) {
        let begin = group.span().byte_range().start;
        if self.text[begin..].starts_with(['(', '[', '{']) {
            self.copy(group.span_open(), 1);
            self.copy_tokens(group.stream());
            self.copy(group.span_close(), 1);
        }
    }

    /// Copies a token, unless it spans more than its length, as the `#` of a doc comment does.
    fn copy(&mut self, span: Span, length: usize) {
        let range = span.byte_range();
        if range.len() == length {
            self.blank_until(range.start);
            self.written.push_str(&self.text[range.clone()]);
            self.at = range.end;
        }
    }

    fn blank_until(&mut self, end: usize) {
        let blanked = self.text[self.at..end].chars();
        self.written.extend(blanked.map(|c| if c == '\n' { '\n' } else { ' ' }));
        self.at = end;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The words that are left.
    fn words(text: &str) -> Vec<String> {
        code_of(text).unwrap().split_whitespace().map(str::to_owned).collect()
    }

    #[test]
    fn comments_vanish_and_lines_stay() {
        assert_eq!(words("a // b\nc /* d /* e */ f */ g"), ["a", "c", "g"]);
        assert_eq!(code_of("/* a\nb */\n//! c\nd\n").unwrap().lines().last(), Some("d"));
        assert_eq!(code_of("/* a\nb */\n//! c\nd").unwrap().lines().count(), 4);
    }

    #[test]
    fn doc_comments_vanish_and_attributes_stay() {
        assert_eq!(
            words("//! a\n/// b\n/** c */\n#[d] #[doc = \"e\"] f"),
            ["#[d]", "#[doc", "=", "]", "f"]
        );
    }

    #[test]
    fn strings_vanish_whatever_they_contain() {
        assert_eq!(words(r#"a "b \" // c" d"#), ["a", "d"]);
        assert_eq!(words("a r##\"b \"# \" c\"## d r#type b\"e\" c\"f\""), ["a", "d", "r#type"]);
    }

    #[test]
    fn characters_vanish_and_lifetimes_stay() {
        assert_eq!(words(r#"a '"' b '\'' c '\u{7f}' d &'e f"#), ["a", "b", "c", "d", "&'e", "f"]);
    }

    #[test]
    fn columns_stay_in_lines_of_ascii() {
        let text = "let a = \"b\" + c(/* d */ f);";
        let code = code_of(text).unwrap();
        assert_eq!(code, "let a =     + c(        f);");
    }

    #[test]
    fn text_that_is_no_rust_is_an_error() {
        for text in ["a \"b", "a /* b", "a r#\"b", "a )"] {
            assert!(code_of(text).is_err(), "{text}");
        }
    }
}
