//! What leaves as a file: the whole notebook, or a part, as the contract's JSON, version 1.

mod after;
mod brought;
mod csv;
mod log;
mod loop_table;
mod loops;
mod names;
mod rest;

pub use csv::csv;
pub use loop_table::loops_csv;
pub(crate) use loops::has_more;

use std::rc::Rc;

use crate::event::capture::{Capture, Kind, Mark, Tallies};
use crate::event::floor::{Floor, Party};
use crate::event::id::EventId;
use crate::event::timestamp::Timestamp;
use crate::json::Writer;
use crate::loops::Loop;
use crate::meeting::log::Log;
use crate::meeting::metrics::Metrics;
use crate::meeting::{Interval, Meeting, State};
use crate::notebook::{Client, Notebook};
use crate::time::rfc3339;
use crate::transfer::export::names::Names;
use crate::transfer::imported::{More, Rest};

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
    /// Whether it is the whole notebook.
    pub const fn is_all(&self) -> bool {
        self.client.is_none() && self.meeting.is_none()
    }

    /// Whether only the consultant reads it.
    fn is_private(&self) -> bool {
        self.audience == Audience::Me
    }

    pub(crate) fn has(&self, notebook: &Notebook, meeting: &Meeting) -> bool {
        let client = self.client.map(|id| notebook.standing_client(id));
        client.is_none_or(|id| notebook.client_of(meeting) == Some(id))
            && self.meeting.is_none_or(|id| meeting.id == id)
    }

    /// The meetings that are wanted, in the order of opening. No other one is read for it.
    pub(crate) fn meetings<'a>(&self, notebook: &'a Notebook) -> Vec<&'a Rc<Meeting>> {
        let wanted = |meeting: &&Rc<Meeting>| self.has(notebook, meeting);
        match (self.meeting, self.client) {
            (Some(id), _) => notebook.meeting(id).into_iter().filter(wanted).collect(),
            (None, Some(id)) => notebook.meetings_with(notebook.standing_client(id)).collect(),
            (None, None) => notebook.meetings().collect(),
        }
    }

    /// Whether a loop is wanted: the client's, or raised in the meeting.
    pub(crate) fn has_loop(&self, notebook: &Notebook, one: &Loop) -> bool {
        self.client.is_none_or(|id| one.client == Some(notebook.standing_client(id)))
            && self.meeting.is_none_or(|id| one.raised.iter().any(|at| at.meeting == Some(id)))
    }

    /// A client belongs to the file if it was asked for, or if one of its meetings was; and so does whoever was merged
    /// into it.
    fn has_client(&self, notebook: &Notebook, id: EventId) -> bool {
        let id = Some(notebook.standing_client(id));
        let of_meeting =
            || self.meetings(notebook).into_iter().any(|m| notebook.client_of(m) == id);
        match (self.client, self.meeting) {
            (None, None) => true,
            (client, _) => client.map(|id| notebook.standing_client(id)) == id || of_meeting(),
        }
    }
}

/// The notebook as JSON. A meeting that still runs is told up to `now`.
pub fn json(notebook: &Notebook, wanted: Wanted, now: Timestamp, utc_offset_min: i16) -> String {
    let names = Names::of(notebook);
    // What this build does not read, it can not know to be fit for the client's eyes.
    let kept = wanted.is_private().then(|| Rest::of_all(notebook.settings_events()));
    let rest = kept.unwrap_or_default();
    let mut file = Writer::default();
    let to = &mut file;
    to.object().key("heard").number(1);
    to.key("exported_at").text(&rfc3339(now.wall_ms, utc_offset_min));
    to.key("clients").list();
    for client in names.clients(notebook, wanted) {
        client_told(to, client, wanted, &names, rest.clients.get(&client.id));
    }
    to.end_list().key("meetings").list();
    let empty = More::default();
    for meeting in names.meetings(notebook, wanted) {
        let more = rest.meetings.get(&meeting.id);
        match notebook.log(meeting.id).filter(|_| wanted.is_private()) {
            Some(log) if log.imported_object().is_some() => {
                let moved =
                    log::has_moved(notebook, meeting).then(|| names.client_of(notebook, meeting));
                brought::told(to, meeting, log, more, moved.flatten().as_deref());
            }
            _ => {
                let client = names.client_of(notebook, meeting);
                let more = more.unwrap_or(&empty);
                told(to, meeting, client.as_deref(), wanted.audience, now, &names, more);
            }
        }
    }
    to.end_list();
    loops::told(to, notebook, &rest, wanted, &names);
    rest::told(to, notebook, &rest, wanted, utc_offset_min);
    log::told(to, notebook, wanted, &rest);
    to.end_object();
    file.done()
}

