//! A segment: the lines of a closed meeting as one value. It is a JSON array with an event a line, so any tool reads
//! it; we read it line by line, so one damaged line never takes another with it.

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

/// One text of all the lines that are not damaged, each event once, in the order of their names. The bytes of a line stay
/// as they are; of two lines of one event the same one is kept, in whatever order they come.
pub fn union<'a>(lines: impl IntoIterator<Item = &'a str>) -> String {
    let named = |line: &'a str| Some((codec::id(line)?, line));
    let mut named: Vec<(EventId, &str)> = lines.into_iter().filter_map(named).collect();
    sort_and_dedup(&mut named);
    write(named.into_iter().map(|(_, line)| line))
}

/// Puts lines in the order of their names, and keeps of one event the line that sorts last: a newer version's.
fn sort_and_dedup(lines: &mut Vec<(EventId, &str)>) {
    sorted_map::sort(lines, &Ord::cmp);
    sorted_map::last_of_each(lines, &|(one, _), (other, _)| one.cmp(other));
}
