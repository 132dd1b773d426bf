//! The labels of a sheet.

use crate::report::sheet::Status;

/// The labels of a sheet. A label that ends with a colon or a space is followed by a day or by text that a person
/// wrote.
#[derive(Debug)]
pub struct Labels {
    /// The title of the sheet.
    pub title: &'static str,
    /// The text that replaces the client's name for meetings without a client.
    pub nobody: &'static str,
    /// A period, given its formatted first and last day; `None` for an open end.
    pub period: fn(Option<&str>, Option<&str>) -> String,
    /// The introduction.
    pub intro: &'static str,
    /// The closing text.
    pub closing: &'static str,
    /// The text of a sheet without content.
    pub nothing: &'static str,
    /// The heading of the loops with a status.
    pub section: fn(Status) -> &'static str,
    /// The heading of what the client was spared.
    pub spared: &'static str,
    /// The text for a loop that is a promise of the consultant.
    pub promise: &'static str,
    /// How often the client raised a loop, 2 or more times.
    pub raised_times: fn(u32) -> String,
    /// The label of each further time at which a loop was raised.
    pub again: &'static str,
    /// The label of the day on which the loop was done.
    pub done_on: &'static str,
    /// The text for a loop that is done but not closed by the client.
    pub yours_to_close: &'static str,
    /// The label of the day on which the client closed the loop.
    pub closed_on: &'static str,
    /// The label of the day on which work on the loop began.
    pub begun_on: &'static str,
    /// The label of the day for which the loop is promised.
    pub by: &'static str,
    /// The label of the day of the last update to the client.
    pub word_on: &'static str,
    /// The text for a loop without any update to the client.
    pub no_word: &'static str,
    /// The label of the reason why a loop was declined.
    pub because: &'static str,
    /// The label of the day on which the loop was declined.
    pub declined_on: &'static str,
}
