//! A scene: a notebook, two clocks and a meeting, so that a claim says only what matters to it.

use heard_core::codec;
use heard_core::event::capture::{Kind, Tallies};
use heard_core::event::kind::{EventKind, MeetingKind, NewCapture, Opening};
use heard_core::meeting::away::Counted;
use heard_core::meeting::{Meeting, State};
use heard_core::{DocumentId, Event, EventId, Floor, Notebook, Party, Record, Refusal, Timestamp};

/// Saturday, 21 November 2026, 21:00 in Berlin.
pub(crate) const EVENING: i64 = 1_795_291_200_000;

/// A notebook before which time passes and things happen.
pub(crate) struct Scene {
    pub(crate) notebook: Notebook,
    /// Every event that the notebook admitted.
    pub(crate) events: Vec<Event>,
    pub(crate) now: Timestamp,
    /// Milliseconds since the scene began, by the test's own count.
    pub(crate) passed_ms: u64,
    /// The meeting that acts are about: the last one opened.
    pub(crate) meeting: EventId,
    boots: u64,
}

/// What a meeting comes to, the names of its events left aside.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Told {
    pub(crate) tiles: Vec<(u64, u64, State)>,
    pub(crate) aways: Vec<(u64, u64, Counted, bool)>,
    pub(crate) measures: heard_core::meeting::metrics::Metrics,
    pub(crate) ended_ms: Option<u64>,
    pub(crate) marks: Vec<(u64, Option<Floor>)>,
    pub(crate) captures: Vec<(u64, Option<Floor>, String, Vec<String>)>,
    pub(crate) tallies: Tallies,
}

impl Scene {
    /// A new notebook, on an evening.
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

    /// A meeting that begins now.
    pub(crate) fn opened() -> Self {
        let mut scene = Self::empty();
        scene.says(EventKind::MeetingOpened(opening()));
        scene
    }

    /// Time passes, by both clocks.
    pub(crate) fn wait(&mut self, ms: u64) -> &mut Self {
        self.now.wall_ms += i64::try_from(ms).unwrap();
        self.now.mono_ms += ms;
        self.passed_ms += ms;
        self
    }

    /// Time passes until so long after the scene began.
    pub(crate) fn wait_until(&mut self, passed_ms: u64) -> &mut Self {
        self.wait(passed_ms - self.passed_ms)
    }

    /// The event that an kind would be now.
    pub(crate) fn stamped(&self, kind: EventKind) -> Event {
        let own = EventId { n: self.notebook.next_n(), boot: self.now.boot };
        let of = match kind {
            EventKind::ClientAdded { .. } | EventKind::MeetingOpened(_) => Record::Begun(own),
            EventKind::SettingChanged(_) | EventKind::FileSaved => Record::Settings,
            _ => Record::Begun(self.meeting),
        };
        Event { n: own.n, at: self.now, of, kind, raw: None }
    }

    /// An kind happens, if the notebook admits it.
    pub(crate) fn tries(&mut self, kind: EventKind) -> Result<EventId, Refusal> {
        let event = self.stamped(kind);
        self.tries_event(&event)
    }

    /// An kind happens to a record, if the notebook admits it.
    pub(crate) fn tries_of(&mut self, of: Record, kind: EventKind) -> Result<EventId, Refusal> {
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

    /// An kind happens.
    pub(crate) fn says(&mut self, kind: EventKind) -> EventId {
        self.tries(kind).expect("the kind is admitted")
    }

    /// Why the notebook would not have an kind; none if it would.
    pub(crate) fn refusal(&self, kind: EventKind) -> Option<Refusal> {
        self.notebook.apply(&self.stamped(kind)).err()
    }

    /// A party takes the floor.
    pub(crate) fn takes(&mut self, by: Party) -> EventId {
        self.says(taken(by))
    }

    /// Words are caught.
    pub(crate) fn catches(&mut self, words: &str) -> EventId {
        self.says(caught(Kind::Outcome, words))
    }

    /// The meeting is closed.
    pub(crate) fn ends(&mut self) -> EventId {
        self.says(EventKind::MeetingEnded)
    }

    /// The last kind is undone, in the meeting at hand.
    pub(crate) fn undoes(&mut self) -> Result<EventId, Refusal> {
        let (_, kind) = self.notebook.undoing(Some(self.meeting))?;
        self.tries(kind)
    }

    /// What was undone last is done again.
    pub(crate) fn redoes(&mut self) -> Result<EventId, Refusal> {
        let (_, kind) = self.notebook.redoing(Some(self.meeting))?;
        self.tries(kind)
    }

    /// The page is loaded anew: another boot, a monotonic clock near zero, and a notebook made of what was kept.
    pub(crate) fn reloads(&mut self) {
        self.boots += 1;
        self.now.boot = DocumentId::from_random(self.boots);
        self.now.mono_ms = 7;
        let kept = self.events.iter().map(|event| codec::read(&codec::write(event)).unwrap());
        let notebook = Notebook::from_events(kept);
        assert_eq!(notebook, self.notebook, "a reload changes the desk");
        self.notebook = notebook;
    }

    /// The meeting of the scene.
    pub(crate) fn meeting(&self) -> &Meeting {
        self.notebook.meeting(self.meeting).expect("the meeting stands")
    }

    /// What the meeting comes to by now.
    pub(crate) fn told(&self) -> Told {
        told(self.meeting(), self.now)
    }
}

/// What a meeting comes to by `now`.
pub(crate) fn told(meeting: &Meeting, now: Timestamp) -> Told {
    let until_ms = meeting.position(now);
    let tile = |s: heard_core::meeting::Interval| (s.start_ms, s.end_ms, s.state);
    Told {
        tiles: meeting.intervals(until_ms).into_iter().map(tile).collect(),
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

/// A plain opening: a discovery, one to one.
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

/// A party took the floor, by a touch.
pub(crate) fn taken(by: Party) -> EventKind {
    EventKind::FloorTaken { by, source: heard_core::event::floor::Source::Touch }
}

/// Nobody holds the floor.
pub(crate) fn left() -> EventKind {
    EventKind::FloorLeft { source: heard_core::event::floor::Source::Ear }
}

/// Words caught as they were said.
pub(crate) fn caught(kind: Kind, words: &str) -> EventKind {
    EventKind::Captured(NewCapture {
        kind,
        words: words.to_owned(),
        said_by: None,
        ago_ms: 0,
        mark: None,
    })
}

/// A capture corrected.
pub(crate) fn amended(capture: EventId, words: &str) -> EventKind {
    EventKind::Amended { capture, words: words.to_owned() }
}
