//! Adding packed meetings, sets of events and whole notebooks, and erasing records.

use std::rc::Rc;

use crate::codec;
use crate::codec::archive::Packed;
use crate::event::id::{EventId, Record};
use crate::event::{self, Event};
use crate::imported;
use crate::meeting::log::{self, Log};
use crate::notebook::Notebook;
use crate::sorted_map;

impl Notebook {
    /// Returns this notebook with ended meetings added, which stay packed until they are needed. A meeting that is
    /// known already, or occurs twice with different contents, is unpacked and merged by event identifier.
    #[must_use]
    pub fn with_packed(&self, packed: impl IntoIterator<Item = Packed>) -> Self {
        let mut notebook = self.clone();
        packed.into_iter().for_each(|packed| notebook.add_packed(packed));
        notebook
    }

    fn add_packed(&mut self, packed: Packed) {
        self.highest_n = self.highest_n.max(packed.highest_n());
        let log = match self.logs.get(packed.of()) {
            Some(log) if log.as_packed() == Some(&packed) => return,
            Some(log) => log.united(&packed),
            None => Log::packed(packed),
        };
        Rc::make_mut(&mut self.logs).put(Rc::new(log));
    }

    /// Returns this notebook with many events added, from any source, known already or not. The result is the same as
    /// that of [`Notebook::merged`] for each event.
    #[must_use]
    pub fn with_events(&self, events: impl IntoIterator<Item = Event>) -> Self {
        let (mut notebook, other) = (self.clone(), Self::from_events(events));
        notebook.highest_n = notebook.highest_n.max(other.highest_n);
        let mut settings = Vec::clone(&notebook.settings_events);
        other.settings_events.iter().for_each(|event| log::insert(&mut settings, event));
        notebook.set_settings(settings);
        other.clients.all().iter().for_each(|client| notebook.add(client.id, &client.events));
        let (of_clients, logs): (Vec<_>, Vec<_>) =
            other.logs().iter().partition(|log| notebook.clients.find(log.id).is_some());
        for log in of_clients {
            let events: Vec<Event> = log.events().iter().cloned().collect();
            notebook.add(log.id, &events);
        }
        let mine = Rc::make_mut(&mut notebook.logs);
        for new in logs {
            let known = mine.get(new.id).map(|log| Rc::new(log.with(new.events())));
            mine.put(known.unwrap_or_else(|| Rc::clone(new)));
        }
        notebook
    }

    /// Returns this notebook with all data of another one added; packed meetings stay packed.
    #[must_use]
    pub fn with_all(&self, other: &Self) -> Self {
        let packed = other.logs().iter().filter_map(|log| log.as_packed().cloned());
        let loose = other.logs().iter().filter(|log| log.as_packed().is_none());
        let clients = other.client_events().cloned();
        let events = loose.flat_map(|log| log.events().iter().cloned());
        let settings = other.settings_events.iter().cloned();
        let newer = other.newer.iter().map(|line| &**line);
        self.with_events(settings.chain(clients).chain(events))
            .with_packed(packed)
            .with_newer(newer)
    }

    /// Returns whether the notebook already holds an event.
    pub fn knows(&self, event: &Event) -> bool {
        let has = |events: &[Event]| events.binary_search_by_key(&event.id(), Event::id).is_ok();
        match event.of {
            Record::Settings => has(&self.settings_events),
            Record::Begun(id) => {
                self.clients.find(id).is_some_and(|client| has(&client.events))
                    || self.log(id).is_some_and(|log| log.event(event.id()).is_some())
            }
        }
    }

    /// Returns this notebook with lines that were written by a newer version of Heard, which are kept unchanged.
    #[must_use]
    pub fn with_newer<'a>(&self, lines: impl IntoIterator<Item = &'a str>) -> Self {
        let mut notebook = self.clone();
        let mut newer = Rc::unwrap_or_clone(notebook.newer);
        newer.extend(lines.into_iter().map(Rc::from));
        sorted_map::first_of_each(&mut newer, &Ord::cmp);
        let highest_n = newer.iter().filter_map(|line| codec::id(line)).map(|id| id.n).max();
        notebook.highest_n = notebook.highest_n.max(highest_n.unwrap_or(0));
        notebook.newer = Rc::new(newer);
        notebook
    }

    /// The lines written by a newer version of Heard, without duplicates and in no particular order.
    pub fn newer(&self) -> &[Rc<str>] {
        &self.newer
    }

    /// Returns this notebook without a meeting and all of its events. Event numbers are not reused.
    #[must_use]
    pub fn without_meeting(&self, id: EventId) -> Self {
        self.without(|of| of == id)
    }

    /// Returns this notebook without a client, the clients merged into it, and all meetings with any of them, including
    /// withdrawn ones.
    #[must_use]
    pub fn without_client(&self, id: EventId) -> Self {
        let gone = self.records_of_client(id);
        self.without(|of| gone.contains(&of))
    }

    fn without(&self, gone: impl Fn(EventId) -> bool) -> Self {
        let clients = self.clients.all().iter().map(|client| client.id).filter(|id| gone(*id));
        let loops: Vec<EventId> = clients.flat_map(|id| self.imported_loops_of(id)).collect();
        let goes = |id: EventId| gone(id) || loops.contains(&id);
        let stays = |event: &&Event| !event.kind.which_loop().is_some_and(goes);
        let mut notebook = self.clone();
        notebook.logs = Rc::new(self.logs.filtered(|log| !gone(log.id)));
        notebook.clients = Rc::new(notebook.clients.without(&gone));
        let of_gone =
            |line: &str| matches!(codec::record(line), Some(Record::Begun(of)) if gone(of));
        Rc::make_mut(&mut notebook.newer).retain(|line| !of_gone(line));
        let left = self.settings_events.iter().filter(stays);
        let left = left.filter_map(|event| imported::without(event, &gone));
        let mut left: Vec<Event> = left.collect();
        sorted_map::first_of_each(&mut left, &event::by_id);
        notebook.settings_events = Rc::new(left);
        notebook
    }
}
