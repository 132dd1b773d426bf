//! Values that the parts of a meeting share: its state, a change of state, and time away.

use crate::event::away::Counted;
use crate::event::floor::{Floor, Source};
use crate::event::id::EventId;

/// What a stretch of a meeting is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Somebody's turn, or an open floor.
    Floor(Floor),
    /// The meeting rests.
    Break,
}

/// From here on, something else held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Change {
    pub(crate) id: EventId,
    pub(crate) at_ms: u64,
    pub(crate) to: State,
    pub(crate) source: Source,
}

/// Away time as the timeline found it, breaks and the end of the meeting not considered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Found {
    pub(crate) id: EventId,
    pub(crate) start_ms: u64,
    pub(crate) end_ms: u64,
    /// Whether the clocks agree on how long it was: then it counts as the turn it fell into. Otherwise it is left out.
    pub(crate) is_credited: bool,
    /// What the user said.
    pub(crate) said: Option<Counted>,
}

impl Found {
    /// What it counts as in a turn.
    pub(crate) fn counted_in(&self, floor: Floor) -> Counted {
        self.said.unwrap_or(if self.is_credited { floor.into() } else { Counted::LeftOut })
    }
}
