//! Segments: the lines of a closed meeting as one stored value. A segment is a JSON array with one event per line, so
//! that other tools can parse it. This module parses it line by line, so that a damaged line does not affect the
//! others.

mod packed;
mod salvage;
mod segment;
mod text_search;
pub(crate) mod verify;

pub(crate) use packed::Ending;
pub use packed::Packed;
pub use segment::{lines, write};
pub use text_search::mentions;
pub(crate) use text_search::mentions_id;
pub use verify::{Checked, check};

use crate::codec;
use crate::event::id::EventId;
use crate::sorted_map;

/// Creates a segment of all lines that are not damaged, each event once, sorted by id. Lines are kept byte for byte. Of
/// two lines of the same event the one that sorts last is kept, so the result does not depend on their order.
pub fn union<'a>(lines: impl IntoIterator<Item = &'a str>) -> String {
    let named = |line: &'a str| Some((codec::id(line)?, line));
    let mut named: Vec<(EventId, &str)> = lines.into_iter().filter_map(named).collect();
    sort_and_dedup(&mut named);
    write(named.into_iter().map(|(_, line)| line))
}

/// Sorts lines by id, and keeps the line of each event that sorts last, which is the one of the newest version.
fn sort_and_dedup(lines: &mut Vec<(EventId, &str)>) {
    sorted_map::sort(lines, &Ord::cmp);
    sorted_map::last_of_each(lines, &|(one, _), (other, _)| one.cmp(other));
}
