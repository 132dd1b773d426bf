//! The texts of the sheet "You said, we did": the screen that exports it, and the sheet itself.

use heard_core::report::sheet::Labels;

/// The screen of a sheet.
pub(crate) struct Sheet {
    /// The link to it, and its heading.
    pub(crate) title: &'static str,
    /// The link for screen readers; takes the client's name.
    pub(crate) title_for: fn(&str) -> String,
    /// The label of the choice of a period, for screen readers.
    pub(crate) when: &'static str,
    /// This quarter, this year, the last twelve months, all time.
    pub(crate) spans: [&'static str; 4],
    /// The label of the first day.
    pub(crate) from: &'static str,
    /// The label of the last day.
    pub(crate) to: &'static str,
    /// The button that saves the loops as CSV.
    pub(crate) table: &'static str,
    /// The kinds of file, with which the file names begin: the sheet, and the table.
    pub(crate) files: [&'static str; 2],
    /// The texts inside the sheet.
    pub(crate) labels: Labels,
}
