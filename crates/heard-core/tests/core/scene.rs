//! A notebook, two clocks and a meeting: the fixture of most tests.

use heard_core::codec;
use heard_core::event::capture::{Kind, Tallies};
use heard_core::event::kind::{EventKind, MeetingKind, NewCapture, Opening};
use heard_core::meeting::away::Counted;
use heard_core::meeting::{Meeting, State};
use heard_core::{DocumentId, Event, EventId, Floor, Notebook, Party, Record, Refusal, Timestamp};

/// Saturday, 21 November 2026, 21:00 in Berlin.
pub(crate) const EVENING: i64 = 1_795_291_200_000;

/// A notebook with clocks that the test advances.
pub(crate) struct Scene {
    pub(crate) notebook: Notebook,
    /// Every event that the notebook accepted.
    pub(crate) events: Vec<Event>,
    pub(crate) now: Timestamp,
    /// Milliseconds since the start of the scene.
    pub(crate) passed_ms: u64,
    /// The meeting that events are recorded for: the last one opened.
    pub(crate) meeting: EventId,
    boots: u64,
}

/// The content of a meeting without the ids of its events.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Summary {
    pub(crate) intervals: Vec<(u64, u64, State)>,
    pub(crate) aways: Vec<(u64, u64, Counted, bool)>,
    pub(crate) measures: heard_core::meeting::metrics::Metrics,
    pub(crate) ended_ms: Option<u64>,
    pub(crate) marks: Vec<(u64, Option<Floor>)>,
    pub(crate) captures: Vec<(u64, Option<Floor>, String, Vec<String>)>,
    pub(crate) tallies: Tallies,
}

impl Scene {
    /// An empty notebook at [`EVENING`].
    pub(crate) fn empty() -> Self {
        let now = Timestamp { boot: DocumentId::from_random(1), wall_ms: EVENING, mono_ms: 80 };
        let nobody = EventId { n: 0, boot: now.boot };
        Self {
            notebook: Notebook::default(),
            events: Vec::new(),
            now,
            passed_ms: 0,
            meeting: nobody,
            boots: 1,
        }
    }

    /// A notebook with a meeting that begins now.
    pub(crate) fn opened() -> Self {
        let mut scene = Self::empty();
        scene.record(EventKind::MeetingOpened(opening()));
        scene
    }

    /// Advances both clocks.
    pub(crate) fn wait(&mut self, ms: u64) -> &mut Self {
        self.now.wall_ms += i64::try_from(ms).unwrap();
        self.now.mono_ms += ms;
        self.passed_ms += ms;
        self
    }

    /// Advances both clocks to this time after the start of the scene.
    pub(crate) fn wait_until(&mut self, passed_ms: u64) -> &mut Self {
        self.wait(passed_ms - self.passed_ms)
    }

    /// The event of this kind as it would be recorded now.
    pub(crate) fn stamped(&self, kind: EventKind) -> Event {
        let own = EventId { n: self.notebook.next_n(), boot: self.now.boot };
        let of = match kind {
            EventKind::ClientAdded { .. } | EventKind::MeetingOpened(_) => Record::Begun(own),
            EventKind::SettingChanged(_) | EventKind::FileSaved => Record::Settings,
            _ => Record::Begun(self.meeting),
        };
        Event { n: own.n, at: self.now, of, kind, raw: None }
    }

    /// Records an event if the notebook accepts it.
    pub(crate) fn try_record(&mut self, kind: EventKind) -> Result<EventId, Refusal> {
        let event = self.stamped(kind);
        self.tries_event(&event)
    }

    /// Records an event of a record if the notebook accepts it.
    pub(crate) fn try_record_for(
        &mut self,
        of: Record,
        kind: EventKind,
    ) -> Result<EventId, Refusal> {
        let event = Event { of, ..self.stamped(kind) };
        self.tries_event(&event)
    }

    fn tries_event(&mut self, event: &Event) -> Result<EventId, Refusal> {
        self.notebook = self.notebook.apply(event)?;
        if let EventKind::MeetingOpened(_) = event.kind {
            self.meeting = event.id();
        }
        self.events.push(event.clone());
        Ok(event.id())
    }

