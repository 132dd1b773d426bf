//! What happened between two pictures of the notebook, for hosts. It is numbers and ids, and never anyone's words.

use std::rc::Rc;

use heard_core::event::capture::Kind;
use heard_core::event::floor::Floor;
use heard_core::loops::StateKind;
use heard_core::time::Local;
use heard_core::{EventId, Meeting, Refusal};

use crate::persistence::mode::Mode;
use crate::store::Snapshot;

/// Something that happened. The element dispatches each as an event, the Yew component hands it to a callback.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// A meeting began.
    MeetingStart(MeetingStart),
    /// A meeting ended.
    MeetingEnd(MeetingEnd),
    /// The floor went to somebody, or to nobody; a break began or ended.
    FloorChange(FloorChange),
    /// Something was captured.
    Captured(Captured),
    /// A loop is new, or was led on.
    LoopChange(LoopChange),
    /// Things are kept more safely than before, or less.
    StorageChange(StorageChange),
    /// Something is wrong.
    Trouble(Trouble),
}

/// A meeting began.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MeetingStart {
    /// The meeting.
    pub id: EventId,
    /// When.
    pub at: Local,
}

/// A meeting ended. Its times are in milliseconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MeetingEnd {
    /// The meeting.
    pub id: EventId,
    /// When.
    pub at: Local,
    /// The whole meeting, breaks and all.
    pub elapsed_ms: u64,
    /// How long the consultant talked.
    pub talk_ms: u64,
    /// How long the client talked.
    pub listen_ms: u64,
    /// What the client said before the consultant first took the floor; none if that never was.
    pub opening_story_ms: Option<u64>,
    /// The client's longest turn.
    pub longest_story_ms: u64,
    /// The consultant's longest turn.
    pub longest_talk_ms: u64,
    /// How often the floor went from one party to the other.
    pub floor_changes: u32,
    /// How many captures there are.
    pub captures: usize,
}

/// The floor went to somebody, or to nobody; a break began or ended. Its times are in milliseconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FloorChange {
    /// Who had it; none in a break.
    pub from: Option<Floor>,
    /// Who has it; none in a break.
    pub to: Option<Floor>,
    /// When.
    pub at: Local,
    /// How long the turn was, or the break.
    pub turn_ms: u64,
    /// How long the consultant has talked so far.
    pub talk_ms: u64,
    /// How long the client has talked so far.
    pub listen_ms: u64,
}

/// Something was captured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Captured {
    /// The capture.
    pub id: EventId,
    /// What it is of.
    pub kind: Kind,
    /// When.
    pub at: Local,
}

/// A loop is new, or was led on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LoopChange {
    /// The loop.
    pub id: EventId,
    /// Where it stands.
    pub state: StateKind,
    /// Whether the client closed it.
    pub closed: bool,
    /// How often it was raised.
    pub times_raised: u32,
}

/// Things are kept more safely than before, or less.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StorageChange {
    /// How safely. [`Mode::told`] and [`Mode::reason`] are the contract's words for it.
    pub mode: Mode,
}

/// Something is wrong that the consultant's own screen says too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Trouble {
    /// A stable word for programs.
    pub code: &'static str,
    /// The same for people, in English.
    pub message: &'static str,
    /// Whether the widget goes on.
    pub recoverable: bool,
}

impl Change {
    /// All that happened between two pictures, of which the second is of now.
    pub fn between(before: &Snapshot, after: &Snapshot, at: Local) -> Vec<Self> {
        let mut all = Vec::new();
        match (before.notebook.running(), after.notebook.running()) {
            (None, Some(meeting)) => {
                all.push(Self::MeetingStart(MeetingStart { id: meeting.id, at }));
            }
            (Some(was), None) => {
                all.extend(after.notebook.meeting(was.id).map(|meeting| ended(meeting, at)));
            }
            (Some(was), Some(is)) if was.id == is.id => all.extend(floor_changed(was, is, at)),
            _ => {}
        }
        for meeting in after.notebook.running().into_iter().chain(reviewed(after)) {
            all.extend(captured(before, meeting, at));
        }
        all.extend(after.notebook.changed_loops(&before.notebook).iter().map(|one| {
            Self::LoopChange(LoopChange {
                id: one.id,
                state: StateKind::of(&one.state),
                closed: one.closed.is_some(),
                times_raised: one.times_raised,
            })
        }));
        if before.mode != after.mode {
            all.push(Self::StorageChange(StorageChange { mode: after.mode }));
        }
        // A newer Heard has written here, or there is no room: the host hears of it once.
        if after.newer && !before.newer {
            all.push(trouble(Refusal::Newer));
        }
        if after.mode == Mode::Full && before.mode != Mode::Full {
            all.push(trouble(Refusal::NoRoom));
        }
        all
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
    let known = before.notebook.meeting(meeting.id);
    let is_new = move |id| known.is_none_or(|was| was.captures.iter().all(|c| c.id != id));
    let new = meeting.captures.iter().filter(move |capture| is_new(capture.id));
    new.map(move |capture| Change::Captured(Captured { id: capture.id, kind: capture.kind, at }))
}

fn trouble(refusal: Refusal) -> Change {
    let message = crate::refusal_in_words(refusal);
    Change::Trouble(Trouble { code: refusal.code(), message, recoverable: true })
}
