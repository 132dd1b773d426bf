//! What leaves as a file: the whole notebook, or a part, as the contract's JSON, version 1.

use serde::Serialize;
use serde_json::value::RawValue;

use crate::act::MeetingKind;
use crate::calendar::rfc3339;
use crate::capture::{Capture, Kind, Mark, Tallies};
use crate::desk::Desk;
use crate::floor::{Floor, Party, Source};
use crate::id::EventId;
use crate::measure::Measures;
use crate::meeting::{Meeting, State, Stretch};
use crate::moment::Moment;

/// Who will read the file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Audience {
    /// The consultant: everything.
    #[default]
    Me,
    /// The client: no answers held, no tallies, nothing private.
    Client,
}

/// What is wanted.
#[derive(Clone, Copy, Debug, Default)]
pub struct Wanted {
    /// Only this client's.
    pub client: Option<EventId>,
    /// Only this meeting.
    pub meeting: Option<EventId>,
    /// Who will read it.
    pub audience: Audience,
}

/// The notebook as JSON. A meeting that still runs is told up to `now`.
pub fn json(desk: &Desk, wanted: Wanted, now: Moment, utc_offset_min: i16) -> String {
    let meetings = desk.meetings().filter(|meeting| {
        wanted.client.is_none_or(|id| meeting.opening.client == Some(id))
            && wanted.meeting.is_none_or(|id| meeting.id == id)
    });
    let meetings: Vec<_> = meetings.map(|m| MeetingOut::of(m, wanted.audience, now)).collect();
    let asked_for = |id: EventId| match (wanted.client, wanted.meeting) {
        (None, None) => true,
        (client, _) => client == Some(id) || meetings.iter().any(|m| m.client == Some(id)),
    };
    let clients = desk.clients().iter().filter(|client| asked_for(client.id));
    let file = File {
        heard: 1,
        exported_at: rfc3339(now.wall_ms, utc_offset_min),
        clients: clients.map(|client| ClientOut { id: client.id, name: &client.name }).collect(),
        meetings,
        loops: [],
        journal: [],
    };
    // A file holds only text, numbers and enums with names, which always can be written.
    serde_json::to_string(&file).unwrap_or_default()
}

#[derive(Serialize)]
struct File<'a> {
    heard: u8,
    exported_at: String,
    clients: Vec<ClientOut<'a>>,
    meetings: Vec<MeetingOut<'a>>,
    loops: [(); 0],
    journal: [(); 0],
}

#[derive(Serialize)]
struct ClientOut<'a> {
    id: EventId,
    name: &'a str,
}

#[derive(Serialize)]
struct MeetingOut<'a> {
    id: EventId,
    client: Option<EventId>,
    kind: MeetingKind,
    us: u8,
    them: u8,
    started_at: String,
    ended_at: Option<String>,
    turns: Vec<TurnOut>,
    breaks: Vec<SpanOut>,
    away: [SpanOut; 0],
    marks: Vec<MarkOut>,
    captures: Vec<CaptureOut<'a>>,
    tallies: Option<Tallies>,
    guess_talk_percent: Option<u8>,
    felt_heard: Option<u8>,
    cost: [(); 0],
    measures: MeasuresOut,
}

impl<'a> MeetingOut<'a> {
    fn of(meeting: &'a Meeting, audience: Audience, now: Moment) -> Self {
        let until_ms = meeting.position(now);
        let stretches = meeting.stretches(until_ms);
        let at = |ms: u64| {
            let ms = i64::try_from(ms).unwrap_or(i64::MAX);
            rfc3339(meeting.started_wall_ms.saturating_add(ms), meeting.opening.utc_offset_min)
        };
        let private = audience == Audience::Me;
        let shown = |capture: &&std::rc::Rc<Capture>| private || capture.kind != Kind::Held;
        Self {
            id: meeting.id,
            client: meeting.opening.client,
            kind: meeting.opening.kind,
            us: meeting.opening.us,
            them: meeting.opening.them,
            started_at: at(0),
            ended_at: meeting.ended_ms.map(at),
            turns: stretches.iter().filter_map(TurnOut::of).collect(),
            breaks: stretches.iter().filter(|s| s.state == State::Break).map(SpanOut::of).collect(),
            away: [],
            marks: meeting.marks.iter().map(MarkOut::of).collect(),
            captures: meeting.captures.iter().filter(shown).map(|c| CaptureOut::of(c)).collect(),
            tallies: private.then_some(meeting.tallies),
            guess_talk_percent: None,
            felt_heard: None,
            cost: [],
            measures: MeasuresOut::of(&Measures::of(&stretches)),
        }
    }
}

#[derive(Serialize)]
struct TurnOut {
    party: Floor,
    start_ms: u64,
    end_ms: u64,
    source: Source,
}

impl TurnOut {
    fn of(stretch: &Stretch) -> Option<Self> {
        let Stretch { start_ms, end_ms, state: State::Floor(party), source, .. } = *stretch else {
            return None;
        };
        Some(Self { party, start_ms, end_ms, source })
    }
}

#[derive(Serialize)]
struct SpanOut {
    start_ms: u64,
    end_ms: u64,
}

impl SpanOut {
    const fn of(stretch: &Stretch) -> Self {
        Self { start_ms: stretch.start_ms, end_ms: stretch.end_ms }
    }
}

#[derive(Serialize)]
struct MarkOut {
    id: EventId,
    at_ms: u64,
    floor: Option<Floor>,
}

impl MarkOut {
    const fn of(mark: &Mark) -> Self {
        Self { id: mark.id, at_ms: mark.at_ms, floor: mark.floor }
    }
}

#[derive(Serialize)]
struct CaptureOut<'a> {
    id: EventId,
    kind: Kind,
    at_ms: u64,
    floor: Option<Floor>,
    words: &'a str,
    said_by: Option<&'a str>,
    earlier: &'a [String],
    ours: Option<&'a str>,
    confirmed: Option<&'a str>,
    rank: Option<u8>,
    chain: [(); 0],
    hurts: Option<&'a str>,
}

impl<'a> CaptureOut<'a> {
    fn of(capture: &'a Capture) -> Self {
        Self {
            id: capture.id,
            kind: capture.kind,
            at_ms: capture.at_ms,
            floor: capture.floor,
            words: &capture.words,
            said_by: capture.said_by.as_deref(),
            earlier: &capture.earlier,
            ours: None,
            confirmed: None,
            rank: None,
            chain: [],
            hurts: None,
        }
    }
}

#[derive(Serialize)]
struct MeasuresOut {
    talk_ms: u64,
    listen_ms: u64,
    talk_share_of_speech: Option<Box<RawValue>>,
    opening_story_ms: Option<u64>,
    longest_story_ms: u64,
    longest_talk_ms: u64,
    floor_changes: u32,
}

impl MeasuresOut {
    fn of(measures: &Measures) -> Self {
        Self {
            talk_ms: measures.talk_ms,
            listen_ms: measures.listen_ms,
            talk_share_of_speech: measures
                .share_of_speech(Party::Consultant, 10_000)
                .and_then(decimal),
            opening_story_ms: measures.opening_story_ms,
            longest_story_ms: measures.longest_story_ms,
            longest_talk_ms: measures.longest_talk_ms,
            floor_changes: measures.floor_changes,
        }
    }
}

/// Ten-thousandths as a JSON number, exact and without any floating-point code.
fn decimal(ten_thousandths: u64) -> Option<Box<RawValue>> {
    let text = format!("{}.{:04}", ten_thousandths / 10_000, ten_thousandths % 10_000);
    RawValue::from_string(text).ok()
}