    /// Records an event, which the notebook must accept.
    pub(crate) fn record(&mut self, kind: EventKind) -> EventId {
        self.try_record(kind).expect("the event is accepted")
    }

    /// Why the notebook would refuse an event; `None` if it would accept it.
    pub(crate) fn refusal(&self, kind: EventKind) -> Option<Refusal> {
        self.notebook.apply(&self.stamped(kind)).err()
    }

    /// Records that a party takes the floor.
    pub(crate) fn take_floor(&mut self, by: Party) -> EventId {
        self.record(taken(by))
    }

    /// Records an outcome with these words.
    pub(crate) fn capture_outcome(&mut self, words: &str) -> EventId {
        self.record(captured(Kind::Outcome, words))
    }

    /// Records the end of the meeting.
    pub(crate) fn end_meeting(&mut self) -> EventId {
        self.record(EventKind::MeetingEnded)
    }

    /// Undoes the last event of the current meeting.
    pub(crate) fn undo(&mut self) -> Result<EventId, Refusal> {
        let (_, kind) = self.notebook.undoing(Some(self.meeting))?;
        self.try_record(kind)
    }

    /// Redoes the event that was undone last.
    pub(crate) fn redo(&mut self) -> Result<EventId, Refusal> {
        let (_, kind) = self.notebook.redoing(Some(self.meeting))?;
        self.try_record(kind)
    }

    /// Reloads the page: a new document id, a monotonic clock near zero, and a notebook of the stored events.
    pub(crate) fn reload(&mut self) {
        self.boots += 1;
        self.now.boot = DocumentId::from_random(self.boots);
        self.now.mono_ms = 7;
        let kept = self.events.iter().map(|event| codec::read(&codec::write(event)).unwrap());
        let notebook = Notebook::from_events(kept);
        assert_eq!(notebook, self.notebook, "a reload changed the notebook");
        self.notebook = notebook;
    }

    /// The meeting of the scene.
    pub(crate) fn meeting(&self) -> &Meeting {
        self.notebook.meeting(self.meeting).expect("the meeting exists")
    }

    /// The content of the meeting up to now.
    pub(crate) fn summary(&self) -> Summary {
        summary(self.meeting(), self.now)
    }
}

/// The content of a meeting up to `now`.
pub(crate) fn summary(meeting: &Meeting, now: Timestamp) -> Summary {
    let until_ms = meeting.position(now);
    let interval = |s: heard_core::meeting::Interval| (s.start_ms, s.end_ms, s.state);
    Summary {
        intervals: meeting.intervals(until_ms).into_iter().map(interval).collect(),
        aways: meeting
            .aways(until_ms)
            .into_iter()
            .map(|away| (away.start_ms, away.end_ms, away.counted, away.is_default))
            .collect(),
        measures: meeting.measures(until_ms),
        ended_ms: meeting.ended_ms,
        marks: meeting.marks.iter().map(|mark| (mark.at_ms, mark.floor)).collect(),
        captures: meeting
            .captures
            .iter()
            .map(|c| (c.at_ms, c.floor, c.words.clone(), c.earlier.clone()))
            .collect(),
        tallies: meeting.tallies,
    }
}

/// The opening of a discovery meeting with one person on each side.
pub(crate) fn opening() -> Opening {
    Opening {
        client: None,
        kind: MeetingKind::Discovery,
        us: 1,
        them: 1,
        began_ms_ago: 0,
        aim_percent: None,
        utc_offset_min: 60,
    }
}

/// The event for a party taking the floor by a touch.
pub(crate) fn taken(by: Party) -> EventKind {
    EventKind::FloorTaken { by, source: heard_core::event::floor::Source::Touch }
}

/// The event for an open floor.
pub(crate) fn floor_left() -> EventKind {
    EventKind::FloorLeft { source: heard_core::event::floor::Source::Ear }
}

/// The event for a capture with these words.
pub(crate) fn captured(kind: Kind, words: &str) -> EventKind {
    EventKind::Captured(NewCapture {
        kind,
        words: words.to_owned(),
        said_by: None,
        ago_ms: 0,
        mark: None,
    })
}

/// The event for a correction of a capture.
pub(crate) fn amended(capture: EventId, words: &str) -> EventKind {
    EventKind::Amended { capture, words: words.to_owned() }
}
