//! One conversation, as its events tell it.

pub mod away;
pub(crate) mod correction;
pub(crate) mod events;
pub mod gap_detection;
pub(crate) mod imported;
pub(crate) mod interval;
pub mod log;
pub mod metrics;
pub(crate) mod project;
pub(crate) mod review;
pub(crate) mod state;
pub mod stories;
pub mod talk_band;
pub mod timeline;
pub mod undo;

use std::rc::Rc;

use crate::chunk_list::ChunkList;
use crate::event::capture::{Capture, Mark, Tallies};
use crate::event::floor::{Floor, Party};
use crate::event::id::EventId;
use crate::event::kind::Opening;
use crate::event::review::After;
use crate::event::timestamp::Timestamp;
use crate::meeting::away::Away;
use crate::meeting::metrics::Metrics;
use crate::meeting::state::Change;
use crate::meeting::stories::Stories;
use crate::meeting::timeline::Timeline;

pub use crate::meeting::interval::Interval;
pub use crate::meeting::state::State;

/// A meeting: running, resting or ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meeting {
    /// The event that opened it.
    pub id: EventId,
    /// What was known when it began.
    pub opening: Opening,
    /// The wall clock at its start, in milliseconds since 1970.
    pub started_wall_ms: i64,
    /// Milliseconds from its start to its end, once it has ended.
    pub ended_ms: Option<u64>,
    /// Moments kept, in the order of keeping.
    pub marks: Vec<Mark>,
    /// What was captured in words, in the order of capturing.
    pub captures: ChunkList<Rc<Capture>>,
    /// What was counted.
    pub tallies: Tallies,
    /// What was said of the meeting as a whole when it was over.
    pub after: After,
    changes: Vec<Change>,
    timeline: Timeline,
}

impl Meeting {
    /// Where a moment lies, in milliseconds from the start; the end, once the meeting has ended.
    pub fn position(&self, now: Timestamp) -> u64 {
        self.ended_ms.unwrap_or_else(|| self.timeline.position(now))
    }

    /// What holds now, or held last.
    pub fn state(&self) -> State {
        self.changes.last().map_or(State::Floor(Floor::Client), |change| change.to)
    }

    /// Who has the floor; none in a break.
    pub fn floor(&self) -> Option<Floor> {
        match self.state() {
            State::Floor(floor) => Some(floor),
            State::Break => None,
        }
    }

    /// Since when the present state holds, in milliseconds from the start.
    pub fn since_ms(&self) -> u64 {
        let now = self.state();
        let last_others = self.changes.iter().rposition(|change| change.to != now);
        let first = last_others.map_or(0, |index| index + 1);
        self.changes.get(first).map_or(0, |change| change.at_ms)
    }

    /// The parts of the meeting up to `until_ms`, which [`Meeting::position`] gives.
    pub fn intervals(&self, until_ms: u64) -> Vec<Interval> {
        interval::intervals(&self.changes, self.timeline.found(), until_ms)
    }

    /// The time up to `until_ms` that nobody can vouch for, in order. What fell into a break is not asked about.
    pub fn aways(&self, until_ms: u64) -> Vec<Away> {
        away::listed(&self.intervals(until_ms), self.timeline.found())
    }

    /// How long the present state has held by `until_ms`, in milliseconds, without what is left out of it or counts
    /// as the other party's.
    pub fn turn_ms(&self, until_ms: u64) -> u64 {
        let since_ms = self.since_ms();
        let tiles = self.intervals(until_ms);
        let present = tiles.iter().filter(|tile| tile.end_ms > since_ms && tile.is_credited());
        present.map(|tile| tile.end_ms - tile.start_ms.max(since_ms)).sum()
    }

    /// The figures of the meeting up to `until_ms`.
    pub fn measures(&self, until_ms: u64) -> Metrics {
        Metrics::of(&self.intervals(until_ms))
    }

    /// Where the stories of the meeting up to `until_ms` lie.
    pub fn stories(&self, until_ms: u64) -> Stories {
        Stories::of(&self.intervals(until_ms))
    }

    /// The times between which the start of a turn may be moved, in milliseconds from the start of the meeting.
    pub fn room_to_move(&self, turn: EventId, until_ms: u64) -> Option<(u64, u64)> {
        let index = self.changes.iter().position(|change| change.id == turn)?;
        correction::room(&self.changes, index, until_ms)
    }

    /// Whether an event began a stretch of this meeting.
    pub fn has_turn(&self, turn: EventId) -> bool {
        self.state_of(turn).is_some()
    }

    /// What held from an event on, if it began a stretch of this meeting.
    pub fn state_of(&self, turn: EventId) -> Option<State> {
        self.changes.iter().find(|change| change.id == turn).map(|change| change.to)
    }

    /// What held at a time, in milliseconds from the start.
    pub fn state_at(&self, at_ms: u64) -> State {
        let held = self.changes.iter().rev().find(|change| change.at_ms <= at_ms);
        held.map_or(State::Floor(Floor::Client), |change| change.to)
    }

    /// Whether we ever took the floor: if not, nothing is known of who spoke.
    pub fn was_touched(&self) -> bool {
        self.changes.iter().any(|change| change.to == State::Floor(Party::Consultant.into()))
    }
}
