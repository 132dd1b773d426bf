//! Records a meeting: the changes of the floor, and what is captured meanwhile.

use std::rc::Rc;

use heard_core::event::capture::{Kind, Tally};
use heard_core::event::floor::{Party, Source};
use heard_core::event::kind::{EventKind, NewCapture};
use heard_core::loops::{Loop, LoopKind};
use heard_core::{EventId, Record};

use crate::client::Client;
use crate::phrases;
use crate::random::Random;
use crate::recorder::Recorder;
use crate::start_times::MINUTE_MS;

/// A meeting, and all that is needed to record events in it.
pub(crate) struct MeetingWriter<'a> {
    pub(crate) random: &'a mut Random,
    pub(crate) recorder: &'a mut Recorder,
    pub(crate) client: &'a Client,
    pub(crate) id: EventId,
}

impl MeetingWriter<'_> {
    /// Records an event of the meeting. `None` if the core refuses it.
    pub(crate) fn record(&mut self, kind: EventKind) -> Option<EventId> {
        self.recorder.record(self.client.number, Record::Begun(self.id), kind)
    }

    /// Lets this many seconds pass, few more often than many.
    pub(crate) fn wait(&mut self, least_s: i64, most_s: i64) {
        let ms = self.random.low_between(least_s * 1_000, most_s * 1_000);
        self.recorder.wait(ms);
    }

    fn take_floor(&mut self, by: Party) {
        self.record(EventKind::FloorTaken { by, source: Source::Touch });
    }

    fn capture(&mut self, kind: Kind) -> Option<EventId> {
        let words = phrases::capture_words(self.random, kind, self.client);
        let is_theirs = !matches!(kind, Kind::Held | Kind::Promise);
        let said_by =
            (is_theirs && self.random.percent(75)).then(|| self.client.speaker(self.random));
        let catch = NewCapture {
            kind,
            words,
            said_by: said_by.map(str::to_owned),
            ago_ms: self.random.bits() % 15_000,
            mark: None,
        };
        self.record(EventKind::Captured(catch))
    }
}

/// Something to capture in a meeting.
#[derive(Clone, Copy)]
enum Entry {
    Loop(Kind),
    Other(Kind),
    Mark,
    RaisedAgain,
}

/// The loops of a meeting.
#[derive(Default)]
pub(crate) struct MeetingLoops {
    /// Those that began in it.
    pub(crate) begun: Vec<EventId>,
    /// Those that were raised again in it.
    pub(crate) raised: Vec<EventId>,
}

/// Records a meeting to its end, with this many new loops, and gives its loops.
pub(crate) fn record(writer: &mut MeetingWriter, new_loops: usize) -> MeetingLoops {
    let began_ms = writer.recorder.now_ms();
    let length_ms = writer.random.between(20, 90) * MINUTE_MS;
    let mut entries = entries(writer.random, new_loops);
    let (parts, mut loops) = (entries.len() + 1, MeetingLoops::default());
    let mut needs_break = length_ms > 55 * MINUTE_MS && writer.random.percent(40);
    loop {
        writer.wait(20, 260);
        let passed_ms = writer.recorder.now_ms() - began_ms;
        // The entries are spread evenly over the time of the meeting.
        while !entries.is_empty() && is_due(entries.len(), parts, passed_ms, length_ms) {
            if let Some(entry) = entries.pop() {
                capture(writer, entry, &mut loops);
            }
            writer.wait(2, 9);
        }
        if passed_ms >= length_ms {
            break;
        }
        writer.take_floor(Party::Consultant);
        writer.wait(5, 95);
        tally(writer);
        if needs_break && passed_ms > length_ms / 2 {
            needs_break = false;
            writer.record(EventKind::BreakTaken);
            writer.wait(180, 600);
            writer.record(EventKind::BreakEnded);
        } else {
            writer.take_floor(Party::Client);
        }
    }
    writer.record(EventKind::MeetingEnded);
    loops
}

/// Whether the next of `left` entries is due, where the meeting has `parts` equal parts of time.
fn is_due(left: usize, parts: usize, passed_ms: i64, length_ms: i64) -> bool {
    let number = |count: usize| i64::try_from(count).unwrap_or(0);
    passed_ms * number(parts) >= length_ms * number(parts - left)
}

/// What to capture, in a random order.
fn entries(random: &mut Random, new_loops: usize) -> Vec<Entry> {
    let mut entries = Vec::new();
    for _ in 0..new_loops {
        let kind = if random.percent(68) { Kind::Issue } else { Kind::Promise };
        entries.push(Entry::Loop(kind));
    }
    for (kind, most) in [(Kind::Outcome, 3), (Kind::Insight, 2), (Kind::Spared, 1), (Kind::Held, 2)]
    {
        entries.extend((0..random.between(0, most)).map(|_| Entry::Other(kind)));
    }
    entries.extend((0..random.low_between(0, 3)).map(|_| Entry::Mark));
    if random.percent(18) {
        entries.push(Entry::RaisedAgain);
    }
    random.shuffle(&mut entries);
    entries
}

fn capture(writer: &mut MeetingWriter, entry: Entry, loops: &mut MeetingLoops) {
    match entry {
        Entry::Loop(kind) => {
            if let Some(id) = writer.capture(kind) {
                plan(writer, kind, id);
                loops.begun.push(id);
            }
        }
        Entry::Other(kind) => drop(writer.capture(kind)),
        Entry::Mark => drop(writer.record(EventKind::MomentMarked)),
        Entry::RaisedAgain => loops.raised.extend(raise_again(writer)),
    }
}

/// Captures an issue of an earlier meeting again, and links it to that. `None` if there is none.
fn raise_again(writer: &mut MeetingWriter) -> Option<EventId> {
    let here = Record::Begun(writer.id);
    let older = writer.recorder.notebook(writer.client.number).loops().iter();
    let older = older.filter(|one| one.kind == LoopKind::Issue && one.home != here);
    let older: Vec<Rc<Loop>> = older.cloned().collect();
    if older.is_empty() {
        return None;
    }
    let one = &older[writer.random.index(older.len())];
    let catch = NewCapture {
        kind: Kind::Issue,
        words: phrases::raised_again(writer.random, &one.words),
        said_by: Some(writer.client.speaker(writer.random).to_owned()),
        ago_ms: 0,
        mark: None,
    };
    let capture = writer.record(EventKind::Captured(catch))?;
    writer.wait(2, 20);
    writer.record(EventKind::Likened { capture, to: Some(one.id) }).and(Some(one.id))
}

/// Sets the due day of a promise, in most cases.
fn plan(writer: &mut MeetingWriter, kind: Kind, capture: EventId) {
    if kind == Kind::Promise && writer.random.percent(60) {
        let by = writer.random.between(2, 45);
        let by = Some(writer.recorder.day_in(by));
        writer.record(EventKind::Planned { capture, known_by: None, by });
    }
}

/// Records one tally in about half of the turns.
fn tally(writer: &mut MeetingWriter) {
    let tally = match writer.random.index(100) {
        0..=29 => Tally::Asked,
        30..=49 => Tally::PlayedBack,
        50..=55 => Tally::JumpedIn,
        _ => return,
    };
    writer.record(EventKind::Tallied(tally));
}
