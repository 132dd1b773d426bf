//! The turns, breaks and away time of an imported meeting, which has no log to compute them from.

use crate::event::floor::{Floor, Source};
use crate::event::id::EventId;
use crate::imported::{Holds, Tile, Tiles};
use crate::meeting::interval::{self, Interval};
use crate::meeting::state::{Change, Found, State};

/// Returns the changes of state at the bounds of the tiles of the meeting `id`. An away tile adds no change if a turn
/// precedes it: it is part of that turn.
pub(super) fn changes(id: EventId, tiles: &Tiles) -> Vec<Change> {
    // No event began these tiles, so they are numbered under the id of a document that does not exist. The first tile
    // has the id of the meeting, as in a meeting that has a log.
    let boot = EventId::named(&["tiles ", &id.to_string()].concat()).boot;
    let ids = [id].into_iter().chain((1..).map(|n| EventId { n, boot }));
    let mut changes: Vec<Change> = Vec::with_capacity(tiles.all().len());
    for (id, tile) in ids.zip(tiles.all()) {
        let before = changes.last().map(|change| change.to);
        let to = match (tile.holds, before) {
            (Holds::Floor(floor), _) => State::Floor(floor),
            (Holds::Break, _) => State::Break,
            (Holds::Away(..), Some(State::Floor(_))) => continue,
            (Holds::Away(..), _) => State::Floor(Floor::Client),
        };
        changes.push(Change { id, at_ms: tile.start_ms, to, source: tile.source });
    }
    if changes.is_empty() {
        let to = State::Floor(Floor::Client);
        changes.push(Change { id, at_ms: 0, to, source: Source::default() });
    }
    changes
}

/// Returns the away time among the tiles.
pub(super) fn found(tiles: &Tiles) -> Vec<Found> {
    let away = |tile: &Tile| match tile.holds {
        Holds::Away(id, counted) => Some(Found {
            id,
            start_ms: tile.start_ms,
            end_ms: tile.end_ms,
            is_credited: false,
            said: Some(counted),
        }),
        _ => None,
    };
    tiles.all().iter().filter_map(away).collect()
}

/// Returns the intervals of the meeting `id` as given in its file.
pub(crate) fn intervals(id: EventId, tiles: &Tiles) -> Vec<Interval> {
    interval::intervals(&changes(id, tiles), &found(tiles), tiles.end_ms())
}
