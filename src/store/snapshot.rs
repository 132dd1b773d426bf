//! What a widget shows of the live notebook.

use std::rc::Rc;

use heard_core::{EventId, Notebook};

use crate::persistence::mode::Mode;

/// A picture of the notebook at one version. Compared by its parts' pointers, so that nothing unchanged is drawn.
#[derive(Clone, Debug)]
pub struct Snapshot {
    /// Counts the changes.
    pub version: u64,
    /// What is kept, folded.
    pub notebook: Rc<Notebook>,
    /// The meeting that lies on the notebook for review.
    pub review: Option<EventId>,
    /// How safely things are kept.
    pub mode: Mode,
    /// Whether something is still on its way to the disk.
    pub saving: bool,
    /// How many entries could not be read, and are nowhere else.
    pub unread: usize,
    /// Whether a newer Heard has written here: this one then writes nothing any more.
    pub newer: bool,
    /// Whether this tab shows the running turn. Of all tabs on a notebook one does.
    pub leading: bool,
    /// Hundredths of localStorage's usual room that are taken, by the host too.
    pub percent_used: usize,
}

impl PartialEq for Snapshot {
    fn eq(&self, other: &Self) -> bool {
        self.version == other.version
    }
}
