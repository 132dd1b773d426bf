//! What lies before the consultant: the root state, and the one way in which it changes.

mod age;
mod journal;
mod keep;
mod lines;
mod loops;
mod met;

use std::rc::Rc;

use crate::act::Act;
use crate::brought;
use crate::desk::loops::Once;
use crate::event::{self, Event};
use crate::id::{EventId, Record};
use crate::json::Json;
use crate::log::{self, Log};
use crate::loops::Loops;
use crate::meeting::Meeting;
use crate::order;
use crate::refusal::Refusal;
use crate::rules;
use crate::settings::Settings;

/// Somebody one listens to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Client {
    /// The event that added the client.
    pub id: EventId,
    /// The name as it was written.
    pub name: Rc<str>,
    /// The event that added the client, whole.
    pub(crate) event: Rc<Event>,
}

impl Client {
    /// The client that an event began, if it began one.
    fn of(event: &Event) -> Option<Self> {
        let name = match &event.act {
            Act::ClientAdded { name } => name.as_str().into(),
            Act::ClientBrought { json } => brought::client_name(&Json::read(json)?)?.into(),
            _ => return None,
        };
        Some(Self { id: event.id(), name, event: Rc::new(event.clone()) })
    }
}

/// Everything kept, folded. Cheap to clone: the parts are shared.
///
/// Two desks are equal when the same events lie on them, packed or not.
#[derive(Clone, Debug, Default)]
pub struct Desk {
    settings: Rc<Settings>,
    settings_events: Rc<Vec<Event>>,
    clients: Rc<Vec<Client>>,
    logs: Rc<Vec<Rc<Log>>>,
    newer: Rc<Vec<Rc<str>>>,
    highest_n: u64,
    loops: Once<Loops>,
}

impl PartialEq for Desk {
    fn eq(&self, other: &Self) -> bool {
        self.settings_events == other.settings_events
            && self.clients == other.clients
            && self.logs == other.logs
            && self.newer == other.newer
    }
}

impl Eq for Desk {}

impl Desk {
    /// The desk of a set of events, in whatever order they come and however often.
    pub fn gather(events: impl IntoIterator<Item = Event>) -> Self {
        let mut events: Vec<Event> = events.into_iter().collect();
        order::first_of_each(&mut events, &event::by_id);
        let mut desk = Self { highest_n: events.last().map_or(0, |e| e.n), ..Self::default() };
        let mut settings = Vec::new();
        let mut logged = Vec::new();
        for event in events {
            match (&event.act, event.of) {
                (_, Record::Settings) => settings.push(event),
                (Act::ClientAdded { .. } | Act::ClientBrought { .. }, _) => desk.add_client(&event),
                (_, Record::Begun(_)) => logged.push(event),
            }
        }
        desk.set_settings(settings);
        let meetings = event::by_record(logged);
        let logs = meetings.into_iter().map(|(id, events)| Rc::new(Log::of(id, events)));
        desk.logs = Rc::new(logs.collect());
        desk
    }

    /// The next desk, or why there is none.
    pub fn apply(&self, event: &Event) -> Result<Self, Refusal> {
        rules::admit(self, event)?;
        Ok(self.merged(event))
    }

    /// This desk with an event of whatever origin, known already or not. It never refuses: what happened, happened.
    #[must_use]
    pub fn merged(&self, event: &Event) -> Self {
        let mut desk = self.clone();
        if !event.act.may_lead_loops() {
            desk.loops = self.loops.kept();
        }
        desk.highest_n = desk.highest_n.max(event.n);
        match (&event.act, event.of) {
            (_, Record::Settings) => {
                let mut events = Vec::clone(&self.settings_events);
                log::insert(&mut events, event);
                desk.set_settings(events);
            }
            (Act::ClientAdded { .. } | Act::ClientBrought { .. }, _) => desk.add_client(event),
            (_, Record::Begun(id)) => desk.add_to_log(id, event),
        }
        desk
    }

    fn set_settings(&mut self, events: Vec<Event>) {
        let fold = |settings: Settings, event: &Event| match &event.act {
            Act::SettingChanged(setting) => settings.with(*setting),
            _ => settings,
        };
        self.settings = Rc::new(events.iter().fold(Settings::default(), fold));
        self.settings_events = Rc::new(events);
    }

    fn add_client(&mut self, event: &Event) {
        if let Err(place) = self.clients.binary_search_by_key(&event.id(), |client| client.id)
            && let Some(client) = Client::of(event)
        {
            Rc::make_mut(&mut self.clients).insert(place, client);
        }
    }

    fn add_to_log(&mut self, id: EventId, event: &Event) {
        let place = self.logs.binary_search_by_key(&id, |log| log.id);
        let logs = Rc::make_mut(&mut self.logs);
        match place {
            Ok(place) => logs[place] = Rc::new(logs[place].with(std::slice::from_ref(event))),
            Err(place) => logs.insert(place, Rc::new(Log::of(id, vec![event.clone()]))),
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

    /// Every client, in the order of adding.
    pub fn clients(&self) -> &Rc<Vec<Client>> {
        &self.clients
    }

    /// The client of an id.
    pub fn client(&self, id: EventId) -> Option<&Client> {
        let place = self.clients.binary_search_by_key(&id, |client| client.id).ok()?;
        self.clients.get(place)
    }

    /// The client of a name, outer spaces and the case of ASCII letters aside.
    pub fn client_named(&self, name: &str) -> Option<&Client> {
        let wanted = name.trim();
        self.clients.iter().find(|client| client.name.trim().eq_ignore_ascii_case(wanted))
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
    pub fn undoing(&self, review: Option<EventId>) -> Result<(Record, Act), Refusal> {
        let log = self.log_at_hand(review).ok_or(Refusal::NothingToUndo)?;
        // What a file brought is withdrawn by erasing it, and not by one undo too many.
        let undoable = log
            .history()
            .undoable()
            .filter(|id| *id != log.id || brought::object_of(log).is_none());
        let event = undoable.ok_or(Refusal::NothingToUndo)?;
        Ok((Record::Begun(log.id), Act::Undone { event }))
    }

    /// What redo would say; a meeting whose opening was just undone counts as being at hand.
    pub fn redoing(&self, review: Option<EventId>) -> Result<(Record, Act), Refusal> {
        let gone = |log: &&Rc<Log>| log.as_packed().is_none() && log.meeting().is_none();
        let withdrawn = || self.logs.last().filter(gone);
        let log = self.log_at_hand(review).or_else(withdrawn).ok_or(Refusal::NothingToRedo)?;
        let event = log.history().redoable().ok_or(Refusal::NothingToRedo)?;
        Ok((Record::Begun(log.id), Act::Redone { event }))
    }

    fn log_at_hand(&self, review: Option<EventId>) -> Option<&Rc<Log>> {
        self.log(self.running().map(|meeting| meeting.id).or(review)?)
    }
}
