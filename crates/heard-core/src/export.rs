//! What leaves as a file: the whole notebook, or a part, as the contract's JSON, version 1.

use crate::calendar::rfc3339;
use crate::capture::{Capture, Kind, Tallies};
use crate::desk::Desk;
use crate::floor::{Floor, Party};
use crate::id::EventId;
use crate::json::Writer;
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

impl Wanted {
    fn has(&self, meeting: &Meeting) -> bool {
        self.client.is_none_or(|id| meeting.opening.client == Some(id))
            && self.meeting.is_none_or(|id| meeting.id == id)
    }

    /// A client belongs to the file if it was asked for, or if one of its meetings was.
    fn has_client(&self, desk: &Desk, id: EventId) -> bool {
        let of_meeting = || desk.meetings().any(|m| self.has(m) && m.opening.client == Some(id));
        match (self.client, self.meeting) {
            (None, None) => true,
            (client, _) => client == Some(id) || of_meeting(),
        }
    }
}

/// The notebook as JSON. A meeting that still runs is told up to `now`.
pub fn json(desk: &Desk, wanted: Wanted, now: Moment, utc_offset_min: i16) -> String {
    let mut file = Writer::default();
    let to = &mut file;
    to.object().key("heard").number(1);
    to.key("exported_at").text(&rfc3339(now.wall_ms, utc_offset_min));
    to.key("clients").list();
    for client in desk.clients().iter().filter(|client| wanted.has_client(desk, client.id)) {
        to.object();
        id(to, client.id);
        to.key("name").text(&client.name).end_object();
    }
    to.end_list().key("meetings").list();
    for meeting in desk.meetings().filter(|meeting| wanted.has(meeting)) {
        told(to, meeting, wanted.audience, now);
    }
    to.end_list();
    empty(to, "loops");
    empty(to, "journal");
    to.end_object();
    file.done()
}

fn id(to: &mut Writer, id: EventId) {
    to.key("id").text(&id.to_string());
}

/// A list of something that this build does not know yet.
fn empty(to: &mut Writer, name: &str) {
    to.key(name).list().end_list();
}

fn told(to: &mut Writer, meeting: &Meeting, audience: Audience, now: Moment) {
    let until_ms = meeting.position(now);
    let stretches = meeting.stretches(until_ms);
    let opening = &meeting.opening;
    let at = |ms: u64| {
        let ms = i64::try_from(ms).unwrap_or(i64::MAX);
        rfc3339(meeting.started_wall_ms.saturating_add(ms), opening.utc_offset_min)
    };
    to.object();
    id(to, meeting.id);
    to.key("client").maybe_text(opening.client.map(|id| id.to_string()).as_deref());
    to.key("kind").text(opening.kind.word());
    to.key("us").number(opening.us).key("them").number(opening.them);
    to.key("started_at").text(&at(0));
    to.key("ended_at").maybe_text(meeting.ended_ms.map(at).as_deref());
    timed(to, &stretches);
    marks(to, meeting);
    let private = audience == Audience::Me;
    to.key("captures").list();
    let shown = meeting.captures.iter().filter(|capture| private || capture.kind != Kind::Held);
    shown.for_each(|capture| captured(to, capture));
    to.end_list();
    tallies(to, private.then_some(meeting.tallies));
    to.key("guess_talk_percent").null().key("felt_heard").null();
    empty(to, "cost");
    measures(to, &Measures::of(&stretches));
    to.end_object();
}

fn timed(to: &mut Writer, stretches: &[Stretch]) {
    to.key("turns").list();
    for stretch in stretches {
        if let (State::Floor(floor), None) = (stretch.state, stretch.away) {
            to.object().key("party").text(floor.word());
            span(to, stretch).key("source").text(stretch.source.word()).end_object();
        }
    }
    to.end_list().key("breaks").list();
    for stretch in stretches.iter().filter(|stretch| stretch.state == State::Break) {
        span(to.object(), stretch).end_object();
    }
    to.end_list().key("away").list();
    for stretch in stretches {
        if let Some((found, counted)) = stretch.away {
            id(to.object(), found);
            span(to, stretch).key("counted_as").text(counted.word()).end_object();
        }
    }
    to.end_list();
}

fn span<'a>(to: &'a mut Writer, stretch: &Stretch) -> &'a mut Writer {
    to.key("start_ms").number(stretch.start_ms).key("end_ms").number(stretch.end_ms)
}

fn marks(to: &mut Writer, meeting: &Meeting) {
    to.key("marks").list();
    for mark in &meeting.marks {
        to.object();
        id(to, mark.id);
        to.key("at_ms").number(mark.at_ms);
        to.key("floor").maybe_text(mark.floor.map(Floor::word)).end_object();
    }
    to.end_list();
}

fn captured(to: &mut Writer, capture: &Capture) {
    to.object();
    id(to, capture.id);
    to.key("kind").text(capture.kind.word()).key("at_ms").number(capture.at_ms);
    to.key("floor").maybe_text(capture.floor.map(Floor::word));
    to.key("words").text(&capture.words);
    to.key("said_by").maybe_text(capture.said_by.as_deref());
    to.key("earlier").list();
    for words in &capture.earlier {
        to.text(words);
    }
    to.end_list();
    to.key("ours").null().key("confirmed").null().key("rank").null();
    empty(to, "chain");
    to.key("hurts").null().end_object();
}

fn tallies(to: &mut Writer, tallies: Option<Tallies>) {
    to.key("tallies");
    let Some(tallies) = tallies else {
        to.null();
        return;
    };
    to.object().key("asked").number(tallies.asked);
    to.key("played_back").number(tallies.played_back);
    to.key("jumped_in").number(tallies.jumped_in).end_object();
}

fn measures(to: &mut Writer, measures: &Measures) {
    let share = measures.share_of_speech(Party::Consultant, 10_000);
    to.key("measures").object();
    to.key("talk_ms").number(measures.talk_ms).key("listen_ms").number(measures.listen_ms);
    to.key("talk_share_of_speech").maybe_number(share.map(decimal));
    to.key("opening_story_ms").maybe_number(measures.opening_story_ms);
    to.key("longest_story_ms").number(measures.longest_story_ms);
    to.key("longest_talk_ms").number(measures.longest_talk_ms);
    to.key("floor_changes").number(measures.floor_changes).end_object();
}

/// Ten-thousandths as a decimal, exact and without any floating-point code.
fn decimal(ten_thousandths: u64) -> String {
    format!("{}.{:04}", ten_thousandths / 10_000, ten_thousandths % 10_000)
}
