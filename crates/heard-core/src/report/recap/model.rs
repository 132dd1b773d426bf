//! The text of a recap, independent of its format.

use crate::report::recap::text;

/// What was heard, told to somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recap {
    /// What it is about in one line: the subject of a mail.
    pub subject: String,
    /// All that it says, in order.
    pub blocks: Vec<Block>,
    /// The tag of the language of its labels.
    pub(super) lang: &'static str,
}

impl Recap {
    /// Blocks that are not about one meeting.
    pub(crate) const fn made_of(subject: String, blocks: Vec<Block>, lang: &'static str) -> Self {
        Self { subject, blocks, lang }
    }
}

/// A line, in pieces.
pub type Line = Vec<Piece>;

/// A piece of a recap that stands by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub shape: Shape,
    /// What it says.
    pub says: Line,
    /// What is noted below it, a line each.
    pub notes: Vec<Line>,
}

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// The heading of it all.
    Title,
    /// The heading of a meeting.
    Meeting,
    /// The heading of a section.
    Section,
    /// A paragraph of ours.
    Text,
    /// Somebody's words.
    Quote,
    /// An item of a list.
    Item,
}

/// A part of a line. Control characters and marks that turn the direction of writing have been taken out of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The text; a new line is the only control character.
    pub text: String,
    /// Whether somebody wrote it, in whatever direction, and not we.
    pub is_theirs: bool,
}

/// A text of our own.
pub(crate) fn ours(text: impl Into<String>) -> Piece {
    Piece { text: text.into(), is_theirs: false }
}

/// Somebody's text.
pub(crate) fn theirs(text: &str) -> Piece {
    Piece { text: text::clean(text), is_theirs: true }
}
