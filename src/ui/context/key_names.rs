//! The keyboard key of each action, as it is printed on buttons and in the list of shortcuts.

use heard_core::event::capture::{Kind, Tally};

/// The key that marks a moment.
pub(crate) const MARK: &str = "M";
/// The key that begins or ends a break.
pub(crate) const BREAK: &str = "B";
/// The key that undoes.
pub(crate) const UNDO: &str = "Z";
/// The key that redoes.
pub(crate) const REDO: &str = "Y";
/// The key that opens the list of shortcuts.
pub(crate) const HELP: &str = "?";

/// The key that opens the capture form for a kind.
pub(crate) const fn key_of_kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Outcome => "O",
        Kind::Insight => "I",
        Kind::Issue => "U",
        Kind::Promise => "P",
        Kind::Spared => "S",
        Kind::Held => "H",
    }
}

/// The key that adds one to a tally.
pub(crate) const fn key_of_tally(tally: Tally) -> &'static str {
    match tally {
        Tally::Asked => "A",
        Tally::PlayedBack => "R",
        Tally::JumpedIn => "J",
    }
}
