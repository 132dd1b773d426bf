//! What the host hears: events read off what changed. They carry numbers and ids, never anyone's words.

use heard::{Mode, Shown};
use heard_core::calendar::rfc3339;
use heard_core::floor::Floor;
use heard_core::measure::Measures;
use heard_core::{Meeting, Moment};
use serde::Serialize;

use crate::embed::properties::storage_mode;

/// One event: its name, and its detail as JSON.
pub(crate) struct HostEvent {
    pub(crate) name: &'static str,
    pub(crate) detail: String,
}

impl HostEvent {
    fn of(name: &'static str, detail: &impl Serialize) -> Self {
        // A detail holds text, numbers and nulls, which always can be written.
        Self { name, detail: serde_json::to_string(detail).unwrap_or_default() }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Began {
    v: u8,
    id: String,
    at: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Ended {
    v: u8,
    id: String,
    at: String,
    elapsed_ms: u64,
    talk_ms: u64,
    listen_ms: u64,
    opening_story_ms: Option<u64>,
    longest_story_ms: u64,
    longest_talk_ms: u64,
    floor_changes: u32,
    captures: usize,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct FloorChanged {
    v: u8,
    from: Option<&'static str>,
    to: Option<&'static str>,
    at: String,
    turn_ms: u64,
    talk_ms: u64,
    listen_ms: u64,
}

#[derive(Serialize)]
struct Caught {
    v: u8,
    id: String,
    kind: &'static str,
    at: String,
}

#[derive(Serialize)]
struct StorageChanged {
    v: u8,
    mode: &'static str,
    reason: &'static str,
}

/// The events between two pictures of the notebook.
pub(crate) fn between(before: &Shown, after: &Shown, now: Moment, offset: i16) -> Vec<HostEvent> {
    let at = || rfc3339(now.wall_ms, offset);
    let mut events = Vec::new();
    match (before.desk.running(), after.desk.running()) {
        (None, Some(meeting)) => {
            let detail = Began { v: 1, id: meeting.id.to_string(), at: at() };
            events.push(HostEvent::of("heard-meeting-start", &detail));
        }
        (Some(was), None) => {
            if let Some(meeting) = after.desk.meeting(was.id) {
                events.push(HostEvent::of("heard-meeting-end", &ended(meeting, at())));
            }
        }
        (Some(was), Some(is)) if was.id == is.id => {
            events.extend(floor_changed(was, is, at()));
        }
        _ => {}
    }
    for meeting in after.desk.running().into_iter().chain(reviewed(after)) {
        events.extend(caught(before, meeting, &at));
    }
    if before.mode != after.mode {
        let (mode, reason) = (storage_mode(after.mode), reason(after.mode));
        let detail = StorageChanged { v: 1, mode, reason };
        events.push(HostEvent::of("heard-storage-change", &detail));
    }
    events
}

fn reviewed(shown: &Shown) -> Option<&std::rc::Rc<Meeting>> {
    shown.desk.meeting(shown.review?)
}

fn ended(meeting: &Meeting, at: String) -> Ended {
    let measures = meeting.measures(meeting.ended_ms.unwrap_or(0));
    let Measures { talk_ms, listen_ms, opening_story_ms, .. } = measures;
    let Measures { longest_story_ms, longest_talk_ms, floor_changes, .. } = measures;
    Ended {
        v: 1,
        id: meeting.id.to_string(),
        at,
        elapsed_ms: measures.elapsed_ms(),
        talk_ms,
        listen_ms,
        opening_story_ms,
        longest_story_ms,
        longest_talk_ms,
        floor_changes,
        captures: meeting.captures.len(),
    }
}

fn floor_changed(was: &Meeting, is: &Meeting, at: String) -> Option<HostEvent> {
    if was.state() == is.state() {
        return None;
    }
    let (from, to) = (was.floor().map(Floor::word), is.floor().map(Floor::word));
    let Measures { talk_ms, listen_ms, .. } = is.measures(is.since_ms());
    let turn_ms = is.since_ms().saturating_sub(was.since_ms());
    let detail = FloorChanged { v: 1, from, to, at, turn_ms, talk_ms, listen_ms };
    Some(HostEvent::of("heard-floor-change", &detail))
}

fn caught<'a>(
    before: &'a Shown,
    meeting: &'a Meeting,
    at: &'a impl Fn() -> String,
) -> impl Iterator<Item = HostEvent> + 'a {
    let known = before.desk.meeting(meeting.id);
    let is_new = move |id| known.is_none_or(|was| was.captures.iter().all(|c| c.id != id));
    meeting.captures.iter().filter(move |capture| is_new(capture.id)).map(|capture| {
        let detail =
            Caught { v: 1, id: capture.id.to_string(), kind: capture.kind.word(), at: at() };
        HostEvent::of("heard-capture", &detail)
    })
}

const fn reason(mode: Mode) -> &'static str {
    match mode {
        Mode::Local => "kept",
        Mode::Memory => "storage-blocked",
        Mode::Full => "storage-full",
    }
}
