//! A typed cell of a table, which each format of a table writes in its own way.

use std::borrow::Cow;

use crate::time::{Day, Local};
use crate::transfer::export::parts::decimal;

/// The value of a cell.
pub(super) enum Cell<'a> {
    /// No value.
    Empty,
    /// Text that a person wrote, an identifier, or a word of a closed list.
    Text(Cow<'a, str>),
    /// A whole number.
    Number(u64),
    /// A fraction in ten-thousandths.
    Share(u64),
    /// A calendar day.
    Day(Day),
    /// A local time of day in seconds since midnight.
    Time(i64),
    /// A length of time, or a time from the start of a meeting, in milliseconds.
    Duration(u64),
    /// A point in time with its offset from UTC.
    Moment(Local),
}

impl<'a> Cell<'a> {
    /// A cell with a text; an empty text gives an empty cell.
    pub(super) fn text(text: &'a str) -> Self {
        if text.is_empty() { Self::Empty } else { Self::Text(Cow::Borrowed(text)) }
    }

    /// A cell with an optional text.
    pub(super) fn text_or_empty(text: Option<&'a str>) -> Self {
        text.map_or(Self::Empty, Self::text)
    }

    /// A cell with an optional number.
    pub(super) fn number(number: Option<u64>) -> Self {
        number.map_or(Self::Empty, Self::Number)
    }

    /// A cell with an optional share, in ten-thousandths.
    pub(super) fn share(share: Option<u64>) -> Self {
        share.map_or(Self::Empty, Self::Share)
    }

    /// A cell with an optional day.
    pub(super) fn day(day: Option<Day>) -> Self {
        day.map_or(Self::Empty, Self::Day)
    }

    /// The value as plain text: days and times as ISO 8601 writes them, durations in milliseconds, shares with
    /// four decimals.
    pub(super) fn plain(&self) -> Cow<'_, str> {
        Cow::Owned(match self {
            Self::Empty => return Cow::Borrowed(""),
            Self::Text(text) => return Cow::Borrowed(text),
            Self::Number(number) | Self::Duration(number) => number.to_string(),
            Self::Share(share) => decimal(*share),
            Self::Day(day) => day.to_string(),
            Self::Time(second) => {
                let (hour, minute) = (second / 3_600, second / 60 % 60);
                format!("{hour:02}:{minute:02}:{:02}", second % 60)
            }
            Self::Moment(at) => at.rfc3339(),
        })
    }
}
