//! The texts of the opening card, and of the question whether something was raised before.

/// What is said before a meeting with a client, and when they raise something again.
pub(crate) struct Opening {
    /// The heading of what they wait for.
    pub(crate) waiting: &'static str,
    /// How many more wait.
    pub(crate) more: fn(usize) -> String,
    pub(crate) promised: &'static str,
    pub(crate) unconfirmed: &'static str,
    pub(crate) nothing: &'static str,
    /// Whether it is what they raised on this day.
    pub(crate) same: fn(&str) -> String,
    pub(crate) yes: &'static str,
    pub(crate) no: &'static str,
}
