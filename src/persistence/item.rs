//! What the data screen lists: the stored records and their sizes.

use heard_core::EventId;

/// One row of the list of stored data. The order of the variants is the order of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Item {
    /// A meeting, by the id of the event that opened it.
    Meeting(EventId),
    /// A client, by the id of the event that added them.
    Client(EventId),
    /// The settings, and bookkeeping that belongs to no record.
    Settings,
    /// The unsaved text of the capture form.
    Draft,
    /// Bytes that could not be read.
    Quarantine,
}

/// How much an item takes in each store, in characters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Lengths {
    /// In localStorage.
    pub local: usize,
    /// In `IndexedDB`.
    pub durable: usize,
}
