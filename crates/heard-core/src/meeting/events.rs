//! Finding an event in a log.

use crate::chunk_list::ChunkList;
use crate::event::Event;
use crate::event::id::EventId;

/// The place of an event among events in order: `Ok` where it is, `Err` with the place where it would be inserted.
pub(crate) fn place(events: &ChunkList<Event>, id: EventId) -> Result<usize, usize> {
    let place = events.partition_point(|event| event.id() < id);
    let is_there = events.get(place).is_some_and(|event| event.id() == id);
    if is_there { Ok(place) } else { Err(place) }
}

/// The event of an id among events in order; `None` if it is not among them.
pub(crate) fn find(events: &ChunkList<Event>, id: EventId) -> Option<&Event> {
    events.get(place(events, id).ok()?)
}
