//! The parts of a meeting that came with a file.

use crate::codec::value::Value;
use crate::event::away::Counted;
use crate::event::floor::{Floor, Source};
use crate::event::id::EventId;
use crate::imported::fields::{each, or_default, time_ms};
use crate::imported::{id_text, part_id};
use crate::sorted_map;

/// What a tile is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Holds {
    /// Somebody's turn, or an open floor.
    Floor(Floor),
    /// The meeting rests.
    Break,
    /// Nobody can vouch for it: by what name it goes here, and what it counts as.
    Away(EventId, Counted),
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
    /// The most tiles of one meeting. The limit bounds the cost of hostile files.
    const MOST: usize = 10_000;

    /// Reads the tiles of a meeting's object, if they tile it.
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

    /// All tiles, in order.
    pub(crate) fn all(&self) -> &[Tile] {
        &self.0
    }

    /// Where the last one ends.
    pub(crate) fn end_ms(&self) -> u64 {
        self.0.last().map_or(0, |tile| tile.end_ms)
    }
}

fn tile(object: &Value, holds: Holds) -> Option<Tile> {
    let (start_ms, end_ms) = (time_ms(object, "start_ms")?, time_ms(object, "end_ms")?);
    let source = or_default(object, "source", |source| {
        // Another tool may have other ways to know; what it said stays in the object.
        Some(Source::of_word(source.text()?).unwrap_or_default())
    })?;
    (start_ms <= end_ms).then_some(Tile { start_ms, end_ms, holds, source })
}

fn turn(object: &Value) -> Option<Tile> {
    let party = Floor::of_word(object.field("party")?.text()?)?;
    tile(object, Holds::Floor(party))
}

/// An away stretch. A file that gives it no name has it named by where it begins.
fn away(meeting: EventId, object: &Value) -> Option<Tile> {
    let counted = or_default(object, "counted_as", |word| Counted::of_word(word.text()?))?;
    let start_ms = time_ms(object, "start_ms")?;
    let text =
        id_text(object).map_or_else(|| ["away ", &start_ms.to_string()].concat(), str::to_owned);
    tile(object, Holds::Away(part_id(meeting, &text), counted))
}
