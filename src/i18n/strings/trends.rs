//! The texts of the pictures over time.

use heard_core::band::Band;
use heard_core::trend::{Silence, Spread};

/// What is said of the last meetings and months.
pub(crate) struct Trends {
    pub(crate) go: &'static str,
    pub(crate) title: &'static str,
    pub(crate) how: &'static str,
    pub(crate) whose: &'static str,
    pub(crate) all: &'static str,
    /// How many meetings wait for a guess.
    pub(crate) covered: fn(usize) -> String,
    pub(crate) share: Figure,
    pub(crate) guess: Figure,
    pub(crate) opening: Figure,
    pub(crate) silence: Figure,
    pub(crate) flow: Figure,
    /// Of how many meetings, and how the shares lie, in percent.
    pub(crate) share_gist: fn(usize, Spread) -> String,
    /// Of how many meetings, and how the guesses less the truth lie, in points.
    pub(crate) guess_gist: fn(usize, Spread) -> String,
    /// Of how many meetings, and the least, the middle and the most, as times.
    pub(crate) opening_gist: fn(usize, [&str; 3]) -> String,
    /// How it is today, and the longest of all months in days.
    pub(crate) silence_gist: fn(Option<Silence>, u64) -> String,
    /// How many were raised, and how many closed.
    pub(crate) flow_gist: fn(u64, u64) -> String,
    pub(crate) usual: fn(Band) -> String,
    pub(crate) points: fn(i64) -> String,
}

/// A picture: what it is of, what is said while there is too little of it, its table and its shapes.
pub(crate) struct Figure {
    pub(crate) title: &'static str,
    pub(crate) few: &'static str,
    pub(crate) columns: &'static [&'static str],
    pub(crate) keys: &'static [&'static str],
}
