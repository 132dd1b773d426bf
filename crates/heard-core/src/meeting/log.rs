//! The log of one meeting: its events in order, and the state computed from them.

use std::cell::OnceCell;
use std::rc::Rc;

use crate::chunk_list::ChunkList;
use crate::codec::archive::{Ending, Packed, mentions};
use crate::event::Event;
use crate::event::id::EventId;
use crate::event::kind::EventKind;
use crate::meeting::Meeting;
use crate::meeting::events;
use crate::meeting::project::can_append;
use crate::meeting::undo::History;
use crate::sorted_map;

/// The word for a story event in an event line.
const STORY: &str = "story-written";

/// The log of a meeting, unpacked or packed. A packed log is decoded on first access to its contents.
#[derive(Clone, Debug)]
pub struct Log {
    /// The id of the event that opened the meeting, which is also the id of the meeting.
    pub id: EventId,
    packed: Option<Packed>,
    contents: OnceCell<Contents>,
    /// The client of a packed meeting, cached because the lists of a client query every log.
    client: OnceCell<Option<EventId>>,
    /// Whether the text of a packed log mentions a story, cached.
    story: OnceCell<bool>,
}

/// The events of a log and the state computed from them. Cheap to clone: its parts are reference-counted.
#[derive(Clone, Debug)]
struct Contents {
    events: ChunkList<Event>,
    unread: Rc<[Rc<str>]>,
    history: History,
    meeting: Option<Rc<Meeting>>,
}

impl Contents {
    fn new(id: EventId, events: ChunkList<Event>, unread: Rc<[Rc<str>]>) -> Self {
        let history = History::of(&events);
        let meeting = Meeting::project(id, &events, &history).map(Rc::new);
        Self { events, unread, history, meeting }
    }

    /// Applies the newest event of the log to the computed state. Returns false if that is not possible: the state
    /// then has to be computed again from all events.
    fn append(&mut self, event: &Event) -> bool {
        let meeting = self.meeting.as_mut().filter(|_| can_append(&event.kind));
        let Some(meeting) = meeting else { return false };
        self.history.take(event);
        Rc::make_mut(meeting).append(event);
        true
    }
}

impl Log {
    /// Creates the log of the meeting `id`. The events must be sorted and without duplicates.
    pub(crate) fn of(id: EventId, events: Vec<Event>) -> Self {
        Self::with_contents(id, Contents::new(id, events.into_iter().collect(), Rc::default()))
    }

    fn with_contents(id: EventId, contents: Contents) -> Self {
        Self {
            id,
            packed: None,
            contents: contents.into(),
            client: OnceCell::new(),
            story: OnceCell::new(),
        }
    }

    /// Creates the log of a closed meeting from packed events, without decoding them.
    pub(crate) const fn packed(packed: Packed) -> Self {
        Self {
            id: packed.of(),
            packed: Some(packed),
            contents: OnceCell::new(),
            client: OnceCell::new(),
            story: OnceCell::new(),
        }
    }

