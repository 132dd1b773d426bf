//! Lookup of events in a log.

use crate::chunk_list::ChunkList;
use crate::event::Event;
use crate::event::id::EventId;

/// Searches sorted events for `id`. Returns `Ok` with its index, or `Err` with the index at which it would be
/// inserted.
pub(crate) fn place(events: &ChunkList<Event>, id: EventId) -> Result<usize, usize> {
    let place = events.partition_point(|event| event.id() < id);
    let is_there = events.get(place).is_some_and(|event| event.id() == id);
    if is_there { Ok(place) } else { Err(place) }
}

/// Returns the event `id` from sorted events; `None` if it is not among them.
pub(crate) fn find(events: &ChunkList<Event>, id: EventId) -> Option<&Event> {
    events.get(place(events, id).ok()?)
}
