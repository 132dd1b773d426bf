//! What was found on one rope, sorted out.

use heard_core::codec::archive::{self, Packed};
use heard_core::codec::{self, Unread};
use heard_core::sorted_map::Map;
use heard_core::{Event, EventId, Timestamp};

use super::keys::{self, Kind};

/// What one rope holds.
#[derive(Default)]
pub(crate) struct Found {
    /// Events, each under a name of its own.
    pub(crate) events: Map<EventId, Event>,
    /// Closed meetings, each in one text.
    pub(crate) packed: Map<EventId, Packed>,
    /// Lines of a newer Heard, each with its name.
    pub(crate) newer: Vec<(String, String)>,
    /// What can not be read any more.
    pub(crate) damaged: Vec<Damaged>,
    /// Closed meetings whose text holds something besides sound lines of today.
    pub(crate) tainted: Vec<EventId>,
    /// Drafts, each with the document that wrote it.
    pub(crate) drafts: Vec<(String, String)>,
    /// Bytes set aside, by name.
    pub(crate) quarantine: Vec<(String, String)>,
    /// What an earlier document did not get to erase any more.
    pub(crate) erasing: Vec<String>,
    /// The last moment at which a document was known to be awake.
    pub(crate) awake: Option<Timestamp>,
    /// The names under which documents noted so.
    pub(crate) beats: Vec<String>,
    /// The length of every text, in characters, by name.
    pub(crate) lengths: Map<String, usize>,
}

/// Something that can not be read any more. Its bytes are never thrown away unasked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Damaged {
    /// The name it was found under.
    pub(crate) name: String,
    /// What stood there.
    pub(crate) bytes: String,
    /// The event that it was, as far as that can be told.
    pub(crate) id: Option<EventId>,
}

impl Damaged {
    /// Whether both were one thing: of a part of a text only its bytes can tell.
    pub(crate) fn is_same(&self, other: &Self) -> bool {
        self.name == other.name && (self.id.is_some() || self.bytes == other.bytes)
    }
}

impl Found {
    /// Sorts out what a rope holds: names without the prefix, and texts.
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

    /// With what else was found on the same rope: closed meetings, for the most part.
    pub(crate) fn extend(&mut self, more: Self) {
        self.events.extend(more.events.into_vec());
        self.packed.extend(more.packed.into_vec());
        self.lengths.extend(more.lengths.into_vec());
        self.newer.extend(more.newer);
        self.damaged.extend(more.damaged);
        self.tainted.extend(more.tainted);
    }
}

/// What a rope holds, while it is sorted out: what has an order is put into it when all is there.
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
                found.beats.push(name);
            }
            Kind::Foreign => return,
        }
        self.lengths.push(length);
    }

    fn event(&mut self, id: EventId, name: String, text: String) {
        match codec::read(&text) {
            // An event under another's name has a damaged name.
            Ok(event) if event.id() == id => self.events.push((id, event)),
            Ok(_) | Err(Unread::Damaged) => {
                self.found.damaged.push(Damaged { name, bytes: text, id: Some(id) });
            }
            Err(Unread::Newer) => self.found.newer.push((name, text)),
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
