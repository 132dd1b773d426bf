//! A set of changes to both stores that is prepared as a whole before anything is written.

/// Entries to write and names to remove, for each store. `IndexedDB` is changed first, in one transaction; localStorage
/// follows once that is on the disk.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Plan {
    /// Entries to write to `IndexedDB`. The archive of a closed meeting is united with the one already stored.
    pub(crate) durable: Vec<(String, String)>,
    /// Names to remove from `IndexedDB`.
    pub(crate) durable_gone: Vec<String>,
    /// Entries to write to localStorage.
    pub(crate) local: Vec<(String, String)>,
    /// Names to remove from localStorage.
    pub(crate) local_gone: Vec<String>,
}

impl Plan {
    /// Whether there is nothing to change.
    pub(crate) fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}
