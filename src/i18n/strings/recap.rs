//! The texts around a recap: the card that offers it, and what it holds itself.

use heard_core::recap::Labels;

/// The card of a recap.
pub(crate) struct Recap {
    pub(crate) title: &'static str,
    pub(crate) whom: &'static str,
    /// For the client, and for oneself.
    pub(crate) audiences: [&'static str; 2],
    /// Why there is none for oneself yet.
    pub(crate) first_guess: &'static str,
    pub(crate) preview: &'static str,
    /// The buttons: to copy, mail, share, print, and for a calendar.
    pub(crate) copy: &'static str,
    pub(crate) mail: &'static str,
    pub(crate) share: &'static str,
    pub(crate) print: &'static str,
    pub(crate) calendar: &'static str,
    pub(crate) save: &'static str,
    /// Markdown, plain text, HTML.
    pub(crate) forms: [&'static str; 3],
    /// How its files are called, the client's and one's own.
    pub(crate) files: [&'static str; 2],
    pub(crate) done: Done,
    /// What the recap itself says.
    pub(crate) labels: Labels,
}

/// What came of a touch.
pub(crate) struct Done {
    pub(crate) copied: &'static str,
    pub(crate) copied_plain: &'static str,
    pub(crate) by_hand: &'static str,
    pub(crate) mailed: &'static str,
    pub(crate) not_mailed: &'static str,
    pub(crate) mail_long: &'static str,
    pub(crate) mail_by_hand: &'static str,
    pub(crate) shared: &'static str,
    pub(crate) not_shared: &'static str,
    pub(crate) printed: &'static str,
    pub(crate) not_printed: &'static str,
    pub(crate) saved: &'static str,
    pub(crate) not_saved: &'static str,
}
