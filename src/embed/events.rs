//! The DOM events of the element: their names, and their details as JSON.

use heard::{Change, FloorChange, MeetingEnd};
use heard_core::EventId;
use heard_core::event::capture::Kind;
use heard_core::event::floor::Floor;
use serde::Serialize;

/// The version of the details.
const V: u8 = 1;

/// The name of the event of a change, and its detail as JSON.
pub(crate) fn encode(change: &Change) -> (&'static str, String) {
    match change {
        Change::MeetingStart(start) => {
            let detail = MeetingStartDetail { v: V, id: start.id, at: start.at.rfc3339() };
            ("heard-meeting-start", json(&detail))
        }
        Change::MeetingEnd(end) => ("heard-meeting-end", json(&MeetingEndDetail::from(end))),
        Change::FloorChange(change) => {
            ("heard-floor-change", json(&FloorChangeDetail::from(change)))
        }
        Change::Captured(capture) => {
            let at = capture.at.rfc3339();
            let detail = CaptureDetail { v: V, id: capture.id, kind: capture.kind, at };
            ("heard-capture", json(&detail))
        }
        Change::LoopChange(change) => {
            let detail = LoopChangeDetail {
                v: V,
                id: change.id,
                state: change.state.as_str(),
                closed: change.closed,
                times_raised: change.times_raised,
            };
            ("heard-loop-change", json(&detail))
        }
        Change::StorageChange(change) => {
            let (mode, reason) = (change.mode.as_str(), change.mode.reason());
            ("heard-storage-change", json(&StorageChangeDetail { v: V, mode, reason }))
        }
        Change::Trouble(trouble) => {
            let detail = ErrorDetail {
                v: V,
                code: trouble.code,
                message: trouble.message,
                recoverable: trouble.recoverable,
            };
            ("heard-error", json(&detail))
        }
    }
}

/// A detail as JSON. None of them fails to be written: they have neither maps nor fractions.
fn json(detail: &impl Serialize) -> String {
    serde_json::to_string(detail).unwrap_or_default()
}

#[derive(Serialize)]
struct MeetingStartDetail {
    v: u8,
    id: EventId,
    at: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct MeetingEndDetail {
    v: u8,
    id: EventId,
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

impl From<&MeetingEnd> for MeetingEndDetail {
    fn from(end: &MeetingEnd) -> Self {
        Self {
            v: V,
            id: end.id,
            at: end.at.rfc3339(),
            elapsed_ms: end.elapsed_ms,
            talk_ms: end.talk_ms,
            listen_ms: end.listen_ms,
            opening_story_ms: end.opening_story_ms,
            longest_story_ms: end.longest_story_ms,
            longest_talk_ms: end.longest_talk_ms,
            floor_changes: end.floor_changes,
            captures: end.captures,
        }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct FloorChangeDetail {
    v: u8,
    from: Option<Floor>,
    to: Option<Floor>,
    at: String,
    turn_ms: u64,
    talk_ms: u64,
    listen_ms: u64,
}

impl From<&FloorChange> for FloorChangeDetail {
    fn from(change: &FloorChange) -> Self {
        Self {
            v: V,
            from: change.from,
            to: change.to,
            at: change.at.rfc3339(),
            turn_ms: change.turn_ms,
            talk_ms: change.talk_ms,
            listen_ms: change.listen_ms,
        }
    }
}

#[derive(Serialize)]
struct CaptureDetail {
    v: u8,
    id: EventId,
    kind: Kind,
    at: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct LoopChangeDetail {
    v: u8,
    id: EventId,
    state: &'static str,
    closed: bool,
    times_raised: u32,
}

#[derive(Serialize)]
struct StorageChangeDetail {
    v: u8,
    mode: &'static str,
    reason: &'static str,
}

#[derive(Serialize)]
struct ErrorDetail {
    v: u8,
    code: &'static str,
    message: &'static str,
    recoverable: bool,
}
