//! The texts of the meeting chart, and of the figures beside it.

use heard_core::event::floor::Floor;
use heard_core::meeting::State;
use heard_core::meeting::away::Counted;

/// The meeting chart, what each figure is a share of, and where research about it comes from.
///
/// Times are written as `6:04` or `1:02:03`.
pub(crate) struct Picture {
    /// The chart in one sentence, for screen readers: length, their time, the consultant's time, and speaker changes.
    pub(crate) sentence: fn([&str; 3], u32) -> String,
    /// The same where the floor was never passed; takes the length.
    pub(crate) floor_unknown: fn(&str) -> String,
    /// Follows either: how many marks and notes. Starts with a space.
    pub(crate) counts: fn(usize, usize) -> String,
    /// The label of the slider that steps through the turns, for screen readers.
    pub(crate) turns: &'static str,
    /// How to read the chart.
    pub(crate) hint: &'static str,
    /// Whose a turn was.
    pub(crate) who: fn(State, Option<Counted>) -> &'static str,
    /// Whose a turn was where the floor was never passed.
    pub(crate) unknown: &'static str,
    /// The selected turn: which of how many, then whose, from, to, and its length.
    pub(crate) turn: fn(usize, usize, [&str; 4]) -> String,
    /// How many marks a turn has, at least 1; a full sentence.
    pub(crate) marked: fn(usize) -> String,
    /// How many more notes a turn has.
    pub(crate) more: fn(usize) -> String,
    /// In the chart, above the time before the consultant first spoke. Short.
    pub(crate) opening: &'static str,
    /// In the chart, above the client's longest turn. Short.
    pub(crate) longest: &'static str,
    /// In the chart, where both are the same turn. Short.
    pub(crate) both: &'static str,
    /// A tick on the time axis; takes milliseconds since the start.
    pub(crate) tick: fn(u64) -> String,
    /// The summary of the table under a chart.
    pub(crate) table: &'static str,
    /// The columns of the table: whose, from, to, length, notes.
    pub(crate) columns: [&'static str; 5],
    /// What a figure is part of: a share such as `36%` if there is one, and the time in which anyone spoke.
    pub(crate) of_speech: fn(Option<&str>, &str) -> String,
    /// What a single turn is part of: all the time one party had.
    pub(crate) of_floor: fn(Floor, &str) -> String,
    /// What a count is part of: a meeting of this length.
    pub(crate) of_meeting: fn(&str) -> String,
    /// What the rate of turns comes from: how many, in the time in which anyone spoke.
    pub(crate) turns_in: fn(u64, &str) -> String,
    /// The label of the rate of turns.
    pub(crate) per_hour: &'static str,
    /// The label of the ratio of two counters.
    pub(crate) reflections: &'static str,
    /// What that ratio comes from.
    pub(crate) by_count: &'static str,
    /// The summary of what research says about a figure.
    pub(crate) about_figure: &'static str,
    /// What research says, by the figure's name in the page. Every number has its source in the text.
    pub(crate) sources: &'static [(&'static str, &'static str)],
}
