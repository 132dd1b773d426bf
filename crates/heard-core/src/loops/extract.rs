//! What one meeting's log says of loops: those that began in it, and what was said of any since.

use crate::codec;
use crate::codec::archive::{self, Packed, mentions};
use crate::codec::header_scan;
use crate::event::Event;
use crate::event::id::EventId;
use crate::event::kind::{EventKind, Opening};
use crate::event::timestamp::Timestamp;
use crate::loops::model::LoopKind;
use crate::meeting::Meeting;
use crate::meeting::log::Log;
use crate::meeting::undo::History;
use crate::time::{Day, Local};

/// What a text has of which no loop can do without one: a kind of capture, or an kind of a loop.
const TRACES: [&str; 4] = ["\"issue\"", "\"promise\"", "\"loop-", "\"likened\""];
/// The acts of which a loop is made, as they are written.
const WORDS: [&str; 13] = [
    "meeting-opened",
    "meeting-brought",
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

/// An issue or a promise where it was caught.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Seed {
    pub(super) id: EventId,
    pub(super) kind: LoopKind,
    pub(super) words: String,
    pub(super) earlier: Vec<String>,
    pub(super) by: Option<String>,
    pub(super) at: Local,
    pub(super) promised_by: Option<Day>,
}

/// All that a log says of loops.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Seeds {
    /// With whom the meeting was.
    pub(super) client: Option<EventId>,
    pub(super) caught: Vec<Seed>,
    /// What was said of loops, and counts.
    pub(super) said: Vec<(EventId, EventKind)>,
}

impl Seeds {
    /// Whether it says nothing of any.
    pub(crate) const fn is_empty(&self) -> bool {
        self.caught.is_empty() && self.said.is_empty()
    }
}

/// Reads what a log says of loops. Of a packed one only the lines that can matter are parsed.
pub(crate) fn seeds(log: &Log) -> Seeds {
    match log.as_packed() {
        Some(packed) if !log.is_read() => of_packed(log.id, packed),
        _ => log
            .meeting()
            .map_or_else(Seeds::default, |meeting| of(meeting, log.events(), log.history())),
    }
}

fn of_packed(id: EventId, packed: &Packed) -> Seeds {
    let text = packed.text();
    if !TRACES.iter().any(|trace| mentions(text, trace)) {
        return Seeds::default();
    }
    let (mut history, mut events) = (History::default(), Vec::new());
    for line in archive::lines(text) {
        match header_scan::head(line) {
            Some(head) if !WORDS.contains(&head.word) && !History::turns(head.word) => {
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
    Meeting::fold(id, &events, &history)
        .map_or_else(Seeds::default, |meeting| of(&meeting, &events, &history))
}

fn of(meeting: &Meeting, events: &[Event], history: &History) -> Seeds {
    let find = |id: EventId| {
        let place = events.binary_search_by_key(&id, Event::id).ok()?;
        Some(&events[place])
    };
    let captures = meeting.captures.iter().filter_map(|capture| {
        let kind = LoopKind::of(capture.kind)?;
        let wall_ms = said_at(capture.id, capture.mark, &find).unwrap_or_else(|| {
            let at_ms = i64::try_from(capture.at_ms).unwrap_or(i64::MAX);
            meeting.started_wall_ms.saturating_add(at_ms)
        });
        Some(Seed {
            id: capture.id,
            kind,
            words: capture.words.clone(),
            earlier: capture.earlier.clone(),
            by: capture.said_by.clone(),
            at: local(wall_ms, &meeting.opening),
            promised_by: capture.by,
        })
    });
    let said = events.iter().filter(|event| history.stands(event.id()));
    let said = said.filter(|event| event.kind.is_of_loop());
    Seeds {
        client: meeting.opening.client,
        caught: captures.collect(),
        said: said.map(|event| (event.id(), event.kind.clone())).collect(),
    }
}

/// When the words of a capture were said, by the wall clock, if the log tells.
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
