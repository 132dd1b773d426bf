//! The changes that importing a file would make, to show them beforehand.

use crate::event::id::EventId;
use crate::event::kind::EventKind;
use crate::event::{self, Event};
use crate::meeting::undo::History;
use crate::notebook::Notebook;
use crate::sorted_map;
use crate::transfer::import::file::File;

/// Counts of the records in a file, compared with a notebook.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Preview {
    /// Meetings that the notebook does not have.
    pub meetings_new: usize,
    /// Meetings that the notebook has.
    pub meetings_known: usize,
    /// Known meetings for which the file has further events.
    pub meetings_grown: usize,
    /// Clients that the notebook does not have.
    pub clients_new: usize,
    /// Clients that the notebook has.
    pub clients_known: usize,
    /// New events of settings and known clients, and new data that is kept without being read.
    pub others_new: usize,
    /// Items that are damaged, or that have the id of another record; they are not imported.
    pub damaged: usize,
}

impl Preview {
    /// Whether the notebook already has everything in the file.
    pub const fn is_known(&self) -> bool {
        self.meetings_new + self.meetings_grown + self.clients_new + self.others_new == 0
    }
}

impl File {
    /// The changes that importing the file into a notebook would make.
    pub fn preview(&self, notebook: &Notebook) -> Preview {
        self.compare(notebook).0
    }

    /// The events that the notebook does not have, sorted and each one once, for [`Notebook::with_events`].
    pub fn events(&self, notebook: &Notebook) -> Vec<Event> {
        self.compare(notebook).1.into_iter().cloned().collect()
    }

    fn compare(&self, notebook: &Notebook) -> (Preview, Vec<&Event>) {
        let preview = Preview { damaged: self.damaged, ..Preview::default() };
        let mut comparison =
            Comparison { notebook, taken: ids(notebook), preview, new: Vec::new() };
        comparison.preview.others_new = comparison.add(&self.settings);
        for (id, events) in &self.records {
            match root(events, *id) {
                Some(root) if root.kind.begins_client() => comparison.client(*id, events),
                // The event that began the client was in another file.
                None if notebook.is_client(*id) => comparison.client(*id, events),
                root => comparison.meeting(*id, events, root),
            }
        }
        sorted_map::sort(&mut comparison.new, &|one, other| event::by_id(one, other));
        (comparison.preview, comparison.new)
    }
}

/// Collects and counts the events of a file that are new to the notebook.
struct Comparison<'a, 'b> {
    notebook: &'b Notebook,
    /// The ids of all events of the notebook, sorted.
    taken: Vec<EventId>,
    preview: Preview,
    new: Vec<&'a Event>,
}

impl<'a> Comparison<'a, '_> {
    fn has(&self, id: EventId) -> bool {
        self.taken.binary_search(&id).is_ok()
    }

    /// Collects the new events, and returns their number.
    fn add(&mut self, events: &'a [Event]) -> usize {
        let before = self.new.len();
        let taken = &self.taken;
        self.new.extend(events.iter().filter(|event| taken.binary_search(&event.id()).is_err()));
        self.new.len() - before
    }

    fn client(&mut self, id: EventId, events: &'a [Event]) {
        if self.notebook.is_client(id) {
            self.preview.clients_known += 1;
            self.preview.others_new += self.add(events);
        } else if self.has(id) {
            // The notebook has another record with this id.
            self.preview.damaged += 1;
        } else {
            self.preview.clients_new += 1;
            self.add(events);
        }
    }

    fn meeting(&mut self, id: EventId, events: &'a [Event], root: Option<&Event>) {
        let log = self.notebook.log(id);
        let known = log.and_then(|log| log.event(id));
        // A log without its first event is valid only as an addition to a known meeting. A meeting whose id is that of
        // another record in the notebook could not be found again.
        if root.map_or(log.is_none(), |_| known.is_none() && self.has(id)) {
            self.preview.damaged += 1;
            return;
        }
        // An imported object and a log of the same meeting are not mixed.
        let mixed =
            known.zip(root).is_some_and(|(known, root)| is_imported(known) != is_imported(root));
        let added = if mixed { 0 } else { self.add(events) };
        if known.is_some() {
            self.preview.meetings_known += 1;
            self.preview.meetings_grown += usize::from(added > 0);
        } else if History::of(events).is_in_effect(id) {
            // A withdrawn meeting is merged but not counted, because it is not shown in any list.
            self.preview.meetings_new += 1;
        }
    }
}

fn root(events: &[Event], id: EventId) -> Option<&Event> {
    events.binary_search_by_key(&id, Event::id).ok().map(|place| &events[place])
}

const fn is_imported(event: &Event) -> bool {
    matches!(event.kind, EventKind::MeetingImported(_))
}

/// The ids of all events of a notebook, sorted.
fn ids(notebook: &Notebook) -> Vec<EventId> {
    let logged =
        notebook.logs().iter().flat_map(|log| log.events()).chain(notebook.settings_events());
    let mut ids: Vec<EventId> = notebook.client_events().chain(logged).map(Event::id).collect();
    sorted_map::sort(&mut ids, &Ord::cmp);
    ids
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_new_thing_of_any_kind_is_news_and_nothing_known_or_damaged_is() {
        let none =
            Preview { meetings_known: 3, clients_known: 2, damaged: 1, ..Preview::default() };
        assert!(none.is_known());
        let one = [
            Preview { meetings_new: 1, ..none },
            Preview { meetings_grown: 1, ..none },
            Preview { clients_new: 1, ..none },
            Preview { others_new: 1, ..none },
        ];
        assert!(one.iter().all(|preview| !preview.is_known()));
    }
}
