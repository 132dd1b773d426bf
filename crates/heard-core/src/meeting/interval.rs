//! Intervals: consecutive parts of a meeting, each with one state.

use crate::event::away::Counted;
use crate::event::floor::{Floor, Party, Source};
use crate::event::id::EventId;
use crate::meeting::state::{Change, Found, State};

/// A part of a meeting during which the state is constant. The intervals of a meeting are in order, without gaps or
/// overlaps, and none is empty.
///
/// Away time splits a turn: the parts before, during and after it are intervals with the same `id`. It does not split
/// a break.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Interval {
    /// The id of the event that began the turn or the break.
    pub id: EventId,
    /// The start, in milliseconds from the start of the meeting.
    pub start_ms: u64,
    /// The end, in milliseconds from the start of the meeting.
    pub end_ms: u64,
    /// The state. In away time it is the state as of the last recorded change.
    pub state: State,
    /// How the state was recorded.
    pub source: Source,
    /// The event that detected away time, and what that time counts as; `None` if the interval is not away time.
    pub away: Option<(EventId, Counted)>,
}

impl Interval {
    /// Returns the length in milliseconds.
    pub const fn ms(&self) -> u64 {
        self.end_ms - self.start_ms
    }

    /// Returns the party that the time counts for; `None` for an open floor, a break, and away time that counts for
    /// neither.
    pub const fn party(&self) -> Option<Party> {
        match self.away {
            Some((_, counted)) => counted.party(),
            None => self.holder(),
        }
    }

    /// Returns whether the time counts toward the turn that contains it. This is false for time that is left out or
    /// counts for another party than the holder of the floor.
    pub(crate) fn is_credited(&self) -> bool {
        !self.is_left_out() && self.party() == self.holder()
    }

    /// Returns the party that holds the floor by the recorded state, whatever the time counts as; `None` for an open
    /// floor and a break.
    pub(crate) const fn holder(&self) -> Option<Party> {
        match self.state {
            State::Floor(floor) => floor.party(),
            State::Break => None,
        }
    }

    /// Returns whether the interval is away time that counts for neither party.
    pub const fn is_left_out(&self) -> bool {
        matches!(self.away, Some((_, Counted::LeftOut)))
    }
}

/// Computes the intervals of a list of changes up to `until_ms`, in milliseconds from the start of the meeting. Empty
/// intervals are left out, and equal neighbours are merged.
pub(crate) fn intervals(changes: &[Change], found: &[Found], until_ms: u64) -> Vec<Interval> {
    let ends = changes.iter().skip(1).map(|next| next.at_ms).chain([until_ms]);
    let mut tiles = Vec::with_capacity(changes.len());
    for (change, end_ms) in changes.iter().zip(ends) {
        let Change { id, at_ms: start_ms, to: state, source } = *change;
        let rest = Interval { id, start_ms, end_ms, state, source, away: None };
        match state {
            State::Floor(floor) => cut(&mut tiles, rest, floor, found),
            State::Break => lay(&mut tiles, rest),
        }
    }
    tiles
}

/// Appends a turn, split at away time. `found` must be sorted and without overlaps.
fn cut(tiles: &mut Vec<Interval>, mut rest: Interval, floor: Floor, found: &[Found]) {
    for away in found {
        let start_ms = away.start_ms.clamp(rest.start_ms, rest.end_ms.max(rest.start_ms));
        let end_ms = away.end_ms.min(rest.end_ms).max(start_ms);
        lay(tiles, Interval { end_ms: start_ms, ..rest });
        let away = Some((away.id, away.counted_in(floor)));
        lay(tiles, Interval { start_ms, end_ms, away, ..rest });
        rest.start_ms = end_ms;
    }
    lay(tiles, rest);
}

/// Appends an interval: skips an empty one, and extends the last one if state and away time are the same.
fn lay(tiles: &mut Vec<Interval>, next: Interval) {
    match tiles.last_mut() {
        _ if next.end_ms <= next.start_ms => {}
        Some(last) if last.state == next.state && last.away == next.away => {
            last.end_ms = next.end_ms;
        }
        _ => tiles.push(next),
    }
}
