//! Writes down what happens: each kind is asked of a notebook first, and stamped with the time that has passed.

use heard_core::event::kind::EventKind;
use heard_core::time::{Day, Local};
use heard_core::{DocumentId, Event, EventId, Notebook, Record, Timestamp};

use crate::diary::DAY_MS;
use crate::dice::Dice;

/// Who writes. Each client has a notebook of their own, which knows all that can matter to an kind: asking one notebook of
/// everything would take far longer.
pub(crate) struct Scribe {
    events: Vec<Event>,
    desks: Vec<Notebook>,
    now_ms: i64,
    utc_offset_min: i16,
    boot: DocumentId,
    boot_began_ms: i64,
}

impl Scribe {
    pub(crate) fn new(clients: usize, utc_offset_min: i16) -> Self {
        Self {
            events: Vec::new(),
            desks: vec![Notebook::default(); clients],
            now_ms: 0,
            utc_offset_min,
            boot: DocumentId::from_random(0),
            boot_began_ms: 0,
        }
    }

    /// All that was written, in order.
    pub(crate) fn written(self) -> Vec<Event> {
        self.events
    }

    /// The notebook of the client of this number.
    pub(crate) fn notebook(&self, who: usize) -> &Notebook {
        &self.desks[who]
    }

    /// The page is opened, at this moment or as soon as time allows.
    pub(crate) fn open_page(&mut self, dice: &mut Dice, at_ms: i64) {
        self.now_ms = self.now_ms.max(at_ms);
        self.boot = DocumentId::from_random(dice.any());
        self.boot_began_ms = self.now_ms - dice.between(400, 9_000);
    }

    /// Time passes.
    pub(crate) const fn wait(&mut self, ms: i64) {
        self.now_ms += ms;
    }

    /// Now, by the wall clock.
    pub(crate) const fn now_ms(&self) -> i64 {
        self.now_ms
    }

    /// So many milliseconds ago.
    pub(crate) const fn ago(&self, ms: i64) -> Local {
        Local { wall_ms: self.now_ms - ms, utc_offset_min: self.utc_offset_min }
    }

    /// Minutes that local time is ahead of UTC.
    pub(crate) const fn utc_offset_min(&self) -> i16 {
        self.utc_offset_min
    }

    /// The day that comes after so many others.
    pub(crate) fn day_in(&self, days: i64) -> Day {
        Day::of(self.now_ms + days * DAY_MS, self.utc_offset_min)
    }

    /// An kind begins a record of the client of this number, if the notebook admits it.
    pub(crate) fn begins(&mut self, who: usize, kind: EventKind) -> Option<EventId> {
        let own = EventId { n: self.next_n(), boot: self.boot };
        self.says(who, Record::Begun(own), kind)
    }

    /// An kind happens to a record of the client of this number, if the notebook admits it.
    pub(crate) fn says(&mut self, who: usize, of: Record, kind: EventKind) -> Option<EventId> {
        let mono_ms = u64::try_from(self.now_ms - self.boot_began_ms).unwrap_or(0);
        let at = Timestamp { boot: self.boot, wall_ms: self.now_ms, mono_ms };
        let event = Event { n: self.next_n(), at, of, kind, raw: None };
        self.desks[who] = self.desks[who].apply(&event).ok()?;
        let id = event.id();
        self.events.push(event);
        Some(id)
    }

    fn next_n(&self) -> u64 {
        self.events.last().map_or(1, |event| event.n + 1)
    }
}
