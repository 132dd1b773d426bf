//! Corrections of the changes of floor in a meeting.

use crate::event::floor::{Floor, Source};
use crate::event::id::EventId;
use crate::meeting::state::{Change, State};

/// Returns the earliest and the latest time to which the change at `index` may be moved, in milliseconds from the
/// start of the meeting. `None` for the first change, which cannot be moved.
pub(crate) fn room(changes: &[Change], index: usize, until_ms: u64) -> Option<(u64, u64)> {
    let before = changes.get(index.checked_sub(1)?)?;
    Some((before.at_ms, changes.get(index + 1).map_or(until_ms, |next| next.at_ms)))
}

/// Moves the change `id` to `to_ms`, clamped between the changes before and after it. Does nothing if the change is
/// unknown or the first.
pub(crate) fn shift(changes: &mut [Change], id: EventId, to_ms: u64, until_ms: u64) {
    let Some(index) = changes.iter().position(|change| change.id == id) else { return };
    let Some((from, to)) = room(changes, index, until_ms) else { return };
    changes[index].at_ms = to_ms.clamp(from, to.max(from));
    changes[index].source = Source::Edit;
}

/// Assigns the turn `id` to another floor. Does nothing if the turn is unknown.
pub(crate) fn give(changes: &mut [Change], id: EventId, to: Floor) {
    if let Some(change) = changes.iter_mut().find(|change| change.id == id) {
        change.to = State::Floor(to);
        change.source = Source::Edit;
    }
}

/// Inserts a change of floor at `at_ms`, in milliseconds from the start of the meeting.
pub(crate) fn split(changes: &mut Vec<Change>, id: EventId, at_ms: u64, to: Floor) {
    let index = changes.partition_point(|change| change.at_ms <= at_ms);
    changes.insert(index, Change { id, at_ms, to: State::Floor(to), source: Source::Edit });
}
