//! The texts of the page of loops, and of what is said of a loop elsewhere.

use heard_core::loops::{StateKind, Step, StepKind};

/// What is said of loops.
pub(crate) struct Loops {
    pub(crate) title: &'static str,
    pub(crate) title_of: fn(&str) -> String,
    pub(crate) waits: &'static str,
    pub(crate) see: &'static str,
    pub(crate) all_clients: &'static str,
    pub(crate) empty: &'static str,
    pub(crate) empty_of: &'static str,
    // Looking for some.
    pub(crate) search: &'static str,
    pub(crate) narrow: &'static str,
    pub(crate) any: &'static str,
    pub(crate) where_it_stands: &'static str,
    pub(crate) what_it_is: &'static str,
    pub(crate) whose: &'static str,
    pub(crate) nobodys: &'static str,
    pub(crate) seen_to_by: &'static str,
    pub(crate) not_seen_to: &'static str,
    /// How many are shown of how many.
    pub(crate) count: fn(usize, usize) -> String,
    pub(crate) none: &'static str,
    pub(crate) show_all: &'static str,
    pub(crate) show_closed: fn(usize) -> String,
    pub(crate) hide_closed: &'static str,
    pub(crate) promised: &'static str,
    pub(crate) others: &'static str,
    // A row.
    /// The days of silence: the figure, and what it is of.
    pub(crate) silence: fn(u64) -> (String, &'static str),
    pub(crate) state: fn(StateKind) -> &'static str,
    pub(crate) closed: &'static str,
    pub(crate) in_black_hole: &'static str,
    pub(crate) nobody_went_back: fn(&str) -> String,
    pub(crate) silent_since: fn(&str) -> String,
    pub(crate) them: &'static str,
    pub(crate) they: &'static str,
    pub(crate) word_ago: fn(u64) -> String,
    pub(crate) raised_ago: fn(u64) -> String,
    pub(crate) closed_on: fn(&str) -> String,
    pub(crate) raised_times: fn(u32) -> String,
    /// In how many days, and the day.
    pub(crate) due: fn(i64, &str) -> String,
    // An open one.
    pub(crate) raised: &'static str,
    pub(crate) owner: &'static str,
    pub(crate) promised_by: &'static str,
    pub(crate) since: &'static str,
    pub(crate) nothing_since: &'static str,
    pub(crate) took: fn(&Step) -> String,
    pub(crate) next: &'static str,
    /// A step as it is offered, and the one who raised the loop.
    pub(crate) offer: fn(StepKind, &str) -> String,
    pub(crate) took_now: fn(StepKind) -> &'static str,
    pub(crate) how: &'static str,
    pub(crate) ways: [&'static str; 4],
    pub(crate) other_way: &'static str,
    pub(crate) when: &'static str,
    pub(crate) because: &'static str,
    pub(crate) keep: &'static str,
    pub(crate) no_way_yet: &'static str,
    pub(crate) no_reason_yet: &'static str,
    pub(crate) to_come: &'static str,
    pub(crate) too_early: &'static str,
    // The setting.
    pub(crate) black_hole_after: &'static str,
    pub(crate) black_hole_hint: &'static str,
    pub(crate) days: fn(u16) -> String,
}
