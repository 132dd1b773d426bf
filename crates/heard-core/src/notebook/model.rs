//! The notebook's fields, its construction from events, and the addition of events.

use std::rc::Rc;

use crate::event::id::{EventId, Record};
use crate::event::kind::EventKind;
use crate::event::settings::Settings;
use crate::event::{self, Event};
use crate::loops::Loops;
use crate::meeting::Meeting;
use crate::meeting::log::{self, Log};
use crate::notebook::clients::{Client, Clients};
use crate::notebook::logs::Logs;
use crate::notebook::once::Once;
use crate::sorted_map;

/// All stored data, computed from events. Cheap to clone: clones share their parts.
///
/// Two notebooks are equal if they hold the same events, packed or not.
#[derive(Clone, Debug, Default)]
pub struct Notebook {
    pub(super) settings: Rc<Settings>,
    pub(super) settings_events: Rc<Vec<Event>>,
    pub(super) clients: Rc<Clients>,
    pub(super) logs: Rc<Logs>,
    pub(super) newer: Rc<Vec<Rc<str>>>,
    pub(super) highest_n: u64,
    pub(super) loops: Once<Loops>,
}

impl PartialEq for Notebook {
    fn eq(&self, other: &Self) -> bool {
        self.settings_events == other.settings_events
            && self.clients == other.clients
            && self.logs == other.logs
            && self.newer == other.newer
    }
}

impl Eq for Notebook {}

impl Notebook {
    /// Creates a notebook from a set of events, in any order and with any number of duplicates.
    pub fn from_events(events: impl IntoIterator<Item = Event>) -> Self {
        let mut events: Vec<Event> = events.into_iter().collect();
        sorted_map::first_of_each(&mut events, &event::by_id);
        let mut notebook = Self { highest_n: events.last().map_or(0, |e| e.n), ..Self::default() };
        let (settings, begun) = events.into_iter().partition(|event| event.of == Record::Settings);
        notebook.set_settings(settings);
        let (mut clients, mut logs) = (Vec::new(), Vec::new());
        for (id, events) in event::by_record(begun) {
            match Client::of(id, &events) {
                Some(client) => clients.push(client),
                None => logs.push(Rc::new(Log::of(id, events))),
            }
        }
        (notebook.clients, notebook.logs) =
            (Rc::new(Clients::new(clients)), Rc::new(Logs::new(logs)));
        notebook
    }

    /// Returns this notebook with an event added, from any source, known already or not. Events are never rejected
    /// here: they record what has already happened.
    #[must_use]
    pub fn merged(&self, event: &Event) -> Self {
        let mut notebook = self.clone();
        if !self.may_change_loops(event) {
            notebook.loops = self.loops.kept();
        }
        notebook.highest_n = notebook.highest_n.max(event.n);
        match event.of {
            Record::Settings => {
                let mut events = Vec::clone(&self.settings_events);
                log::insert(&mut events, event);
                notebook.set_settings(events);
            }
            Record::Begun(id) => notebook.add(id, std::slice::from_ref(event)),
        }
        notebook
    }

    pub(super) fn set_settings(&mut self, events: Vec<Event>) {
        let apply = |settings: Settings, event: &Event| match &event.kind {
            EventKind::SettingChanged(setting) => settings.with(*setting),
            _ => settings,
        };
        self.settings = Rc::new(events.iter().fold(Settings::default(), apply));
        self.settings_events = Rc::new(events);
    }

    /// Adds events to the record of a client or a meeting. Events of a client that arrive before the event that added
    /// the client are kept among the logs until then.
    pub(super) fn add(&mut self, id: EventId, new: &[Event]) {
        let place = self.logs.place(id).ok();
        let is_packed = |place: usize| self.logs()[place].as_packed().is_some();
        let waiting = place.filter(|place| !is_packed(*place));
        let is_begun = self.clients.find(id).is_some();
        if is_begun || new.iter().any(|event| event.id() == id && event.kind.begins_client()) {
            let mut events = match (self.clients.find(id), waiting) {
                (Some(client), _) => client.events.to_vec(),
                (None, Some(place)) => self.logs()[place].events().iter().cloned().collect(),
                (None, None) => Vec::new(),
            };
            for event in new {
                log::insert(&mut events, event);
            }
            if let Some(client) = Client::of(id, &events) {
                if let Some(place) = waiting.filter(|_| !is_begun) {
                    Rc::make_mut(&mut self.logs).remove(place);
                }
                return Rc::make_mut(&mut self.clients).put(client);
            }
        }
        let keeps_loops = !new.iter().any(|event| self.may_change_loops(event));
        let log = place.map(|place| self.logs()[place].with(new));
        let log = Rc::new(log.unwrap_or_else(|| Log::of(id, new.to_vec())));
        let logs = Rc::make_mut(&mut self.logs);
        if keeps_loops { logs.put_with_same_loops(log) } else { logs.put(log) }
    }

    /// The number `n` of the next event that is written here.
    pub const fn next_n(&self) -> u64 {
        self.highest_n.saturating_add(1)
    }

    /// The current settings.
    pub fn settings(&self) -> &Rc<Settings> {
        &self.settings
    }

    /// The events of the settings, in order.
    pub(crate) fn settings_events(&self) -> &[Event] {
        &self.settings_events
    }

    /// All logs, in the order of opening.
    pub fn logs(&self) -> &[Rc<Log>] {
        self.logs.all()
    }

    /// The log of a meeting; `None` if there is none.
    pub fn log(&self, id: EventId) -> Option<&Rc<Log>> {
        self.logs.get(id)
    }

    /// The meeting with an identifier; `None` if there is none or its opening was undone.
    pub fn meeting(&self, id: EventId) -> Option<&Rc<Meeting>> {
        self.log(id)?.meeting()
    }

    /// All meetings that are not withdrawn, in the order of opening. Each is parsed when the iterator reaches it.
    pub fn meetings(&self) -> impl DoubleEndedIterator<Item = &Rc<Meeting>> {
        self.logs().iter().filter_map(|log| log.meeting())
    }

    /// The meeting that has not ended; the last opened if there is more than one. `None` if there is none.
    pub fn running(&self) -> Option<&Rc<Meeting>> {
        // Packed meetings have ended.
        let open = self.logs().iter().rev().filter(|log| log.as_packed().is_none());
        open.filter_map(|log| log.meeting()).find(|meeting| meeting.ended_ms.is_none())
    }
}
