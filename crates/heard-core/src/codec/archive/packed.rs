//! A closed meeting whose lines were checked, but are parsed only on demand.

use std::rc::Rc;

use crate::codec;
use crate::codec::archive::segment;
use crate::event::Event;
use crate::event::id::EventId;

/// The lines of a closed meeting, none of them damaged, each event once, in order. [`check()`](super::check())
/// creates it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Packed {
    pub(super) of: EventId,
    pub(super) highest_n: u64,
    pub(super) ending: Ending,
    pub(super) text: Rc<str>,
}

/// How a meeting ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Ending {
    /// The event that ended it.
    pub(crate) id: EventId,
    /// The wall clock at its end in milliseconds since 1970, or at its start if the clock was set back in between.
    pub(crate) wall_ms: i64,
}

impl Packed {
    /// The meeting.
    pub const fn of(&self) -> EventId {
        self.of
    }

    /// The highest sequence number of its events.
    pub const fn highest_n(&self) -> u64 {
        self.highest_n
    }

    /// The lines as a segment.
    pub const fn text(&self) -> &Rc<str> {
        &self.text
    }

    pub(crate) const fn ending(&self) -> Ending {
        self.ending
    }

    /// The events in order, and the lines that this build can not decode.
    pub(crate) fn unpacked(&self) -> (Vec<Event>, Vec<Rc<str>>) {
        let (mut events, mut unread) = (Vec::new(), Vec::new());
        for line in segment::lines(&self.text) {
            match codec::read(line) {
                Ok(event) => events.push(event),
                Err(_) => unread.push(line.into()),
            }
        }
        (events, unread)
    }

    /// The client of the meeting; `None` if it has none. Only the opening line is parsed.
    pub(crate) fn client(&self) -> Option<EventId> {
        let mut lines = segment::lines(&self.text);
        lines.find(|line| codec::id(line) == Some(self.of)).and_then(codec::client)
    }
}
