//! The difference between two snapshots, as hosts are notified of it: times, counts and ids, and never text of the user.

use std::rc::Rc;

use heard_core::event::capture::Kind;
use heard_core::event::floor::Floor;
use heard_core::loops::StateKind;
use heard_core::sorted_map::Map;
use heard_core::time::Local;
use heard_core::{EventId, Meeting, Refusal};

use crate::i18n;
use crate::persistence::mode::Mode;
use crate::store::snapshot::Snapshot;

/// One change. The element dispatches each as a DOM event, and the Yew component passes it to a callback.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// A meeting began.
    MeetingStart(MeetingStart),
    /// A meeting ended.
    MeetingEnd(MeetingEnd),
    /// The floor was taken or left, or a break began or ended.
    FloorChange(FloorChange),
    /// A capture was recorded.
    Captured(Captured),
    /// A loop was opened or changed.
    LoopChange(LoopChange),
    /// The notebook is stored more or less safely than before.
    StorageChange(StorageChange),
    /// An error occurred.
    Trouble(Trouble),
}

/// A meeting began.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MeetingStart {
    /// The id of the meeting.
    pub id: EventId,
    /// When it happened.
    pub at: Local,
}

/// A meeting ended. Its times are in milliseconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MeetingEnd {
    /// The id of the meeting.
    pub id: EventId,
    /// When it happened.
    pub at: Local,
    /// The duration of the meeting, breaks included.
    pub elapsed_ms: u64,
    /// How long the consultant talked.
    pub talk_ms: u64,
    /// How long the client talked.
    pub listen_ms: u64,
    /// How long the client talked before the consultant first took the floor. `None` if the consultant never did.
    pub opening_story_ms: Option<u64>,
    /// The client's longest turn.
    pub longest_story_ms: u64,
    /// The consultant's longest turn.
    pub longest_talk_ms: u64,
    /// How often the floor passed from one party to the other.
    pub floor_changes: u32,
    /// The number of captures.
    pub captures: usize,
}

/// The floor was taken or left, or a break began or ended. Its times are in milliseconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FloorChange {
    /// Who had the floor; `None` on a break.
    pub from: Option<Floor>,
    /// Who has the floor; `None` on a break.
    pub to: Option<Floor>,
    /// When it happened.
    pub at: Local,
    /// The duration of the turn or break that ended.
    pub turn_ms: u64,
    /// How long the consultant has talked so far.
    pub talk_ms: u64,
    /// How long the client has talked so far.
    pub listen_ms: u64,
}

/// A capture was recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Captured {
    /// The id of the capture.
    pub id: EventId,
    /// Its kind.
    pub kind: Kind,
    /// When it happened.
    pub at: Local,
}

/// A loop was opened or changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LoopChange {
    /// The id of the loop.
    pub id: EventId,
    /// Its state.
    pub state: StateKind,
    /// Whether the client has closed it.
    pub closed: bool,
    /// How often the client has raised it.
    pub times_raised: u32,
}

/// The notebook is stored more or less safely than before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StorageChange {
    /// How safely it is stored now. [`Mode::as_str`] and [`Mode::reason`] are the values that the element reports.
    pub mode: Mode,
}

/// An error that the widget shows as well.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Trouble {
    /// A stable code for programs.
    pub code: &'static str,
    /// A message for people, in English.
    pub message: &'static str,
    /// Whether the widget continues to work.
    pub recoverable: bool,
}

impl Change {
    /// All changes between two snapshots. `at` is the time of the second one.
    pub fn between(before: &Snapshot, after: &Snapshot, at: Local) -> Vec<Self> {
        let mut changes = Vec::new();
        match (before.notebook.running(), after.notebook.running()) {
            (None, Some(meeting)) => {
                changes.push(Self::MeetingStart(MeetingStart { id: meeting.id, at }));
            }
            (Some(was), None) => {
                changes.extend(after.notebook.meeting(was.id).map(|meeting| ended(meeting, at)));
            }
            (Some(was), Some(is)) if was.id == is.id => changes.extend(floor_changed(was, is, at)),
            _ => {}
        }
        for meeting in after.notebook.running().into_iter().chain(reviewed(after)) {
            changes.extend(captured(before, meeting, at));
        }
        changes.extend(after.notebook.changed_loops(&before.notebook).iter().map(|changed| {
            Self::LoopChange(LoopChange {
                id: changed.id,
                state: StateKind::of(&changed.state),
                closed: changed.closed.is_some(),
                times_raised: changed.times_raised,
            })
        }));
        if before.mode != after.mode {
            changes.push(Self::StorageChange(StorageChange { mode: after.mode }));
        }
        // Both are reported once, when they begin.
        if after.newer && !before.newer {
            changes.push(trouble(Refusal::Newer));
        }
        if after.mode == Mode::Full && before.mode != Mode::Full {
            changes.push(trouble(Refusal::NoRoom));
        }
        changes
    }
}

fn reviewed(snapshot: &Snapshot) -> Option<&Rc<Meeting>> {
    snapshot.notebook.meeting(snapshot.review?)
}

fn ended(meeting: &Meeting, at: Local) -> Change {
    let measures = meeting.measures(meeting.ended_ms.unwrap_or(0));
    Change::MeetingEnd(MeetingEnd {
        id: meeting.id,
        at,
        elapsed_ms: measures.elapsed_ms(),
        talk_ms: measures.talk_ms,
        listen_ms: measures.listen_ms,
        opening_story_ms: measures.opening_story_ms,
        longest_story_ms: measures.longest_story_ms,
        longest_talk_ms: measures.longest_talk_ms,
        floor_changes: measures.floor_changes,
        captures: meeting.captures.len(),
    })
}

fn floor_changed(was: &Meeting, is: &Meeting, at: Local) -> Option<Change> {
    if was.state() == is.state() {
        return None;
    }
    let measures = is.measures(is.since_ms());
    Some(Change::FloorChange(FloorChange {
        from: was.floor(),
        to: is.floor(),
        at,
        turn_ms: is.since_ms().saturating_sub(was.since_ms()),
        talk_ms: measures.talk_ms,
        listen_ms: measures.listen_ms,
    }))
}

fn captured<'a>(
    before: &'a Snapshot,
    meeting: &'a Meeting,
    at: Local,
) -> impl Iterator<Item = Change> + 'a {
    let known = before.notebook.meeting(meeting.id).map(|was| &was.captures);
    // Most events change no capture. Equal lists share their chunks, so they are compared quickly.
    let is_same = known.is_some_and(|known| *known == meeting.captures);
    let known = known.filter(|_| !is_same).into_iter().flatten();
    let known: Map<EventId, ()> = known.map(|capture| (capture.id, ())).collect();
    let new = meeting.captures.iter().filter(move |capture| !is_same && !known.has(&capture.id));
    new.map(move |capture| Change::Captured(Captured { id: capture.id, kind: capture.kind, at }))
}

fn trouble(refusal: Refusal) -> Change {
    let message = (i18n::strings("en").refusal)(refusal);
    Change::Trouble(Trouble { code: refusal.code(), message, recoverable: true })
}
