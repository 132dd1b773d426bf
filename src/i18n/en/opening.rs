//! English, for the opening card and the question about duplicates.

use crate::i18n::strings::opening::Opening;

pub(super) const OPENING: Opening = Opening {
    waiting: "Waiting on you",
    more: |count| format!("And {count} more."),
    promised: "Promised",
    unconfirmed: "Heard last time, not confirmed",
    nothing: "Nothing is waiting on you.",
    same: |day| format!("Is this what they raised on {day}?"),
    yes: "Yes, again",
    no: "No, something else",
};
