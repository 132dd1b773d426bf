//! English, of the opening card and of what is raised again.

use crate::i18n::strings::opening::Opening;

pub(super) const OPENING: Opening = Opening {
    waiting: "They still wait for",
    more: |count| format!("And {count} more."),
    promised: "Promised",
    unconfirmed: "Heard last time, not confirmed",
    nothing: "Nothing of theirs waits.",
    same: |day| format!("Is this what they raised on {day}?"),
    yes: "Yes, again",
    no: "No, something else",
};
