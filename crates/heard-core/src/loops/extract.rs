//! Extracts the data that concerns loops from one meeting's log: the captures that began loops, and the steps.

use crate::chunk_list::ChunkList;
use crate::codec;
use crate::codec::archive::{self, Packed, mentions};
use crate::codec::header_scan;
use crate::event::Event;
use crate::event::id::EventId;
use crate::event::kind::{EventKind, MEETING_IMPORTED, Opening};
use crate::event::timestamp::Timestamp;
use crate::loops::model::LoopKind;
use crate::meeting::Meeting;
use crate::meeting::events;
use crate::meeting::log::Log;
use crate::meeting::undo::History;
use crate::time::{Day, Local};

/// Substrings of which every log that concerns loops has at least one: a kind of capture, or the name of an event.
const MARKERS: [&str; 4] = ["\"issue\"", "\"promise\"", "\"loop-", "\"likened\""];
/// The names of the event kinds from which loops are computed.
const KINDS: [&str; 13] = [
    "meeting-opened",
    MEETING_IMPORTED,
    "moment-marked",
    "captured",
    "amended",
    "struck",
    "kind-changed",
    "attributed",
    "planned",
    "meeting-ended",
    "likened",
    "loop-stepped",
    "loop-assigned",
];

/// An issue or a promise as it was captured.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct CaughtLoop {
    pub(super) id: EventId,
    pub(super) kind: LoopKind,
    pub(super) words: String,
    pub(super) earlier: Vec<String>,
    pub(super) by: Option<String>,
    pub(super) at: Local,
    pub(super) promised_by: Option<Day>,
}

/// The data in a log that concerns loops.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Extract {
    /// The client of the meeting; `None` if none was named.
    pub(super) client: Option<EventId>,
    pub(super) caught: Vec<CaughtLoop>,
    /// The events of loops that are in effect, that is, not undone.
    pub(super) steps: Vec<(EventId, EventKind)>,
}

impl Extract {
    /// Returns whether nothing in the log concerns loops.
    pub(crate) const fn is_empty(&self) -> bool {
        self.caught.is_empty() && self.steps.is_empty()
    }
}

/// Extracts the data that concerns loops. Of a packed log, only the lines that are relevant for it are parsed.
pub(crate) fn extract(log: &Log) -> Extract {
    match log.as_packed() {
        Some(packed) if !log.is_read() => of_packed(log.id, packed),
        _ => log
            .meeting()
            .map_or_else(Extract::default, |meeting| of(meeting, log.events(), log.history())),
    }
}

fn of_packed(id: EventId, packed: &Packed) -> Extract {
    let text = packed.text();
    if !MARKERS.iter().any(|marker| mentions(text, marker)) {
        return Extract::default();
    }
    let (mut history, mut events) = (History::default(), ChunkList::default());
    for line in archive::lines(text) {
        match header_scan::head(line) {
            Some(head) if !KINDS.contains(&head.word) && !History::is_undo_or_redo(head.word) => {
                history.take_word(head.id, head.word);
            }
            _ => {
                if let Ok(event) = codec::read(line) {
                    history.take(&event);
                    events.push(event);
                }
            }
        }
    }
    Meeting::project(id, &events, &history)
        .map_or_else(Extract::default, |meeting| of(&meeting, &events, &history))
}

fn of(meeting: &Meeting, events: &ChunkList<Event>, history: &History) -> Extract {
    let find = |id: EventId| events::find(events, id);
    let captures = meeting.captures.iter().filter_map(|capture| {
        let kind = LoopKind::of(capture.kind)?;
        let wall_ms = said_at(capture.id, capture.mark, &find).unwrap_or_else(|| {
            let at_ms = i64::try_from(capture.at_ms).unwrap_or(i64::MAX);
            meeting.started_wall_ms.saturating_add(at_ms)
        });
        Some(CaughtLoop {
            id: capture.id,
            kind,
            words: capture.words.clone(),
            earlier: capture.earlier.clone(),
            by: capture.said_by.clone(),
            at: local(wall_ms, &meeting.opening),
            promised_by: capture.by,
        })
    });
    let steps = events.iter().filter(|event| event.kind.is_of_loop());
    let steps = steps.filter(|event| history.is_in_effect(event.id()));
    Extract {
        client: meeting.opening.client,
        caught: captures.collect(),
        steps: steps.map(|event| (event.id(), event.kind.clone())).collect(),
    }
}

/// When the words of a capture were said, in milliseconds since 1970 by the wall clock; `None` if its event is not in
/// the log.
fn said_at<'a>(
    capture: EventId,
    mark: Option<EventId>,
    find: &impl Fn(EventId) -> Option<&'a Event>,
) -> Option<i64> {
    let wall_ms = |event: &Event| {
        let Timestamp { wall_ms, .. } = event.at;
        match &event.kind {
            EventKind::Captured(catch) => {
                wall_ms.saturating_sub(i64::try_from(catch.ago_ms).unwrap_or(i64::MAX))
            }
            _ => wall_ms,
        }
    };
    let is_caught =
        |event: &&Event| matches!(event.kind, EventKind::Captured(_) | EventKind::MomentMarked);
    mark.and_then(find).or_else(|| find(capture)).filter(is_caught).map(wall_ms)
}

const fn local(wall_ms: i64, opening: &Opening) -> Local {
    Local { wall_ms, utc_offset_min: opening.utc_offset_min }
}
