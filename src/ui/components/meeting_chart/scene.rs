//! What the chart of a meeting is drawn from.

use heard_core::Meeting;
use heard_core::event::capture::Kind;
use heard_core::meeting::Interval;

use crate::ui::context::language::Words;

/// A meeting that has ended, split into turns.
pub(crate) struct Scene<'a> {
    /// The meeting.
    pub(crate) meeting: &'a Meeting,
    /// Its turns in order.
    pub(crate) turns: Vec<Interval>,
    /// Its length in milliseconds.
    pub(crate) length_ms: u64,
    /// Whether it is known who spoke, because the floor was touched.
    pub(crate) known: bool,
    /// The index of the selected turn.
    pub(crate) selected: Option<usize>,
    /// The strings of the language.
    pub(crate) words: Words,
}

/// The label of a kind of capture. A held answer has its own, in the past tense.
pub(crate) fn kind_word(kind: Kind, words: Words) -> &'static str {
    if kind == Kind::Held { words.capture.held } else { (words.kind)(kind) }
}
