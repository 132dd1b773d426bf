//! Writing a recap as lines of text, for Markdown and plain text.

use crate::report::recap::{Block, Piece, Shape};

/// How a format writes lines.
pub(super) struct Style {
    /// Escapes a line of text, so that the format finds no markup in it.
    pub(super) escape: fn(&str) -> String,
    /// Formats a heading, whose text is already escaped.
    pub(super) heading: fn(Shape, &str) -> String,
    /// The prefix of each line of a quotation.
    pub(super) quote: &'static str,
    /// The prefix of each line of an item except the first, which begins with a hyphen.
    pub(super) item_indent: &'static str,
    /// Whether each line of a block is a paragraph: an empty line follows it, within the same quotation or item.
    pub(super) has_paragraph_per_line: bool,
    /// The prefix of a note.
    pub(super) note: &'static str,
}

/// The blocks as text in the given style.
pub(super) fn written(blocks: &[Block], style: &Style) -> String {
    let mut all = String::new();
    let mut before = None;
    for block in blocks {
        let is_list = block.shape == Shape::Item && before == Some(Shape::Item);
        if before.is_some() && !is_list {
            all.push('\n');
        }
        before = Some(block.shape);
        write(&mut all, block, style);
    }
    all
}

fn write(to: &mut String, block: &Block, style: &Style) {
    let text = style.line(&block.text);
    let [first, rest] = match block.shape {
        Shape::Title | Shape::Meeting | Shape::Section => {
            let heading = text.join(" ");
            return to.push_str(&(style.heading)(block.shape, &heading));
        }
        Shape::Text => [""; 2],
        Shape::Quote => [style.quote; 2],
        Shape::Item => ["- ", style.item_indent],
    };
    let mut lines = text;
    for note in &block.notes {
        let mut note = style.line(note);
        if let Some(first) = note.first_mut() {
            first.insert_str(0, style.note);
        }
        lines.extend(note);
    }
    for (at, line) in lines.iter().enumerate() {
        if at > 0 && style.has_paragraph_per_line {
            to.push_str(&[rest.trim_end(), "\n"].concat());
        }
        let start = if at == 0 { first } else { rest };
        to.push_str(&[start, line, "\n"].concat());
    }
}

impl Style {
    /// The lines of a text, each trimmed and escaped; empty lines are left out. In Markdown, spaces at the start or end
    /// of a line can be markup.
    fn line(&self, pieces: &[Piece]) -> Vec<String> {
        let text: String = pieces.iter().map(|piece| piece.text.as_str()).collect();
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        lines.map(|line| (self.escape)(line)).collect()
    }
}
