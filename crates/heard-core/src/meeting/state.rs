//! Types shared by the modules of a meeting: its state, a change of state, and detected away time.

use crate::event::away::Counted;
use crate::event::floor::{Floor, Source};
use crate::event::id::EventId;

/// The state of a meeting during an interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// A party has the floor, or the floor is open.
    Floor(Floor),
    /// The meeting is in a break.
    Break,
}

/// A change of state: from `at_ms` on, in milliseconds from the start of the meeting, the state is `to`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Change {
    pub(crate) id: EventId,
    pub(crate) at_ms: u64,
    pub(crate) to: State,
    pub(crate) source: Source,
}

/// Away time as detected by the timeline, not yet clipped by breaks or by the end of the meeting. Times are in
/// milliseconds from the start of the meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Found {
    pub(crate) id: EventId,
    pub(crate) start_ms: u64,
    pub(crate) end_ms: u64,
    /// Whether the monotonic clock measured the whole period and the period is no longer than a plausible turn. If so, it
    /// counts as the turn that contains it by default; otherwise it is left out.
    pub(crate) is_credited: bool,
    /// What the user chose that it counts as; `None` if the user has not chosen.
    pub(crate) said: Option<Counted>,
}

impl Found {
    /// Returns what the time counts as in a turn of `floor`: the choice of the user, or else the default.
    pub(crate) fn counted_in(&self, floor: Floor) -> Counted {
        self.said.unwrap_or(if self.is_credited { floor.into() } else { Counted::LeftOut })
    }
}
