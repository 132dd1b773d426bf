//! The state of one meeting, computed from its events.

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

/// A meeting that is running, in a break, or ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meeting {
    /// The id of the event that opened it.
    pub id: EventId,
    /// What was recorded when it was opened.
    pub opening: Opening,
    /// The wall-clock time of its start, in milliseconds since 1970-01-01 UTC.
    pub started_wall_ms: i64,
    /// The end, in milliseconds from the start; `None` if it has not ended.
    pub ended_ms: Option<u64>,
    /// The marks, in the order of marking.
    pub marks: Vec<Mark>,
    /// The captures, in the order of capturing.
    pub captures: ChunkList<Rc<Capture>>,
    /// The tallies.
    pub tallies: Tallies,
    /// What the review after the meeting recorded about the meeting as a whole.
    pub after: After,
    changes: Vec<Change>,
    timeline: Timeline,
}

impl Meeting {
    /// Returns the position of `now` in milliseconds from the start; once the meeting has ended, the position of its
    /// end.
    pub fn position(&self, now: Timestamp) -> u64 {
        self.ended_ms.unwrap_or_else(|| self.timeline.position(now))
    }

    /// Returns the present state, or the last one if the meeting has ended.
    pub fn state(&self) -> State {
        self.changes.last().map_or(State::Floor(Floor::Client), |change| change.to)
    }

    /// Returns the present floor; `None` in a break.
    pub fn floor(&self) -> Option<Floor> {
        match self.state() {
            State::Floor(floor) => Some(floor),
            State::Break => None,
        }
    }

    /// Returns the time at which the present state began, in milliseconds from the start.
    pub fn since_ms(&self) -> u64 {
        let now = self.state();
        let last_others = self.changes.iter().rposition(|change| change.to != now);
        let first = last_others.map_or(0, |index| index + 1);
        self.changes.get(first).map_or(0, |change| change.at_ms)
    }

    /// Returns the intervals of the meeting up to `until_ms`, a position as returned by [`Meeting::position`].
    pub fn intervals(&self, until_ms: u64) -> Vec<Interval> {
        interval::intervals(&self.changes, self.timeline.found(), until_ms)
    }

    /// Returns the time up to `until_ms` during which the page was not running, in order. Such time within a break is
    /// not included.
    pub fn aways(&self, until_ms: u64) -> Vec<Away> {
        away::listed(&self.intervals(until_ms), self.timeline.found())
    }

    /// Returns how long the present state has lasted by `until_ms`, in milliseconds, without time that is left out or
    /// counts for the other party.
    pub fn turn_ms(&self, until_ms: u64) -> u64 {
        let since_ms = self.since_ms();
        let tiles = self.intervals(until_ms);
        let present = tiles.iter().filter(|tile| tile.end_ms > since_ms && tile.is_credited());
        present.map(|tile| tile.end_ms - tile.start_ms.max(since_ms)).sum()
    }

    /// Returns the metrics of the meeting up to `until_ms`.
    pub fn measures(&self, until_ms: u64) -> Metrics {
        Metrics::of(&self.intervals(until_ms))
    }

    /// Returns the positions of the stories of the meeting up to `until_ms`.
    pub fn stories(&self, until_ms: u64) -> Stories {
        Stories::of(&self.intervals(until_ms))
    }

    /// Returns the earliest and the latest time to which the start of a turn may be moved, in milliseconds from the
    /// start of the meeting. `None` if the turn is unknown or the first, which cannot be moved.
    pub fn room_to_move(&self, turn: EventId, until_ms: u64) -> Option<(u64, u64)> {
        let index = self.changes.iter().position(|change| change.id == turn)?;
        correction::room(&self.changes, index, until_ms)
    }

    /// Returns whether the event `turn` began a turn or a break of this meeting.
    pub fn has_turn(&self, turn: EventId) -> bool {
        self.state_of(turn).is_some()
    }

    /// Returns the state that the event `turn` began; `None` if it began no turn or break of this meeting.
    pub fn state_of(&self, turn: EventId) -> Option<State> {
        self.changes.iter().find(|change| change.id == turn).map(|change| change.to)
    }

    /// Returns the state at a time, in milliseconds from the start.
    pub fn state_at(&self, at_ms: u64) -> State {
        let held = self.changes.iter().rev().find(|change| change.at_ms <= at_ms);
        held.map_or(State::Floor(Floor::Client), |change| change.to)
    }

    /// Returns whether the consultant ever took the floor; if not, it is not known who spoke.
    pub fn was_touched(&self) -> bool {
        self.changes.iter().any(|change| change.to == State::Floor(Party::Consultant.into()))
    }
}
