//! What is kept here, as its user would count it.

use heard_core::EventId;

/// Something kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Item {
    /// A meeting, by its opening.
    Meeting(EventId),
    /// A client's name.
    Client(EventId),
    /// The settings, and what else belongs to no record.
    Settings,
    /// What stands in the capture line.
    Draft,
    /// Bytes that could not be read.
    Quarantine,
}

/// Where something lies, in characters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Lengths {
    /// In localStorage.
    pub local: usize,
    /// In `IndexedDB`.
    pub durable: usize,
}
