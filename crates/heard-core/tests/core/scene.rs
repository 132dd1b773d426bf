//! A scene: a desk, two clocks and a meeting, so that a claim says only what matters to it.

use heard_core::codec;
use heard_core::event::capture::{Kind, Tallies};
use heard_core::event::kind::{Act, Catch, MeetingKind, Opening};
use heard_core::meeting::away::Counted;
use heard_core::meeting::{Meeting, State};
use heard_core::{Boot, Desk, Event, EventId, Floor, Moment, Party, Record, Refusal};

/// Saturday, 21 November 2026, 21:00 in Berlin.
pub(crate) const EVENING: i64 = 1_795_291_200_000;

/// A desk before which time passes and things happen.
pub(crate) struct Scene {
    pub(crate) desk: Desk,
    /// Every event that the desk admitted.
    pub(crate) events: Vec<Event>,
    pub(crate) now: Moment,
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
    pub(crate) measures: heard_core::meeting::metrics::Measures,
    pub(crate) ended_ms: Option<u64>,
    pub(crate) marks: Vec<(u64, Option<Floor>)>,
    pub(crate) captures: Vec<(u64, Option<Floor>, String, Vec<String>)>,
    pub(crate) tallies: Tallies,
}

impl Scene {
    /// A new notebook, on an evening.
    pub(crate) fn empty() -> Self {
        let now = Moment { boot: Boot::from_random(1), wall_ms: EVENING, mono_ms: 80 };
        let nobody = EventId { n: 0, boot: now.boot };
        Self {
            desk: Desk::default(),
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
        scene.says(Act::MeetingOpened(opening()));
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

    /// The event that an act would be now.
    pub(crate) fn stamped(&self, act: Act) -> Event {
        let own = EventId { n: self.desk.next_n(), boot: self.now.boot };
        let of = match act {
            Act::ClientAdded { .. } | Act::MeetingOpened(_) => Record::Begun(own),
            Act::SettingChanged(_) | Act::FileSaved => Record::Settings,
            _ => Record::Begun(self.meeting),
        };
        Event { n: own.n, at: self.now, of, act, raw: None }
    }

    /// An act happens, if the desk admits it.
    pub(crate) fn tries(&mut self, act: Act) -> Result<EventId, Refusal> {
        let event = self.stamped(act);
        self.tries_event(&event)
    }

    /// An act happens to a record, if the desk admits it.
    pub(crate) fn tries_of(&mut self, of: Record, act: Act) -> Result<EventId, Refusal> {
        let event = Event { of, ..self.stamped(act) };
        self.tries_event(&event)
    }

    fn tries_event(&mut self, event: &Event) -> Result<EventId, Refusal> {
        self.desk = self.desk.apply(event)?;
        if let Act::MeetingOpened(_) = event.act {
            self.meeting = event.id();
        }
        self.events.push(event.clone());
        Ok(event.id())
    }

    /// An act happens.
    pub(crate) fn says(&mut self, act: Act) -> EventId {
        self.tries(act).expect("the act is admitted")
    }

    /// Why the desk would not have an act; none if it would.
    pub(crate) fn refusal(&self, act: Act) -> Option<Refusal> {
        self.desk.apply(&self.stamped(act)).err()
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
        self.says(Act::MeetingEnded)
    }

    /// The last act is undone, in the meeting at hand.
    pub(crate) fn undoes(&mut self) -> Result<EventId, Refusal> {
        let (_, act) = self.desk.undoing(Some(self.meeting))?;
        self.tries(act)
    }

    /// What was undone last is done again.
    pub(crate) fn redoes(&mut self) -> Result<EventId, Refusal> {
        let (_, act) = self.desk.redoing(Some(self.meeting))?;
        self.tries(act)
    }

    /// The page is loaded anew: another boot, a monotonic clock near zero, and a desk made of what was kept.
    pub(crate) fn reloads(&mut self) {
        self.boots += 1;
        self.now.boot = Boot::from_random(self.boots);
        self.now.mono_ms = 7;
        let kept = self.events.iter().map(|event| codec::read(&codec::write(event)).unwrap());
        let desk = Desk::gather(kept);
        assert_eq!(desk, self.desk, "a reload changes the desk");
        self.desk = desk;
    }

    /// The meeting of the scene.
    pub(crate) fn meeting(&self) -> &Meeting {
        self.desk.meeting(self.meeting).expect("the meeting stands")
    }

    /// What the meeting comes to by now.
    pub(crate) fn told(&self) -> Told {
        told(self.meeting(), self.now)
    }
}

/// What a meeting comes to by `now`.
pub(crate) fn told(meeting: &Meeting, now: Moment) -> Told {
    let until_ms = meeting.position(now);
    let tile = |s: heard_core::meeting::Stretch| (s.start_ms, s.end_ms, s.state);
    Told {
        tiles: meeting.stretches(until_ms).into_iter().map(tile).collect(),
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
pub(crate) fn taken(by: Party) -> Act {
    Act::FloorTaken { by, source: heard_core::event::floor::Source::Touch }
}

/// Nobody holds the floor.
pub(crate) fn left() -> Act {
    Act::FloorLeft { source: heard_core::event::floor::Source::Ear }
}

/// Words caught as they were said.
pub(crate) fn caught(kind: Kind, words: &str) -> Act {
    Act::Captured(Catch { kind, words: words.to_owned(), said_by: None, ago_ms: 0, mark: None })
}

/// A capture corrected.
pub(crate) fn amended(capture: EventId, words: &str) -> Act {
    Act::Amended { capture, words: words.to_owned() }
}
