//! An act, stamped: which, when, and of what record.

use crate::act::Act;
use crate::id::{EventId, Record};
use crate::moment::Moment;

/// Something that happened, for ever. Nothing ever changes an event; another event may undo it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// One more than the highest number its author had seen; with the boot of `at`, the event's name.
    pub n: u64,
    /// When it happened.
    pub at: Moment,
    /// What it belongs to.
    pub of: Record,
    /// What happened.
    pub act: Act,
}

impl Event {
    /// The event's name, by which events are also ordered.
    pub const fn id(&self) -> EventId {
        EventId { n: self.n, boot: self.at.boot }
    }
}
