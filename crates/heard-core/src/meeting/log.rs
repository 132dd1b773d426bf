//! The log of one meeting: its events in order, and what they come to.

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

/// How a story is called in a line.
const STORY: &str = "story-written";

/// A meeting as it is kept. One that came packed is read only when somebody asks what is in it.
#[derive(Clone, Debug)]
pub struct Log {
    /// The event that opened the meeting, and so its name.
    pub id: EventId,
    packed: Option<Packed>,
    contents: OnceCell<Contents>,
    /// With whom a packed meeting was: read once, since every list of a client's asks every log.
    client: OnceCell<Option<EventId>>,
    /// Whether a packed meeting mentions a story.
    story: OnceCell<bool>,
}

/// The events of a log and what they come to. Cheap to clone: its parts are shared.
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
        let meeting = Meeting::fold(id, &events, &history).map(Rc::new);
        Self { events, unread, history, meeting }
    }

    /// Adds the newest event of the log to what the events before it came to. False if that can not be done: then
    /// everything has to be computed anew from all events.
    fn append(&mut self, event: &Event) -> bool {
        let meeting = self.meeting.as_mut().filter(|_| can_append(&event.kind));
        let Some(meeting) = meeting else { return false };
        self.history.take(event);
        Rc::make_mut(meeting).append(event);
        true
    }
}

impl Log {
    /// Reads the log of the meeting `id`. The events are in order, and each is there once.
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

    /// The log of a closed meeting, not read yet.
    pub(crate) const fn packed(packed: Packed) -> Self {
        Self {
            id: packed.of(),
            packed: Some(packed),
            contents: OnceCell::new(),
            client: OnceCell::new(),
            story: OnceCell::new(),
        }
    }

    /// This log with more events, which may be known already.
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

    /// This log and a packed one of the same meeting.
    pub(crate) fn united(&self, packed: &Packed) -> Self {
        let (mut events, mut unread) = packed.unpacked();
        self.events().iter().for_each(|event| insert(&mut events, event));
        unread.extend_from_slice(self.unread());
        sorted_map::first_of_each(&mut unread, &Ord::cmp);
        let events = events.into_iter().collect();
        Self::with_contents(self.id, Contents::new(self.id, events, unread.into()))
    }

    fn read(&self) -> &Contents {
        self.contents.get_or_init(|| {
            let unpacked = self.packed.as_ref().map(Packed::unpacked);
            let (events, unread) = unpacked.unwrap_or_default();
            Contents::new(self.id, events.into_iter().collect(), unread.into())
        })
    }

    /// All events, in order.
    pub fn events(&self) -> &ChunkList<Event> {
        &self.read().events
    }

    /// The event of an id; `None` if it is not in the log.
    pub fn event(&self, id: EventId) -> Option<&Event> {
        events::find(self.events(), id)
    }

    /// The lines among the packed ones that this build can not read: a newer Heard knows more.
    pub fn unread(&self) -> &[Rc<str>] {
        &self.read().unread
    }

    /// What was undone, and what can be.
    pub fn history(&self) -> &History {
        &self.read().history
    }

    /// The meeting; none while its opening is undone or has not arrived yet.
    pub fn meeting(&self) -> Option<&Rc<Meeting>> {
        self.read().meeting.as_ref()
    }

    /// The JSON object of a meeting that was imported without a log; `None` for a meeting with a log of its own.
    pub(crate) fn imported_object(&self) -> Option<&str> {
        match &self.event(self.id)?.kind {
            EventKind::MeetingImported(json) => Some(json.get()),
            _ => None,
        }
    }

    /// The log as it came, where it came packed; its meeting is then closed.
    pub const fn as_packed(&self) -> Option<&Packed> {
        self.packed.as_ref()
    }

    /// Whether the events have been read. Those of a packed log wait until somebody asks.
    pub fn is_read(&self) -> bool {
        self.contents.get().is_some()
    }

    /// Whether a story for oneself may be told in it: a packed one is looked through once, and not read.
    pub(crate) fn may_tell_story(&self) -> bool {
        match &self.packed {
            Some(packed) if !self.is_read() => {
                *self.story.get_or_init(|| mentions(packed.text(), STORY))
            }
            _ => true,
        }
    }

    /// With whom the meeting is or was, its opening undone or not.
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

    /// Whether the meeting stands and has ended. A packed one has, and is not read for it.
    pub(crate) fn has_ended(&self) -> bool {
        let ended = || self.meeting().is_some_and(|meeting| meeting.ended_ms.is_some());
        self.packed.is_some() || ended()
    }

    /// How the meeting ended, if it stands and has.
    pub(crate) fn ending(&self) -> Option<Ending> {
        if let Some(packed) = &self.packed {
            return Some(packed.ending());
        }
        let meeting = self.meeting()?;
        let ended_ms = i64::try_from(meeting.ended_ms?).unwrap_or(i64::MAX);
        let said = |event: &&Event| {
            matches!(event.kind, EventKind::MeetingEnded) && self.history().stands(event.id())
        };
        let opened = self.event(self.id)?;
        Some(match self.events().iter().filter(|event| event.id() > self.id).find(said) {
            Some(end) => Ending { id: end.id(), wall_ms: end.at.wall_ms.max(opened.at.wall_ms) },
            // An imported meeting has its end in the imported object.
            None => {
                Ending { id: self.id, wall_ms: meeting.started_wall_ms.saturating_add(ended_ms) }
            }
        })
    }
}

/// Two logs are equal when they have the same events, packed or not.
impl PartialEq for Log {
    fn eq(&self, other: &Self) -> bool {
        let as_they_came = self.packed.is_some() && self.packed == other.packed;
        self.id == other.id && (as_they_came || self.events() == other.events())
    }
}

impl Eq for Log {}

/// Puts an event into its place among events in order, unless it is there already.
pub(crate) fn insert(events: &mut Vec<Event>, event: &Event) {
    if let Err(place) = events.binary_search_by_key(&event.id(), Event::id) {
        events.insert(place, event.clone());
    }
}
