//! What a file would change in a notebook, so that it can be said before it is done.

use crate::event::id::EventId;
use crate::event::kind::EventKind;
use crate::event::{self, Event};
use crate::meeting::undo::History;
use crate::notebook::Notebook;
use crate::sorted_map;
use crate::transfer::import::file::File;

/// What a file has for a notebook.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Preview {
    /// Meetings that are not known here.
    pub meetings_new: usize,
    /// Meetings that are known here already.
    pub meetings_known: usize,
    /// Of those known, the ones of which the file knows more.
    pub meetings_grown: usize,
    /// Clients that are not known here.
    pub clients_new: usize,
    /// Clients that are known here already.
    pub clients_known: usize,
    /// Changes of settings and of clients, and what is kept without being read, that are not known here.
    pub others_new: usize,
    /// Things that are not sound, or bear the name of another; they are left out.
    pub damaged: usize,
}

impl Preview {
    /// Whether all of it is here already.
    pub const fn is_known(&self) -> bool {
        self.meetings_new + self.meetings_grown + self.clients_new + self.others_new == 0
    }
}

impl File {
    /// What would change in a notebook.
    pub fn preview(&self, notebook: &Notebook) -> Preview {
        self.sift(notebook).0
    }

    /// The events that the notebook does not have, in order and each once: [`Notebook::with_events`] takes them.
    pub fn events(&self, notebook: &Notebook) -> Vec<Event> {
        self.sift(notebook).1.into_iter().cloned().collect()
    }

    fn sift(&self, notebook: &Notebook) -> (Preview, Vec<&Event>) {
        let preview = Preview { damaged: self.damaged, ..Preview::default() };
        let mut sieve = Sieve { notebook, taken: ids(notebook), preview, new: Vec::new() };
        sieve.preview.others_new = sieve.add(&self.settings);
        for (id, events) in &self.records {
            match root(events, *id) {
                Some(root) if root.kind.begins_client() => sieve.client(*id, events),
                // Without its beginning, for it came in another file.
                None if notebook.is_client(*id) => sieve.client(*id, events),
                root => sieve.meeting(*id, events, root),
            }
        }
        sorted_map::sort(&mut sieve.new, &|one, other| event::by_id(one, other));
        (sieve.preview, sieve.new)
    }
}

/// What goes through is new to the notebook; on the way, it is counted.
struct Sieve<'a, 'b> {
    notebook: &'b Notebook,
    /// The name of every event of the notebook, in order.
    taken: Vec<EventId>,
    preview: Preview,
    new: Vec<&'a Event>,
}

impl<'a> Sieve<'a, '_> {
    fn has(&self, id: EventId) -> bool {
        self.taken.binary_search(&id).is_ok()
    }

    /// Lets through what is new, and says how much it was.
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
            // Its name is that of another thing here.
            self.preview.damaged += 1;
        } else {
            self.preview.clients_new += 1;
            self.add(events);
        }
    }

    fn meeting(&mut self, id: EventId, events: &'a [Event], root: Option<&Event>) {
        let log = self.notebook.log(id);
        let known = log.and_then(|log| log.event(id));
        // A log without its beginning can be added to one that is here; alone it would be no meeting. And a beginning
        // whose name is that of another thing here would not be found again.
        if root.map_or(log.is_none(), |_| known.is_none() && self.has(id)) {
            self.preview.damaged += 1;
            return;
        }
        // What is here in one form is not mixed with the other.
        let mixed =
            known.zip(root).is_some_and(|(known, root)| is_brought(known) != is_brought(root));
        let added = if mixed { 0 } else { self.add(events) };
        if known.is_some() {
            self.preview.meetings_known += 1;
            self.preview.meetings_grown += usize::from(added > 0);
        } else if History::of(events).stands(id) {
            // A meeting that was withdrawn is merged as well, but nobody would find it.
            self.preview.meetings_new += 1;
        }
    }
}

fn root(events: &[Event], id: EventId) -> Option<&Event> {
    events.binary_search_by_key(&id, Event::id).ok().map(|place| &events[place])
}

const fn is_brought(event: &Event) -> bool {
    matches!(event.kind, EventKind::MeetingImported(_))
}

/// The name of every event of a notebook, in order.
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
