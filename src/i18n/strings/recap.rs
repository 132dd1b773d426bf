//! The texts of the recap: the card that exports it, and the recap itself.

use heard_core::report::recap::Labels;

/// The card of a recap. The sheet uses its buttons too.
pub(crate) struct Recap {
    /// The heading.
    pub(crate) title: &'static str,
    /// The label of the choice between the two copies, for screen readers.
    pub(crate) whom: &'static str,
    /// The copy for the client, and the consultant's own.
    pub(crate) audiences: [&'static str; 2],
    /// Why the consultant's own copy is not offered yet.
    pub(crate) first_guess: &'static str,
    /// The label of the text as the reader will see it.
    pub(crate) preview: &'static str,
    /// The button that copies the text.
    pub(crate) copy: &'static str,
    /// The button that opens an email draft.
    pub(crate) mail: &'static str,
    /// The button that opens the system's share sheet.
    pub(crate) share: &'static str,
    /// The button that prints.
    pub(crate) print: &'static str,
    /// The button that saves a calendar file.
    pub(crate) calendar: &'static str,
    /// Comes before the file formats.
    pub(crate) save: &'static str,
    /// The file formats: Markdown, plain text, HTML.
    pub(crate) forms: [&'static str; 3],
    /// The kinds of file, with which the file names begin: the client's copy, and the consultant's own.
    pub(crate) files: [&'static str; 2],
    /// What the status line says after a button.
    pub(crate) done: Done,
    /// The texts inside the recap.
    pub(crate) labels: Labels,
}

/// What the status line says after a button was pressed.
pub(crate) struct Done {
    /// Copied with formatting.
    pub(crate) copied: &'static str,
    /// Copied without formatting.
    pub(crate) copied_plain: &'static str,
    /// The clipboard is blocked; the text is selected.
    pub(crate) by_hand: &'static str,
    /// An email draft was opened.
    pub(crate) mailed: &'static str,
    /// An email draft is blocked.
    pub(crate) not_mailed: &'static str,
    /// Too long for a draft; copied.
    pub(crate) mail_long: &'static str,
    /// Too long for a draft, and the clipboard is blocked; the text is selected.
    pub(crate) mail_by_hand: &'static str,
    /// Shared.
    pub(crate) shared: &'static str,
    /// Sharing was cancelled or is blocked.
    pub(crate) not_shared: &'static str,
    /// The print dialog was opened.
    pub(crate) printed: &'static str,
    /// Printing is blocked; saved as a file.
    pub(crate) not_printed: &'static str,
    /// Saved as a file.
    pub(crate) saved: &'static str,
    /// Downloads are blocked.
    pub(crate) not_saved: &'static str,
}
