//! What a widget shows of the live notebook.

use std::rc::Rc;

use heard_core::{Desk, EventId};

use crate::mode::Mode;

/// A picture of the notebook at one version. Compared by its parts' pointers, so that nothing unchanged is drawn.
#[derive(Clone, Debug)]
pub struct Shown {
    /// Counts the changes.
    pub version: u64,
    /// What is kept, folded.
    pub desk: Rc<Desk>,
    /// The meeting that lies on the desk for review.
    pub review: Option<EventId>,
    /// How safely things are kept.
    pub mode: Mode,
    /// How many entries could not be read.
    pub unread: usize,
}

impl PartialEq for Shown {
    fn eq(&self, other: &Self) -> bool {
        self.version == other.version
    }
}
