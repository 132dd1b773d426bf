//! Reading a store: its entries sorted by kind, each decoded or noted as damaged.

use heard_core::codec::archive::{self, Packed};
use heard_core::codec::{self, DecodeError};
use heard_core::sorted_map::Map;
use heard_core::{Event, EventId, Notebook, Timestamp};

use crate::persistence::keys::{self, Kind};

/// The content of one store.
#[derive(Default)]
pub(crate) struct Found {
    /// Events that have an entry of their own.
    pub(crate) events: Map<EventId, Event>,
    /// Archives of closed meetings.
    pub(crate) packed: Map<EventId, Packed>,
    /// Lines that a newer version of Heard has written, each with its name.
    pub(crate) newer: Vec<(String, String)>,
    /// Entries, and lines of archives, that can not be read.
    pub(crate) damaged: Vec<Damaged>,
    /// Meetings whose archive has damaged lines or lines of a newer version.
    pub(crate) tainted: Vec<EventId>,
    /// Drafts, each with the id of the document that wrote it.
    pub(crate) drafts: Vec<(String, String)>,
    /// Copies of damaged bytes, each with its name.
    pub(crate) quarantine: Vec<(String, String)>,
    /// Records that an earlier document began to erase and did not finish.
    pub(crate) erasing: Vec<String>,
    /// When a document was last active, of all documents.
    pub(crate) awake: Option<Timestamp>,
    /// The names of the entries that say so.
    pub(crate) heartbeats: Vec<String>,
    /// The length of every value in characters, by name.
    pub(crate) lengths: Map<String, usize>,
}

/// Bytes that can not be read. They are removed only when the user asks for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Damaged {
    /// The name of the entry.
    pub(crate) name: String,
    /// The value, or the damaged line of it.
    pub(crate) bytes: String,
    /// The event that the name speaks of; `None` for a line of an archive.
    pub(crate) id: Option<EventId>,
}

impl Damaged {
    /// Whether both are the same entry. Lines of an archive are compared by their bytes.
    pub(crate) fn is_same(&self, other: &Self) -> bool {
        self.name == other.name && (self.id.is_some() || self.bytes == other.bytes)
    }
}

impl Found {
    /// Decodes the entries of a store: names without the prefix, and values.
    pub(crate) fn sort_out(entries: impl IntoIterator<Item = (String, String)>) -> Self {
        let mut sorting = Sorting::default();
        for (name, text) in entries {
            sorting.take(name, text);
        }
        let events = Map::of(sorting.events);
        let packed = Map::of(sorting.packed);
        let lengths = Map::of(sorting.lengths);
        Self { events, packed, lengths, ..sorting.found }
    }

    /// The notebook with the events that were found.
    pub(crate) fn to_notebook(&self) -> Notebook {
        let events = self.events.values().cloned();
        let packed = self.packed.values().cloned();
        let newer = self.newer.iter().map(|(_, line)| line.as_str());
        Notebook::from_events(events).with_packed(packed).with_newer(newer)
    }

    /// A notebook with the events that were found added.
    pub(crate) fn added_to(&self, notebook: &Notebook) -> Notebook {
        let newer = self.newer.iter().map(|(_, line)| line.as_str());
        notebook
            .with_events(self.events.values().cloned())
            .with_packed(self.packed.values().cloned())
            .with_newer(newer)
    }

    /// Adds what was read later from the same store: the older meetings.
    pub(crate) fn extend(&mut self, more: Self) {
        self.events.extend(more.events.into_vec());
        self.packed.extend(more.packed.into_vec());
        self.lengths.extend(more.lengths.into_vec());
        self.newer.extend(more.newer);
        self.damaged.extend(more.damaged);
        self.tainted.extend(more.tainted);
    }
}

/// A [`Found`] being built. The lists are turned into sorted maps once, at the end.
#[derive(Default)]
struct Sorting {
    found: Found,
    events: Vec<(EventId, Event)>,
    packed: Vec<(EventId, Packed)>,
    lengths: Vec<(String, usize)>,
}

impl Sorting {
    fn take(&mut self, name: String, text: String) {
        let (length, found) = ((name.clone(), text.chars().count()), &mut self.found);
        match keys::kind(&name) {
            Kind::Event(id) => self.event(id, name, text),
            Kind::Segment(id) => self.segment(id, &name, &text),
            Kind::Draft(of) => found.drafts.push((of.to_owned(), text)),
            Kind::Quarantine => found.quarantine.push((name, text)),
            Kind::Erasing(record) => found.erasing.push(record.to_owned()),
            Kind::Awake => {
                let later =
                    |at: &Timestamp| found.awake.is_none_or(|last| last.wall_ms < at.wall_ms);
                found.awake = codec::read_moment(&text).filter(later).or(found.awake);
                found.heartbeats.push(name);
            }
            Kind::Foreign => return,
        }
        self.lengths.push(length);
    }

    fn event(&mut self, id: EventId, name: String, text: String) {
        match codec::read(&text) {
            // A name that does not fit the event is treated as damage.
            Ok(event) if event.id() == id => self.events.push((id, event)),
            Ok(_) | Err(DecodeError::Damaged) => {
                self.found.damaged.push(Damaged { name, bytes: text, id: Some(id) });
            }
            Err(DecodeError::Newer) => self.found.newer.push((name, text)),
        }
    }

    fn segment(&mut self, id: EventId, name: &str, text: &str) {
        let checked = archive::check(text);
        if !checked.damaged.is_empty() || !checked.newer.is_empty() {
            self.found.tainted.push(id);
        }
        self.events.extend(checked.loose.into_iter().map(|event| (event.id(), event)));
        self.found.newer.extend(checked.newer.into_iter().map(|line| {
            (codec::id(line).map_or_else(|| name.to_owned(), keys::event), line.to_owned())
        }));
        self.found.damaged.extend(checked.damaged.into_iter().map(|bytes| Damaged {
            name: name.to_owned(),
            id: None,
            bytes: bytes.to_owned(),
        }));
        self.packed.extend(checked.packed.into_iter().map(|packed| (packed.of(), packed)));
    }
}
