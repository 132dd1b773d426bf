//! The texts around a sheet: the screen that offers it, and what it holds itself.

use heard_core::sheet::Labels;

/// The screen of a sheet.
pub(crate) struct Sheet {
    /// The way to it, and its heading.
    pub(crate) title: &'static str,
    /// The way to the sheet of somebody.
    pub(crate) title_for: fn(&str) -> String,
    /// Which time.
    pub(crate) when: &'static str,
    /// This quarter, this year, the last twelve months, all of it.
    pub(crate) spans: [&'static str; 4],
    pub(crate) from: &'static str,
    pub(crate) to: &'static str,
    pub(crate) table: &'static str,
    /// How its file is called, and that of the table.
    pub(crate) files: [&'static str; 2],
    /// What the sheet itself says.
    pub(crate) labels: Labels,
}
