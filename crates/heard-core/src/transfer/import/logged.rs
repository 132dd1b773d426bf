//! The log in a file: its valid events, each one once.

use crate::codec;
use crate::codec::DecodeError;
use crate::codec::value::Value;
use crate::event::id::{EventId, Record};
use crate::event::kind::EventKind;
use crate::event::{self, Event};
use crate::imported;
use crate::meeting::log::Log;
use crate::sorted_map;
use crate::transfer::import::error::ImportError;
use crate::transfer::import::file::File;
use crate::transfer::import::items::{MAX_THING_BYTES, each_of};
use crate::validate;

/// The largest number of events of one meeting: ten per second for about half an hour. More would make replaying too
/// slow.
const MOST_EVENTS: usize = 20_000;

/// The events of a file.
#[derive(Default)]
pub(super) struct Logged {
    /// The events of the log, sorted by id, each one once.
    events: Vec<Event>,
    /// Whether an entry of the file was matched with the event of the same index.
    is_matched: Vec<bool>,
    /// The indices of the events, sorted by their records.
    places: Vec<(Record, usize)>,
    /// The first events of records that have no log.
    begun: Vec<Event>,
    damaged: usize,
}

impl Logged {
    pub(super) fn read(log: Option<&str>) -> Result<Self, ImportError> {
        let mut logged = Self::default();
        let mut newer = false;
        each_of(log, &mut |item| match line(item) {
            Ok(event) if is_sound(&event) => logged.events.push(event),
            Err(DecodeError::Newer) => newer = true,
            Ok(_) | Err(DecodeError::Damaged) => logged.damaged += 1,
        })?;
        sorted_map::first_of_each(&mut logged.events, &event::by_id);
        logged.is_matched = vec![false; logged.events.len()];
        logged.places =
            logged.events.iter().zip(0..).map(|(event, place)| (event.of, place)).collect();
        sorted_map::sort(&mut logged.places, &Ord::cmp);
        // A file with events that this build does not know is rejected as a whole rather than imported in part.
        if newer { Err(ImportError::Newer) } else { Ok(logged) }
    }

    /// The first event of a record of the log; `None` if it does not fit the entry, or an entry was matched with it
    /// before.
    pub(super) fn root(&mut self, id: EventId, fits: fn(&EventKind) -> bool) -> Option<&Event> {
        let place = find(&self.events, id)?;
        let root = &self.events[place];
        let is_root = root.of == Record::Begun(id) && fits(&root.kind);
        (is_root && !std::mem::replace(&mut self.is_matched[place], true)).then_some(root)
    }

    /// The events of a record, as a log.
    pub(super) fn log(&self, id: EventId) -> Log {
        let of = Record::Begun(id);
        let first = self.places.partition_point(|(record, _)| *record < of);
        let places = self.places[first..].iter().take_while(|(record, _)| *record == of);
        let events = places.map(|(_, place)| self.events[*place].clone()).collect();
        Log::of(id, events)
    }

    /// Adds the first event of a record without a log. It is dropped later if another event has the same id.
    pub(super) fn begin(&mut self, event: Event) {
        self.begun.push(event);
    }

    /// Merges the records without a log. Other events of such a record are dropped, because their first event is
    /// missing and the object of the record already includes their changes.
    fn settle(&mut self) {
        let entries = self.begun.len();
        self.begun.retain(|event| find(&self.events, event.id()).is_none());
        sorted_map::first_of_each(&mut self.begun, &event::by_id);
        self.damaged += entries - self.begun.len();
        let begun = &self.begun;
        self.events
            .retain(|event| !matches!(event.of, Record::Begun(id) if find(begun, id).is_some()));
        self.events.append(&mut self.begun);
    }

    pub(super) fn done(mut self) -> File {
        self.settle();
        let (settings, events): (Vec<_>, Vec<_>) =
            self.events.into_iter().partition(|event| event.of == Record::Settings);
        let mut records = event::by_record(events);
        for (id, events) in &mut records {
            if events.iter().any(|event| event.kind.begins_client()) {
                events.retain(|event| event.id() == *id || event.kind.is_of_client());
            }
        }
        let before = records.len();
        records.retain(|(_, events)| events.len() <= MOST_EVENTS);
        File { damaged: self.damaged + before - records.len(), records, settings }
    }
}

fn find(events: &[Event], id: EventId) -> Option<usize> {
    events.binary_search_by_key(&id, Event::id).ok()
}

/// Decodes an event of the log. Exported events have no checksum, because other tools may reformat them, so one is
/// added.
fn line(item: &str) -> Result<Event, DecodeError> {
    let fits = item.len() <= MAX_THING_BYTES * 2;
    let object = fits.then(|| Value::read(item)).flatten();
    let line = object.and_then(codec::of_file).ok_or(DecodeError::Damaged)?;
    codec::read(&line)
}

/// Whether an event is valid by itself, without regard to a notebook.
fn is_sound(event: &Event) -> bool {
    let fits = match (&event.kind, event.of) {
        (
            EventKind::ClientAdded { .. }
            | EventKind::ClientImported(_)
            | EventKind::MeetingOpened(_)
            | EventKind::MeetingImported(_),
            of,
        ) => of == Record::Begun(event.id()),
        (EventKind::SettingChanged(_) | EventKind::FileSaved | EventKind::DataImported(_), of) => {
            of == Record::Settings
        }
        // Events about an imported loop belong to the settings, as the loop does, and so do the events that undo them.
        (kind, Record::Settings) => {
            kind.which_loop().is_some() || matches!(kind, EventKind::Undone { .. })
        }
        (_, of) => of != Record::Begun(event.id()),
    };
    fits && event.n <= imported::MAX_N
        && validate::is_sound(&event.kind)
        && imported::is_sound(event)
}
