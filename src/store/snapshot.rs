//! The immutable state that a widget renders.

use std::rc::Rc;

use heard_core::{EventId, Notebook};

use crate::persistence::mode::Mode;

/// The state of the notebook at one version. Cloning is cheap, since the notebook is shared. Two snapshots of one store are
/// equal if their versions are.
#[derive(Clone, Debug)]
pub struct Snapshot {
    /// Increases by one with each change.
    pub version: u64,
    /// The records, computed from all events.
    pub notebook: Rc<Notebook>,
    /// The meeting under review, if one is.
    pub review: Option<EventId>,
    /// How safely the notebook is stored.
    pub mode: Mode,
    /// Whether something has not been confirmed on the disk yet.
    pub saving: bool,
    /// How many stored entries can not be read and have no sound copy.
    pub unread: usize,
    /// Whether a newer version of Heard has written to this notebook. This one then writes nothing any more.
    pub newer: bool,
    /// Whether this tab shows the running turn. Exactly one of the tabs with this notebook does.
    pub leading: bool,
    /// How full localStorage is, in percent of its usual capacity, the host's entries included.
    pub percent_used: usize,
}

impl Snapshot {
    /// Replaces the notebook. A review of a meeting that it no longer has is closed.
    pub(crate) fn set_notebook(&mut self, notebook: Notebook) {
        self.review = self.review.filter(|id| notebook.meeting(*id).is_some());
        self.notebook = Rc::new(notebook);
    }
}

impl PartialEq for Snapshot {
    fn eq(&self, other: &Self) -> bool {
        self.version == other.version
    }
}
