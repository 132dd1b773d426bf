//! What comes back from a file: read whole, shown before anything changes, and then merged as events.
//!
//! What may live here turns a text into events. What such events come to is the notebook's, and keeping them the edge's.

mod entry;
mod logged;
mod preview;

use std::fmt;

pub use preview::Preview;

use crate::codec::value::{MAX_DEPTH, Value, each_field, each_item, is_json, is_strict};
use crate::event::Event;
use crate::event::id::EventId;
use crate::event::kind::EventKind;
use crate::imported::{self, NOT_REST, UnreadData};
use crate::sorted_map;
use crate::transfer::export;
use crate::transfer::import::entry::Entries;
use crate::transfer::import::logged::Logged;

/// The longest text that is read, in bytes.
pub const MAX_BYTES: usize = 64 << 20;
/// The longest text of one thing in it: longer ones would ask for more memory than a phone has.
const MAX_THING_BYTES: usize = 8 << 20;
/// How deep one thing may lie. As a part of an event, and that as a part of a file, it lies a little deeper.
const DEEPEST_THING: usize = 48;
/// More fields than this that the contract does not name make no file of Heard.
const MOST_STRANGE: usize = 10_000;

/// Why a text is not taken for a file of Heard. Nothing of it is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImportError {
    /// It is longer than [`MAX_BYTES`].
    TooLarge,
    /// It is no JSON, or lies too deep.
    NotJson,
    /// It is JSON, but does not say that it is Heard's.
    NotHeard,
    /// A newer Heard wrote it.
    Newer,
}

impl ImportError {
    /// A stable word for programs.
    pub const fn code(self) -> &'static str {
        "import-invalid"
    }
}

impl fmt::Display for ImportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::TooLarge => "the file is larger than 64 MiB",
            Self::NotJson => "the file is not JSON, or it is damaged",
            Self::NotHeard => "the file is not one of Heard's",
            Self::Newer => "the file was written by a newer version of Heard",
        })
    }
}

impl std::error::Error for ImportError {}

/// A file that was read. It knows nothing yet of the notebook into which it comes.
#[derive(Debug, Default)]
pub struct File {
    /// What the file says of each record, in order; the event that began it may be missing.
    records: Vec<(EventId, Vec<Event>)>,
    /// The events of the settings, and the rest of the file.
    settings: Vec<Event>,
    /// How many things of the file are not sound.
    damaged: usize,
}

/// What the logs of a file tell, in order.
struct Known {
    stories: Vec<EventId>,
    loops: Vec<EventId>,
}

impl Known {
    fn of(file: &File) -> Self {
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

    fn has_story(&self, id: EventId) -> bool {
        self.stories.binary_search(&id).is_ok()
    }

    fn has_loop(&self, id: EventId) -> bool {
        self.loops.binary_search(&id).is_ok()
    }
}

/// Reads a file.
pub fn read(text: &str) -> Result<File, ImportError> {
    if text.len() > MAX_BYTES {
        return Err(ImportError::TooLarge);
    }
    // Some editors put a byte order mark before every text.
    let top = Top::read(text.strip_prefix('\u{feff}').unwrap_or(text))?;
    let mut logged = Logged::read(top.log)?;
    let mut entries = Entries::default();
    entries.clients(top.clients, &mut logged)?;
    entries.meetings(top.meetings, &mut logged)?;
    let mut file = logged.done();
    file.damaged += entries.damaged;
    let known = Known::of(&file);
    let rest = top.rest(entries.rest(), &mut file.damaged, &file.settings, &known)?;
    // The log may have the very event that the rest gives.
    file.settings.extend(rest.filter(|rest| file.settings.iter().all(|e| e.id() != rest.id())));
    Ok(file)
}

/// The fields of a file, as they are written.
#[derive(Default)]
struct Top<'a> {
    heard: Option<&'a str>,
    clients: Option<&'a str>,
    meetings: Option<&'a str>,
    loops: Option<&'a str>,
    journal: Option<&'a str>,
    log: Option<&'a str>,
    strange: Vec<(String, &'a str)>,
}

impl<'a> Top<'a> {
    fn read(text: &'a str) -> Result<Self, ImportError> {
        if !is_strict(text, MAX_DEPTH) {
            return Err(ImportError::NotJson);
        }
        let mut top = Self::default();
        let read = each_field(text, &mut |name, value| match name.as_str() {
            "heard" => top.heard = Some(value),
            "clients" => top.clients = Some(value),
            "meetings" => top.meetings = Some(value),
            "loops" => top.loops = Some(value),
            "journal" => top.journal = Some(value),
            "log" => top.log = Some(value),
            name if NOT_REST.contains(&name) || top.strange.len() > MOST_STRANGE => {}
            _ => top.strange.push((name, value)),
        });
        if read.is_none() {
            return Err(if is_json(text) { ImportError::NotHeard } else { ImportError::NotJson });
        }
        let version = top.heard.and_then(Value::read).and_then(|version| version.whole::<u64>());
        match version {
            Some(1) if top.strange.len() <= MOST_STRANGE => Ok(top),
            Some(2..) => Err(ImportError::Newer),
            _ => Err(ImportError::NotHeard),
        }
    }

    /// The event that keeps the rest of the file, unless the file's own log has all of it.
    fn rest(
        &self,
        mut rest: UnreadData,
        damaged: &mut usize,
        log: &[Event],
        known: &Known,
    ) -> Result<Option<Event>, ImportError> {
        let mut room = MAX_THING_BYTES;
        let mut kept = |value: &str| {
            let json = thing(value).filter(|json| json.len() <= room);
            room -= json.as_ref().map_or(0, String::len);
            *damaged += usize::from(json.is_none());
            json
        };
        each_of(self.loops, &mut |item| {
            // A loop that began here is in the log; another tool may have added to its object.
            let item = kept(item);
            let is_told = item.as_deref().and_then(Value::read).is_some_and(|object| {
                let is_ours = own_id(&object).is_some_and(|id| known.has_loop(id));
                is_ours && !export::has_extra(&object)
            });
            rest.loops.extend(item.filter(|_| !is_told));
        })?;
        each_of(self.journal, &mut |line| {
            // A story of our own is in the log, with all that became of it.
            let line = kept(line);
            let id = line.as_deref().and_then(Value::read).and_then(|line| own_id(&line));
            let is_told = id.is_some_and(|id| known.has_story(id));
            rest.journal.extend(line.filter(|_| !is_told));
        })?;
        let strange =
            self.strange.iter().filter_map(|(name, value)| Some((name.clone(), kept(value)?)));
        rest.fields = imported::last_of_each(strange.collect());
        let event = imported::rest(&rest);
        let mut logged = UnreadData::of_all(log);
        let before = logged.json();
        logged.merge(rest);
        Ok(event.filter(|_| logged.json() != before))
    }
}

/// The name of ours that an object has.
fn own_id(object: &Value) -> Option<EventId> {
    EventId::parse(object.field("id")?.text()?)
}

/// Goes through a list of the file, which may be missing or null.
fn each_of<'a>(list: Option<&'a str>, item: &mut dyn FnMut(&'a str)) -> Result<(), ImportError> {
    match list {
        None | Some("null") => Ok(()),
        Some(list) => each_item(list, item).ok_or(ImportError::NotHeard),
    }
}

/// One thing of the file, written as we write, unless it is too large to be kept.
fn thing(text: &str) -> Option<String> {
    (text.len() <= MAX_THING_BYTES)
        .then(|| Value::read_within(text, DEEPEST_THING).map(|value| value.to_json()))
        .flatten()
}
