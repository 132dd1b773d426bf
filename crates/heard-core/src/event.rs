//! An act, stamped: which, when, and of what record.

use std::rc::Rc;

use crate::act::Act;
use crate::id::{EventId, Record};
use crate::moment::Moment;

/// Something that happened, for ever. Nothing ever changes an event; another event may undo it.
///
/// Two events are equal when they say the same, however their lines are spelled.
#[derive(Clone, Debug)]
pub struct Event {
    /// One more than the highest number its author had seen; with the boot of `at`, the event's name.
    pub n: u64,
    /// When it happened.
    pub at: Moment,
    /// What it belongs to.
    pub of: Record,
    /// What happened.
    pub act: Act,
    /// The line as it was read, where writing the event anew would not give the same bytes: it is of an older
    /// version, is spelled in another way, or has fields that this build does not know.
    pub raw: Option<Rc<str>>,
}

impl PartialEq for Event {
    fn eq(&self, other: &Self) -> bool {
        (self.n, self.at, self.of) == (other.n, other.at, other.of) && self.act == other.act
    }
}

impl Eq for Event {}

impl Event {
    /// The event's name, by which events are also ordered.
    pub const fn id(&self) -> EventId {
        EventId { n: self.n, boot: self.at.boot }
    }
}
