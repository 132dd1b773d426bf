//! What lies before the consultant: the root state, and the one way in which it changes.

mod clients;
mod journal;
mod lines;
mod loops;
pub mod opening_card;
pub(crate) mod past;
pub(crate) mod records;
pub(crate) mod retention;

use std::rc::Rc;

pub use clients::Client;

use crate::event::id::{EventId, Record};
use crate::event::kind::EventKind;
use crate::event::settings::Settings;
use crate::event::{self, Event};
use crate::loops::Loops;
use crate::meeting::Meeting;
use crate::meeting::log::{self, Log};
use crate::notebook::clients::Clients;
use crate::notebook::loops::Once;
use crate::sorted_map;
use crate::transfer::imported;
use crate::validate;
use crate::validate::refusal::Refusal;

/// Everything kept, folded. Cheap to clone: the parts are shared.
///
/// Two desks are equal when the same events lie on them, packed or not.
#[derive(Clone, Debug, Default)]
pub struct Notebook {
    settings: Rc<Settings>,
    settings_events: Rc<Vec<Event>>,
    clients: Rc<Clients>,
    logs: Rc<Vec<Rc<Log>>>,
    newer: Rc<Vec<Rc<str>>>,
    highest_n: u64,
    loops: Once<Loops>,
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
    /// The notebook of a set of events, in whatever order they come and however often.
    pub fn gather(events: impl IntoIterator<Item = Event>) -> Self {
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
        (notebook.clients, notebook.logs) = (Rc::new(Clients::new(clients)), Rc::new(logs));
        notebook
    }

    /// The next notebook, or why there is none.
    pub fn apply(&self, event: &Event) -> Result<Self, Refusal> {
        validate::admit(self, event)?;
        Ok(self.merged(event))
    }

    /// This notebook with an event of whatever origin, known already or not. It never refuses: what happened, happened.
    #[must_use]
    pub fn merged(&self, event: &Event) -> Self {
        let mut notebook = self.clone();
        if !event.kind.may_lead_loops() {
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

    fn set_settings(&mut self, events: Vec<Event>) {
        let fold = |settings: Settings, event: &Event| match &event.kind {
            EventKind::SettingChanged(setting) => settings.with(*setting),
            _ => settings,
        };
        self.settings = Rc::new(events.iter().fold(Settings::default(), fold));
        self.settings_events = Rc::new(events);
    }

    /// Adds events to a record, a client's or a meeting's. What was said of a client before the event that added them is
    /// here waits among the logs.
    fn add(&mut self, id: EventId, new: &[Event]) {
        let place = self.logs.binary_search_by_key(&id, |log| log.id);
        let is_packed = |place: usize| self.logs[place].as_packed().is_some();
        let waiting = place.ok().filter(|place| !is_packed(*place));
        let is_begun = self.clients.find(id).is_some();
        if is_begun || new.iter().any(|event| event.id() == id && event.kind.begins_client()) {
            let known = self.clients.find(id).map(|client| &client.events[..]);
            let known = known.or_else(|| Some(self.logs[waiting?].events()));
            let mut events = known.unwrap_or_default().to_vec();
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
        let logs = Rc::make_mut(&mut self.logs);
        match place {
            Ok(place) => logs[place] = Rc::new(logs[place].with(new)),
            Err(place) => logs.insert(place, Rc::new(Log::of(id, new.to_vec()))),
        }
    }

    /// The number of the next event written here.
    pub const fn next_n(&self) -> u64 {
        self.highest_n.saturating_add(1)
    }

    /// How Heard should behave.
    pub fn settings(&self) -> &Rc<Settings> {
        &self.settings
    }

    /// The events of the settings, in order.
    pub(crate) fn settings_events(&self) -> &[Event] {
        &self.settings_events
    }

    /// Every log, in the order of opening.
    pub fn logs(&self) -> &[Rc<Log>] {
        &self.logs
    }

    /// The log of a meeting.
    pub fn log(&self, id: EventId) -> Option<&Rc<Log>> {
        let place = self.logs.binary_search_by_key(&id, |log| log.id).ok()?;
        self.logs.get(place)
    }

    /// The meeting of an id.
    pub fn meeting(&self, id: EventId) -> Option<&Rc<Meeting>> {
        self.log(id)?.meeting()
    }

    /// Every meeting that is not withdrawn, in the order of opening; each is read when its turn comes.
    pub fn meetings(&self) -> impl DoubleEndedIterator<Item = &Rc<Meeting>> {
        self.logs.iter().filter_map(|log| log.meeting())
    }

    /// The meeting that runs or rests: the last opened, should there be two.
    pub fn running(&self) -> Option<&Rc<Meeting>> {
        // A packed meeting is closed.
        let open = self.logs.iter().rev().filter(|log| log.as_packed().is_none());
        open.filter_map(|log| log.meeting()).find(|meeting| meeting.ended_ms.is_none())
    }

    /// What undo would say of the meeting that runs, or of `review` when none does.
    pub fn undoing(&self, review: Option<EventId>) -> Result<(Record, EventKind), Refusal> {
        let log = self.log_at_hand(review).ok_or(Refusal::NothingToUndo)?;
        // What a file brought is withdrawn by erasing it, and not by one undo too many.
        let undoable = log
            .history()
            .undoable()
            .filter(|id| *id != log.id || imported::object_of(log).is_none());
        let event = undoable.ok_or(Refusal::NothingToUndo)?;
        Ok((Record::Begun(log.id), EventKind::Undone { event }))
    }

    /// What redo would say; a meeting whose opening was just undone counts as being at hand.
    pub fn redoing(&self, review: Option<EventId>) -> Result<(Record, EventKind), Refusal> {
        let gone = |log: &&Rc<Log>| log.as_packed().is_none() && log.meeting().is_none();
        let withdrawn = || self.logs.last().filter(gone);
        let log = self.log_at_hand(review).or_else(withdrawn).ok_or(Refusal::NothingToRedo)?;
        let event = log.history().redoable().ok_or(Refusal::NothingToRedo)?;
        Ok((Record::Begun(log.id), EventKind::Redone { event }))
    }

    fn log_at_hand(&self, review: Option<EventId>) -> Option<&Rc<Log>> {
        self.log(self.running().map(|meeting| meeting.id).or(review)?)
    }
}
