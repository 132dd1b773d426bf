//! Stretches: the parts of a meeting, which tile it.

use crate::event::away::Counted;
use crate::event::floor::{Floor, Party, Source};
use crate::event::id::EventId;
use crate::meeting::state::{Change, Found, State};

/// A part of a meeting in which one thing held. Stretches tile the meeting: no gap, no overlap, none empty.
///
/// Time away cuts a turn: the part before it, the away part and the part after it are stretches of one `id`.
/// A break it does not cut: nobody has to vouch for a break.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Interval {
    /// The event that began the turn or the break.
    pub id: EventId,
    /// Milliseconds from the start of the meeting.
    pub start_ms: u64,
    /// Milliseconds from the start of the meeting.
    pub end_ms: u64,
    /// What held; in an away stretch, what held as far as anyone knows.
    pub state: State,
    /// How we know.
    pub source: Source,
    /// If nobody can vouch for it: the event that found so, and what it counts as.
    pub away: Option<(EventId, Counted)>,
}

impl Interval {
    /// Its length in milliseconds.
    pub const fn ms(&self) -> u64 {
        self.end_ms - self.start_ms
    }

    /// Whose time it counts as, if anyone's.
    pub const fn party(&self) -> Option<Party> {
        match self.away {
            Some((_, counted)) => counted.party(),
            None => self.holder(),
        }
    }

    /// Whether its time is credited to the turn it lies in: all but what is left out or counts as the other party's.
    pub(crate) fn is_credited(&self) -> bool {
        !self.is_left_out() && self.party() == self.holder()
    }

    /// Who held the floor, as far as anyone knows, whatever it counts as.
    pub(crate) const fn holder(&self) -> Option<Party> {
        match self.state {
            State::Floor(floor) => floor.party(),
            State::Break => None,
        }
    }

    /// Whether it is away and counts as nobody's.
    pub const fn is_left_out(&self) -> bool {
        matches!(self.away, Some((_, Counted::LeftOut)))
    }
}

/// The stretches of a list of changes up to `until_ms`: empty ones left out, equal neighbours made one.
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

/// Lays a turn, cut where nobody can vouch for it. What was found is in order and does not overlap.
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

fn lay(tiles: &mut Vec<Interval>, next: Interval) {
    match tiles.last_mut() {
        _ if next.end_ms <= next.start_ms => {}
        Some(last) if last.state == next.state && last.away == next.away => {
            last.end_ms = next.end_ms;
        }
        _ => tiles.push(next),
    }
}
