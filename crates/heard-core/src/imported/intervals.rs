//! The turns, breaks and away intervals of an imported meeting.

use crate::codec::value::Value;
use crate::event::away::Counted;
use crate::event::floor::{Floor, Source};
use crate::event::id::EventId;
use crate::imported::fields::{each, or_default, time_ms};
use crate::imported::{id_text, part_id};
use crate::sorted_map;

/// The state during a tile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Holds {
    /// A party has the floor, or the floor is open.
    Floor(Floor),
    /// The meeting is in a break.
    Break,
    /// The page was not running: the id of the away interval, and what it counts as.
    Away(EventId, Counted),
}

/// One interval of a meeting, in milliseconds from its start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Tile {
    /// The start in milliseconds.
    pub(crate) start_ms: u64,
    /// The end in milliseconds.
    pub(crate) end_ms: u64,
    /// The state.
    pub(crate) holds: Holds,
    /// How the state was recorded.
    pub(crate) source: Source,
}

/// The turns, breaks and away intervals of a meeting in order, without gaps or overlaps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Tiles(Vec<Tile>);

impl Tiles {
    /// The maximum number of tiles of one meeting. It limits the cost of malicious files.
    const MOST: usize = 10_000;

    /// Reads the tiles of a meeting object; `None` if a tile is not valid or if they have gaps or overlaps.
    pub(crate) fn read(id: EventId, meeting: &Value) -> Option<Self> {
        let mut tiles = each(meeting, "turns", &turn)?;
        tiles.extend(each(meeting, "breaks", &|object| tile(object, Holds::Break))?);
        tiles.extend(each(meeting, "away", &|object| away(id, object))?);
        sorted_map::sort(&mut tiles, &|one, other| {
            (one.start_ms, one.end_ms).cmp(&(other.start_ms, other.end_ms))
        });
        let ends = tiles.iter().map(|tile| tile.end_ms);
        let fits = [0].into_iter().chain(ends).zip(&tiles).all(|(end, next)| end == next.start_ms);
        (fits && tiles.len() <= Self::MOST).then_some(Self(tiles))
    }

    /// Returns all tiles, in order.
    pub(crate) fn all(&self) -> &[Tile] {
        &self.0
    }

    /// Returns the end of the last tile, in milliseconds from the start of the meeting; 0 if there is none.
    pub(crate) fn end_ms(&self) -> u64 {
        self.0.last().map_or(0, |tile| tile.end_ms)
    }
}

/// Reads the bounds and the source of a tile; `None` if they are not valid.
fn tile(object: &Value, holds: Holds) -> Option<Tile> {
    let (start_ms, end_ms) = (time_ms(object, "start_ms")?, time_ms(object, "end_ms")?);
    let source = or_default(object, "source", |source| {
        // Other tools may use other sources: an unknown one stays in the object.
        Some(Source::parse(source.text()?).unwrap_or_default())
    })?;
    (start_ms <= end_ms).then_some(Tile { start_ms, end_ms, holds, source })
}

/// Reads a turn; `None` if it is not valid.
fn turn(object: &Value) -> Option<Tile> {
    let party = Floor::parse(object.field("party")?.text()?)?;
    tile(object, Holds::Floor(party))
}

/// Reads an away interval; `None` if it is not valid. Without an id in the file, its id is derived from its start.
fn away(meeting: EventId, object: &Value) -> Option<Tile> {
    let counted = or_default(object, "counted_as", |word| Counted::parse(word.text()?))?;
    let start_ms = time_ms(object, "start_ms")?;
    let text =
        id_text(object).map_or_else(|| ["away ", &start_ms.to_string()].concat(), str::to_owned);
    tile(object, Holds::Away(part_id(meeting, &text), counted))
}
