//! The parts of a meeting that came with a file.

use crate::away::Counted;
use crate::brought::meeting::{each, or_default, time_ms};
use crate::edit::{Change, State};
use crate::floor::{Floor, Source};
use crate::id::EventId;
use crate::json::Json;

/// What a tile is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Holds {
    /// Somebody's turn, or an open floor.
    Floor(Floor),
    /// The meeting rests.
    Break,
    /// Nobody can vouch for it.
    Away(Counted),
}

/// One part of a meeting, in milliseconds from its start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Tile {
    /// Where it begins.
    pub(crate) start_ms: u64,
    /// Where it ends.
    pub(crate) end_ms: u64,
    /// What it is.
    pub(crate) holds: Holds,
    /// How we know.
    pub(crate) source: Source,
}

/// The turns, breaks and away stretches of a meeting in their order: they tile it, without gap or overlap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Tiles(Vec<Tile>);

impl Tiles {
    /// More of them than anyone can have touched would only make everything slow.
    const MOST: usize = 10_000;

    /// Reads the tiles of a meeting's object, if they tile it.
    pub(crate) fn read(meeting: &Json) -> Option<Self> {
        let mut tiles = each(meeting, "turns", turn)?;
        tiles.extend(each(meeting, "breaks", |object| tile(object, Holds::Break))?);
        tiles.extend(each(meeting, "away", away)?);
        tiles.sort_by_key(|tile| (tile.start_ms, tile.end_ms));
        let ends = tiles.iter().map(|tile| tile.end_ms);
        let fits = [0].into_iter().chain(ends).zip(&tiles).all(|(end, next)| end == next.start_ms);
        (fits && tiles.len() <= Self::MOST).then_some(Self(tiles))
    }

    /// Where the last one ends.
    pub(crate) fn end_ms(&self) -> u64 {
        self.0.last().map_or(0, |tile| tile.end_ms)
    }

    /// The changes that make these tiles, in a meeting of this id.
    pub(crate) fn changes(&self, id: EventId) -> Vec<Change> {
        // Nobody's event began them, so they are numbered under a boot that no document has. The first tile begins
        // with the meeting, as it always does.
        let boot = EventId::named(&["tiles ", &id.to_string()].concat()).boot;
        let ids = [id].into_iter().chain((1..).map(|n| EventId { n, boot }));
        let change = |(id, tile): (EventId, &Tile)| Change {
            id,
            at_ms: tile.start_ms,
            to: tile.holds.state(),
            source: tile.source,
        };
        let mut changes: Vec<Change> = ids.zip(&self.0).map(change).collect();
        if changes.is_empty() {
            let to = State::Floor(Floor::Client);
            changes.push(Change { id, at_ms: 0, to, source: Source::default() });
        }
        changes
    }
}

impl Holds {
    /// What a meeting takes it for.
    const fn state(self) -> State {
        match self {
            Self::Floor(floor) => State::Floor(floor),
            Self::Break => State::Break,
            // A stretch left out is nobody's, as an open floor is; the object keeps what it was.
            Self::Away(Counted::LeftOut) => State::Floor(Floor::Open),
            Self::Away(Counted::Talk) => State::Floor(Floor::Consultant),
            Self::Away(Counted::Listen) => State::Floor(Floor::Client),
        }
    }
}

fn tile(object: &Json, holds: Holds) -> Option<Tile> {
    let (start_ms, end_ms) = (time_ms(object, "start_ms")?, time_ms(object, "end_ms")?);
    let source = or_default(object, "source", |source| {
        // Another tool may have other ways to know; what it said stays in the object.
        Some(Source::of_word(source.text()?).unwrap_or_default())
    })?;
    (start_ms <= end_ms).then_some(Tile { start_ms, end_ms, holds, source })
}

fn turn(object: &Json) -> Option<Tile> {
    let party = Floor::of_word(object.field("party")?.text()?)?;
    tile(object, Holds::Floor(party))
}

fn away(object: &Json) -> Option<Tile> {
    let counted = or_default(object, "counted_as", |word| Counted::of_word(word.text()?))?;
    tile(object, Holds::Away(counted))
}
