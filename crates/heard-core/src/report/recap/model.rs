//! The content of a recap, independent of its format.

use crate::report::recap::text;

/// A recap: its subject, and its content as a list of blocks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recap {
    /// The subject on one line, as for an e-mail.
    pub subject: String,
    /// The content, in order.
    pub blocks: Vec<Block>,
    /// The language tag of the labels, as defined by BCP 47.
    pub(super) lang: &'static str,
}

impl Recap {
    /// Creates a recap of blocks that may be about more than one meeting.
    pub(crate) const fn made_of(subject: String, blocks: Vec<Block>, lang: &'static str) -> Self {
        Self { subject, blocks, lang }
    }
}

/// A line of text, as a list of pieces.
pub type Line = Vec<Piece>;

/// A heading, a paragraph, a quotation or an item of a list, with notes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// The role of the block.
    pub shape: Shape,
    /// The text of the block.
    pub text: Line,
    /// The notes below the text, each on its own line.
    pub notes: Vec<Line>,
}

/// The role of a block in a recap.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// The title of the recap.
    Title,
    /// The heading of a meeting.
    Meeting,
    /// The heading of a section.
    Section,
    /// A paragraph of fixed text.
    Text,
    /// A quotation.
    Quote,
    /// An item of a list.
    Item,
}

/// A part of a line. Text that a person wrote has been cleaned of control characters and of characters that change the
/// writing direction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The text; the line feed is the only control character.
    pub text: String,
    /// Whether a person wrote the text, in any writing direction; false for labels.
    pub is_theirs: bool,
}

/// A piece with a label or another text of the program.
pub(crate) fn ours(text: impl Into<String>) -> Piece {
    Piece { text: text.into(), is_theirs: false }
}

/// A piece with cleaned text that a person wrote.
pub(crate) fn theirs(text: &str) -> Piece {
    Piece { text: text::clean(text), is_theirs: true }
}
