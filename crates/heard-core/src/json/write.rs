//! Writing, piece by piece, in the order in which the pieces come.

use std::fmt::{Display, Write as _};

/// Writes one JSON value. Commas come by themselves; what is opened must be closed.
#[derive(Debug, Default)]
pub struct Writer {
    text: String,
}

impl Writer {
    /// What was written, whole.
    pub fn done(self) -> String {
        self.text
    }

    /// Begins an object.
    pub fn object(&mut self) -> &mut Self {
        self.open('{')
    }

    /// Begins a list.
    pub fn list(&mut self) -> &mut Self {
        self.open('[')
    }

    /// Ends the object.
    pub fn end_object(&mut self) -> &mut Self {
        self.text.push('}');
        self
    }

    /// Ends the list.
    pub fn end_list(&mut self) -> &mut Self {
        self.text.push(']');
        self
    }

    /// Names the field whose value comes next.
    pub fn key(&mut self, name: &str) -> &mut Self {
        self.text(name);
        self.text.push(':');
        self
    }

    /// A text.
    pub fn text(&mut self, text: &str) -> &mut Self {
        self.separate();
        self.text.push('"');
        text.chars().for_each(|letter| self.letter(letter));
        self.text.push('"');
        self
    }

    /// A text, or null.
    pub fn maybe_text(&mut self, text: Option<&str>) -> &mut Self {
        match text {
            Some(text) => self.text(text),
            None => self.null(),
        }
    }

    /// A number, which its own way of writing must make valid JSON.
    pub fn number(&mut self, number: impl Display) -> &mut Self {
        self.separate();
        // Writing into a string can not fail.
        let _ = write!(self.text, "{number}");
        self
    }

    /// A number, or null.
    pub fn maybe_number(&mut self, number: Option<impl Display>) -> &mut Self {
        match number {
            Some(number) => self.number(number),
            None => self.null(),
        }
    }

    /// `true` or `false`.
    pub fn bool(&mut self, value: bool) -> &mut Self {
        self.number(value)
    }

    /// `null`.
    pub fn null(&mut self) -> &mut Self {
        self.number("null")
    }

    /// A value that is JSON already.
    pub(crate) fn json(&mut self, json: &str) -> &mut Self {
        self.number(json)
    }

    fn open(&mut self, bracket: char) -> &mut Self {
        self.separate();
        self.text.push(bracket);
        self
    }

    /// A comma, unless this is the first of its kind. Within a text this is never asked.
    fn separate(&mut self) {
        if !matches!(self.text.as_bytes().last(), None | Some(b'{' | b'[' | b':')) {
            self.text.push(',');
        }
    }

    fn letter(&mut self, letter: char) {
        match letter {
            '"' => self.text.push_str("\\\""),
            '\\' => self.text.push_str("\\\\"),
            '\n' => self.text.push_str("\\n"),
            '\r' => self.text.push_str("\\r"),
            '\t' => self.text.push_str("\\t"),
            '\u{8}' => self.text.push_str("\\b"),
            '\u{c}' => self.text.push_str("\\f"),
            control if control < ' ' => {
                // Writing into a string can not fail.
                let _ = write!(self.text, "\\u{:04x}", u32::from(control));
            }
            other => self.text.push(other),
        }
    }
}
