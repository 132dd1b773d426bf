//! A file that was read, before it is merged into a notebook.

use crate::event::Event;
use crate::event::id::EventId;
use crate::event::kind::EventKind;
use crate::sorted_map;

/// The content of a file that was read, independent of any notebook.
#[derive(Debug, Default)]
pub struct File {
    /// The events of each client and meeting, in order; the event that began the record may be missing.
    pub(super) records: Vec<(EventId, Vec<Event>)>,
    /// The events of the settings, and the data that is kept without being read.
    pub(super) settings: Vec<Event>,
    /// The count of damaged items in the file.
    pub(super) damaged: usize,
}

/// The stories and loops that the logs of a file record, sorted.
pub(super) struct Known {
    stories: Vec<EventId>,
    loops: Vec<EventId>,
}

impl Known {
    pub(super) fn of(file: &File) -> Self {
        let (mut stories, mut loops) = (Vec::new(), Vec::new());
        for event in file.records.iter().flat_map(|(_, events)| events) {
            match &event.kind {
                EventKind::StoryWritten { story: None, .. } => stories.push(event.id()),
                EventKind::Captured(_) => loops.push(event.id()),
                // Of an imported meeting, the log has the steps and the object has the words.
                kind => loops.extend(kind.which_loop()),
            }
        }
        sorted_map::sort(&mut stories, &Ord::cmp);
        sorted_map::sort(&mut loops, &Ord::cmp);
        Self { stories, loops }
    }

    pub(super) fn has_story(&self, id: EventId) -> bool {
        self.stories.binary_search(&id).is_ok()
    }

    pub(super) fn has_loop(&self, id: EventId) -> bool {
        self.loops.binary_search(&id).is_ok()
    }
}
