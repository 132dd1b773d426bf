//! Records events: stamps each with the simulated time, if the core accepts it.

use heard_core::event::kind::EventKind;
use heard_core::time::{Day, Local};
use heard_core::{DocumentId, Event, EventId, Notebook, Record, Timestamp};

use crate::random::Random;
use crate::start_times::DAY_MS;

/// The events so far and the simulated clock.
///
/// Each client has a notebook of their own, which contains all that decides whether an event is
/// accepted: one notebook of everything would take far longer.
pub(crate) struct Recorder {
    events: Vec<Event>,
    notebooks: Vec<Notebook>,
    now_ms: i64,
    utc_offset_min: i16,
    boot: DocumentId,
    boot_began_ms: i64,
}

impl Recorder {
    pub(crate) fn new(clients: usize, utc_offset_min: i16) -> Self {
        Self {
            events: Vec::new(),
            notebooks: vec![Notebook::default(); clients],
            now_ms: 0,
            utc_offset_min,
            boot: DocumentId::from_random(0),
            boot_began_ms: 0,
        }
    }

    /// All events, in the order of their recording.
    pub(crate) fn into_events(self) -> Vec<Event> {
        self.events
    }

    /// The notebook of the client with this number.
    pub(crate) fn notebook(&self, client: usize) -> &Notebook {
        &self.notebooks[client]
    }

    /// Opens the page at this time, or now if that has passed.
    pub(crate) fn open_page(&mut self, random: &mut Random, at_ms: i64) {
        self.now_ms = self.now_ms.max(at_ms);
        self.boot = DocumentId::from_random(random.bits());
        self.boot_began_ms = self.now_ms - random.between(400, 9_000);
    }

    /// Lets time pass.
    pub(crate) const fn wait(&mut self, ms: i64) {
        self.now_ms += ms;
    }

    /// The simulated time, in milliseconds since 1970 (UTC).
    pub(crate) const fn now_ms(&self) -> i64 {
        self.now_ms
    }

    /// The time this many milliseconds ago.
    pub(crate) const fn before_now(&self, ms: i64) -> Local {
        Local { wall_ms: self.now_ms - ms, utc_offset_min: self.utc_offset_min }
    }

    /// The minutes by which local time is ahead of UTC.
    pub(crate) const fn utc_offset_min(&self) -> i16 {
        self.utc_offset_min
    }

    /// The day this many days from now.
    pub(crate) fn day_in(&self, days: i64) -> Day {
        Day::of(self.now_ms + days * DAY_MS, self.utc_offset_min)
    }

    /// Records an event that begins a client or a meeting. `None` if the core refuses it.
    pub(crate) fn begin(&mut self, client: usize, kind: EventKind) -> Option<EventId> {
        let own = EventId { n: self.next_n(), boot: self.boot };
        self.record(client, Record::Begun(own), kind)
    }

    /// Records an event of a client or a meeting. `None` if the core refuses it.
    pub(crate) fn record(&mut self, client: usize, of: Record, kind: EventKind) -> Option<EventId> {
        let mono_ms = u64::try_from(self.now_ms - self.boot_began_ms).unwrap_or(0);
        let at = Timestamp { boot: self.boot, wall_ms: self.now_ms, mono_ms };
        let event = Event { n: self.next_n(), at, of, kind, raw: None };
        self.notebooks[client] = self.notebooks[client].apply(&event).ok()?;
        let id = event.id();
        self.events.push(event);
        Some(id)
    }

    fn next_n(&self) -> u64 {
        self.events.last().map_or(1, |event| event.n + 1)
    }
}