/// What a log tells of its meeting where another tool may say more, as an object of the contract.
pub(crate) fn known(log: &Log) -> Option<String> {
    let meeting = log.meeting()?;
    let mut to = Writer::default();
    match log.imported_object() {
        Some(_) => brought::told(&mut to, meeting, log, None, None),
        None => after::known(&mut to, meeting),
    }
    Some(to.done())
}

fn client_told(
    to: &mut Writer,
    client: &Client,
    wanted: Wanted,
    names: &Names,
    more: Option<&More>,
) {
    if wanted.is_private() && brought::told_client(to, client, more) {
        return;
    }
    to.object().key("id").text(&names.text(client.id)).key("name").text(&client.name);
    unnamed(to, more);
    to.end_object();
}

/// Fields that this build does not know, at the end of the object to which they belong.
fn unnamed(to: &mut Writer, more: Option<&More>) {
    for (name, value) in more.into_iter().flat_map(More::unnamed) {
        to.key(name).json(value);
    }
}

fn told(
    to: &mut Writer,
    meeting: &Meeting,
    client: Option<&str>,
    audience: Audience,
    now: Timestamp,
    names: &Names,
    more: &More,
) {
    let until_ms = meeting.position(now);
    let stretches = meeting.stretches(until_ms);
    let opening = &meeting.opening;
    let at = |ms: u64| {
        let ms = i64::try_from(ms).unwrap_or(i64::MAX);
        rfc3339(meeting.started_wall_ms.saturating_add(ms), opening.utc_offset_min)
    };
    to.object();
    to.key("id").text(&names.text(meeting.id));
    to.key("client").maybe_text(client);
    to.key("kind").text(opening.kind.word());
    to.key("us").number(opening.us).key("them").number(opening.them);
    to.key("started_at").text(&at(0));
    to.key("ended_at").maybe_text(meeting.ended_ms.map(at).as_deref());
    timed(to, &stretches);
    to.key("marks").list();
    meeting.marks.iter().for_each(|one| mark(to, one, &names.text(one.id)));
    to.end_list();
    let private = audience == Audience::Me;
    to.key("captures").list();
    let shown = meeting.captures.iter().filter(|capture| private || capture.kind != Kind::Held);
    for capture in shown {
        captured(to, capture, &names.text(capture.id), private, more.captures.get(&capture.id));
    }
    to.end_list();
    tallies(to.key("tallies"), private.then_some(meeting.tallies));
    after::meeting(to, meeting, private, Some(more));
    measures(to.key("measures"), &Metrics::of(&stretches));
    unnamed(to, Some(more));
    to.end_object();
}

fn timed(to: &mut Writer, stretches: &[Interval]) {
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
            to.object().key("id").text(&found.to_string());
            span(to, stretch).key("counted_as").text(counted.word()).end_object();
        }
    }
    to.end_list();
}

fn span<'a>(to: &'a mut Writer, stretch: &Interval) -> &'a mut Writer {
    to.key("start_ms").number(stretch.start_ms).key("end_ms").number(stretch.end_ms)
}

fn mark(to: &mut Writer, mark: &Mark, id: &str) {
    to.object().key("id").text(id).key("at_ms").number(mark.at_ms);
    to.key("floor").maybe_text(mark.floor.map(Floor::word)).end_object();
}

fn captured(to: &mut Writer, capture: &Capture, id: &str, private: bool, more: Option<&More>) {
    to.object().key("id").text(id);
    to.key("kind").text(capture.kind.word()).key("at_ms").number(capture.at_ms);
    to.key("floor").maybe_text(capture.floor.map(Floor::word));
    to.key("words").text(&capture.words);
    to.key("said_by").maybe_text(capture.said_by.as_deref());
    earlier(to.key("earlier"), capture);
    after::capture(to, capture, private, more);
    unnamed(to, more);
    to.end_object();
}

fn earlier(to: &mut Writer, capture: &Capture) {
    to.list();
    for words in &capture.earlier {
        to.text(words);
    }
    to.end_list();
}

fn tallies(to: &mut Writer, tallies: Option<Tallies>) {
    let Some(tallies) = tallies else {
        to.null();
        return;
    };
    to.object().key("asked").number(tallies.asked);
    to.key("played_back").number(tallies.played_back);
    to.key("jumped_in").number(tallies.jumped_in).end_object();
}

fn measures(to: &mut Writer, measures: &Metrics) {
    let share = measures.share_of_speech(Party::Consultant, 10_000);
    to.object();
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
