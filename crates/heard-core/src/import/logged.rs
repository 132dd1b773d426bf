//! The log in a file: the events that are sound, each once.

use std::collections::{BTreeMap, BTreeSet};

use crate::act::Act;
use crate::brought;
use crate::event::Event;
use crate::id::{EventId, Record};
use crate::import::{File, MAX_THING_BYTES, Unfit, each_of};
use crate::json::Json;
use crate::wire::Unread;
use crate::{rules, wire};

/// The most events of one meeting: ten in each second of half an hour. More would only make everything slow.
const MOST_EVENTS: usize = 20_000;

/// The events of a file.
#[derive(Default)]
pub(super) struct Logged {
    ids: BTreeSet<EventId>,
    records: BTreeMap<EventId, Vec<Event>>,
    settings: Vec<Event>,
    damaged: usize,
}

impl Logged {
    pub(super) fn read(log: Option<&str>) -> Result<Self, Unfit> {
        let mut logged = Self::default();
        let mut newer = false;
        each_of(log, &mut |item| match line(item) {
            Ok(event) if is_sound(&event) => logged.take(event),
            Err(Unread::Newer) => newer = true,
            Ok(_) | Err(Unread::Damaged) => logged.damaged += 1,
        })?;
        // Half of what a newer Heard says would be worse than none.
        if newer { Err(Unfit::Newer) } else { Ok(logged) }
    }

    /// Takes an event, unless there is one of that name: of two the first counts.
    fn take(&mut self, event: Event) {
        if self.ids.insert(event.id()) {
            match event.of {
                Record::Settings => self.settings.push(event),
                Record::Begun(id) => self.records.entry(id).or_default().push(event),
            }
        }
    }

    /// The event that began a record.
    pub(super) fn root(&self, id: EventId) -> Option<&Event> {
        self.records.get(&id)?.iter().find(|event| event.id() == id)
    }

    /// Takes a thing that has no log here; false, if its name is another thing's. Events about it have lost their
    /// beginning: what they changed, its object says already.
    pub(super) fn begin(&mut self, event: Event) -> bool {
        let is_new = self.ids.insert(event.id());
        if is_new {
            self.records.insert(event.id(), vec![event]);
        }
        is_new
    }

    pub(super) fn done(mut self) -> File {
        for (id, events) in &mut self.records {
            events.sort_by_key(Event::id);
            let is_client = |event: &Event| {
                matches!(event.act, Act::ClientAdded { .. } | Act::ClientBrought { .. })
            };
            if events.iter().any(is_client) {
                events.retain(|event| event.id() == *id);
            }
        }
        let before = self.records.len();
        self.records.retain(|_, events| events.len() <= MOST_EVENTS);
        let damaged = self.damaged + before - self.records.len();
        File { records: self.records, settings: self.settings, damaged }
    }
}

/// Reads an event of the log. It has no sum, for other tools may write its fields with space between them or in
/// another order; here it gets one.
fn line(item: &str) -> Result<Event, Unread> {
    let fits = item.len() <= MAX_THING_BYTES * 2;
    let object = fits.then(|| Json::read(item)).flatten();
    let line = object.as_ref().and_then(wire::of_file).ok_or(Unread::Damaged)?;
    wire::read(&line)
}

/// Whether some desk may have had this event.
fn is_sound(event: &Event) -> bool {
    let fits = match (&event.act, event.of) {
        (
            Act::ClientAdded { .. }
            | Act::ClientBrought { .. }
            | Act::MeetingOpened(_)
            | Act::MeetingBrought { .. },
            of,
        ) => of == Record::Begun(event.id()),
        (Act::SettingChanged(_) | Act::FileSaved | Act::RestBrought { .. }, of) => {
            of == Record::Settings
        }
        (_, of) => of != Record::Settings && of != Record::Begun(event.id()),
    };
    fits && event.n <= brought::MAX_N && rules::is_sound(&event.act) && brought::is_sound(event)
}
