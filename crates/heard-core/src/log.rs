//! The log of one meeting: its events in order, and what they come to.

use std::rc::Rc;

use crate::event::Event;
use crate::history::History;
use crate::id::EventId;
use crate::meeting::Meeting;

/// A meeting as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Log {
    /// The event that opened the meeting, and so its name.
    pub id: EventId,
    /// All events, in order.
    pub events: Vec<Event>,
    /// What was undone, and what can be.
    pub history: History,
    /// The meeting; none while its opening is undone or has not arrived yet.
    pub meeting: Option<Rc<Meeting>>,
}

impl Log {
    /// Reads the log of the meeting `id`. The events are in order, and each is there once.
    pub(crate) fn of(id: EventId, events: Vec<Event>) -> Self {
        let history = History::of(&events);
        let meeting = Meeting::fold(id, &events, &history).map(Rc::new);
        Self { id, events, history, meeting }
    }

    /// This log with one event more, which may be known already.
    #[must_use]
    pub fn with(&self, event: &Event) -> Self {
        let mut events = self.events.clone();
        insert(&mut events, event);
        Self::of(self.id, events)
    }
}

/// Puts an event into its place among events in order, unless it is there already.
pub(crate) fn insert(events: &mut Vec<Event>, event: &Event) {
    if let Err(place) = events.binary_search_by_key(&event.id(), Event::id) {
        events.insert(place, event.clone());
    }
}
