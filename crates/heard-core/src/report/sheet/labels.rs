//! The words around theirs on a sheet.

use crate::report::sheet::Became;

/// Every text of ours that a sheet may hold. What ends in a colon or in a blank goes before a day or somebody's own text.
#[derive(Debug)]
pub struct Labels {
    /// The heading of it all.
    pub title: &'static str,
    /// In the place of a client's name, where the meetings had none.
    pub nobody: &'static str,
    /// A period, by its first and its last day.
    pub period: fn(Option<&str>, Option<&str>) -> String,
    /// Said before their words.
    pub intro: &'static str,
    /// Said at the end.
    pub closing: &'static str,
    /// Said where there is nothing.
    pub nothing: &'static str,
    /// The heading of what became so.
    pub section: fn(Became) -> &'static str,
    /// The heading of what did not happen.
    pub spared: &'static str,
    /// That it was ours to do.
    pub promise: &'static str,
    /// How often they told us, twice or more.
    pub told_us: fn(u32) -> String,
    /// Before each time after the first.
    pub again: &'static str,
    /// The day on which we were done.
    pub done_on: &'static str,
    /// That they have not closed it.
    pub yours_to_close: &'static str,
    /// The day on which they closed it.
    pub closed_on: &'static str,
    /// The day on which we began.
    pub begun_on: &'static str,
    /// The day for which it is promised.
    pub by: &'static str,
    /// The day on which they last had word.
    pub word_on: &'static str,
    /// That they have had none.
    pub no_word: &'static str,
    /// Why not.
    pub because: &'static str,
    /// The day on which we said so.
    pub declined_on: &'static str,
}