    /// Returns this log with more events. Events that it already contains are skipped.
    #[must_use]
    pub fn with<'a>(&self, more: impl IntoIterator<Item = &'a Event>) -> Self {
        let mut contents = self.read().clone();
        let mut is_current = true;
        for event in more {
            let Err(place) = events::place(&contents.events, event.id()) else { continue };
            let is_newest = place == contents.events.len();
            contents.events.insert(place, event.clone());
            is_current = is_current && is_newest && contents.append(event);
        }
        if !is_current {
            contents = Contents::new(self.id, contents.events, contents.unread);
        }
        Self::with_contents(self.id, contents)
    }

    /// Returns the union of this log and a packed log of the same meeting.
    pub(crate) fn united(&self, packed: &Packed) -> Self {
        let (mut events, mut unread) = packed.unpacked();
        self.events().iter().for_each(|event| insert(&mut events, event));
        unread.extend_from_slice(self.unread());
        sorted_map::first_of_each(&mut unread, &Ord::cmp);
        let events = events.into_iter().collect();
        Self::with_contents(self.id, Contents::new(self.id, events, unread.into()))
    }

    /// Returns the contents, decoding a packed log on the first call.
    fn read(&self) -> &Contents {
        self.contents.get_or_init(|| {
            let unpacked = self.packed.as_ref().map(Packed::unpacked);
            let (events, unread) = unpacked.unwrap_or_default();
            Contents::new(self.id, events.into_iter().collect(), unread.into())
        })
    }

    /// Returns all events, in order.
    pub fn events(&self) -> &ChunkList<Event> {
        &self.read().events
    }

    /// Returns the event `id`; `None` if it is not in the log.
    pub fn event(&self, id: EventId) -> Option<&Event> {
        events::find(self.events(), id)
    }

    /// Returns the lines of the packed log that this build cannot decode, such as those of a newer version. Empty for
    /// a log that was never packed.
    pub fn unread(&self) -> &[Rc<str>] {
        &self.read().unread
    }

    /// Returns the undo history: which events count, and which can be undone or redone.
    pub fn history(&self) -> &History {
        &self.read().history
    }

    /// Returns the computed meeting; `None` while its opening event is undone, missing or not readable.
    pub fn meeting(&self) -> Option<&Rc<Meeting>> {
        self.read().meeting.as_ref()
    }

    /// Returns the JSON object of a meeting that was imported without a log; `None` for a meeting with a log of its
    /// own.
    pub(crate) fn imported_object(&self) -> Option<&str> {
        match &self.event(self.id)?.kind {
            EventKind::MeetingImported(json) => Some(json.get()),
            _ => None,
        }
    }

    /// Returns the packed form of the log; `None` if it was not created from one. The meeting of a packed log is
    /// closed.
    pub const fn as_packed(&self) -> Option<&Packed> {
        self.packed.as_ref()
    }

    /// Returns whether the events are decoded. Those of a packed log are decoded on first access.
    pub fn is_read(&self) -> bool {
        self.contents.get().is_some()
    }

    /// Returns whether the log may contain a story event. A packed log is searched once as text and not decoded; for
    /// any other log the result is always true.
    pub(crate) fn may_tell_story(&self) -> bool {
        match &self.packed {
            Some(packed) if !self.is_read() => {
                *self.story.get_or_init(|| mentions(packed.text(), STORY))
            }
            _ => true,
        }
    }

    /// Returns the client of the meeting, even if its opening is undone; `None` if no client is known.
    pub(crate) fn client(&self) -> Option<EventId> {
        if let Some(packed) = &self.packed {
            return *self.client.get_or_init(|| packed.client());
        }
        let opening = self.event(self.id)?;
        match &opening.kind {
            EventKind::MeetingOpened(opening) => opening.client,
            _ => self.meeting()?.opening.client,
        }
    }

    /// Returns whether the meeting exists (its opening is not undone) and has ended. A packed log has always ended and
    /// is not decoded.
    pub(crate) fn has_ended(&self) -> bool {
        let ended = || self.meeting().is_some_and(|meeting| meeting.ended_ms.is_some());
        self.packed.is_some() || ended()
    }

    /// Returns the end of the meeting; `None` if it has not ended or its opening is undone.
    pub(crate) fn ending(&self) -> Option<Ending> {
        if let Some(packed) = &self.packed {
            return Some(packed.ending());
        }
        let meeting = self.meeting()?;
        let ended_ms = i64::try_from(meeting.ended_ms?).unwrap_or(i64::MAX);
        let said = |event: &&Event| {
            matches!(event.kind, EventKind::MeetingEnded) && self.history().is_in_effect(event.id())
        };
        let opened = self.event(self.id)?;
        Some(match self.events().iter().filter(|event| event.id() > self.id).find(said) {
            Some(end) => Ending { id: end.id(), wall_ms: end.at.wall_ms.max(opened.at.wall_ms) },
            // The end of an imported meeting is stored in its object, not in an event.
            None => {
                Ending { id: self.id, wall_ms: meeting.started_wall_ms.saturating_add(ended_ms) }
            }
        })
    }
}

/// Two logs are equal if they have the same id and the same events, packed or not.
impl PartialEq for Log {
    fn eq(&self, other: &Self) -> bool {
        let as_they_came = self.packed.is_some() && self.packed == other.packed;
        self.id == other.id && (as_they_came || self.events() == other.events())
    }
}

impl Eq for Log {}

/// Inserts an event into sorted events unless it is already there.
pub(crate) fn insert(events: &mut Vec<Event>, event: &Event) {
    if let Err(place) = events.binary_search_by_key(&event.id(), Event::id) {
        events.insert(place, event.clone());
    }
}
