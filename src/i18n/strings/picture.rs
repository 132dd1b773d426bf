//! The texts of the picture of a meeting, and of what is known about its figures.

use heard_core::away::Counted;
use heard_core::floor::Floor;
use heard_core::meeting::State;

/// The picture of a meeting, its figures and their sources.
pub(crate) struct Picture {
    /// The whole in a sentence: its length, what they had, what you had, and how often the floor changed.
    pub(crate) sentence: fn([&str; 3], u32) -> String,
    /// The same where it is not known who spoke.
    pub(crate) untold: fn(&str) -> String,
    pub(crate) kept: fn(usize, usize) -> String,
    pub(crate) turns: &'static str,
    pub(crate) hint: &'static str,
    pub(crate) who: fn(State, Option<Counted>) -> &'static str,
    pub(crate) unknown: &'static str,
    /// Which of how many, whose, from, to, and how long.
    pub(crate) told: fn(usize, usize, [&str; 4]) -> String,
    pub(crate) marked: fn(usize) -> String,
    pub(crate) more: fn(usize) -> String,
    pub(crate) opening: &'static str,
    pub(crate) longest: &'static str,
    pub(crate) both: &'static str,
    pub(crate) tick: fn(u64) -> String,
    pub(crate) table: &'static str,
    pub(crate) columns: [&'static str; 5],
    pub(crate) of_speech: fn(Option<&str>, &str) -> String,
    pub(crate) of_floor: fn(Floor, &str) -> String,
    pub(crate) of_meeting: fn(&str) -> String,
    pub(crate) turns_in: fn(u64, &str) -> String,
    pub(crate) per_hour: &'static str,
    pub(crate) reflections: &'static str,
    pub(crate) by_count: &'static str,
    pub(crate) known: &'static str,
    /// What the literature knows of a figure, by the figure's name.
    pub(crate) sources: &'static [(&'static str, &'static str)],
}
