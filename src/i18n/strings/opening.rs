//! The texts of the opening card, and of the question whether an issue was raised before.

/// What is shown before a meeting with a known client, and when they raise something again.
pub(crate) struct Opening {
    /// The heading above the loops the client is waiting on.
    pub(crate) waiting: &'static str,
    /// How many more there are.
    pub(crate) more: fn(usize) -> String,
    /// The heading above promises with a due date.
    pub(crate) promised: &'static str,
    /// The heading above notes of the last meeting that the client has not confirmed.
    pub(crate) unconfirmed: &'static str,
    /// Shown where the client is waiting on nothing.
    pub(crate) nothing: &'static str,
    /// Asks whether a new note repeats an older one; takes the older one's day.
    pub(crate) same: fn(&str) -> String,
    /// The answer that it does.
    pub(crate) yes: &'static str,
    /// The answer that it does not.
    pub(crate) no: &'static str,
}
