//! What leaves as a file: the whole notebook, or a part, as the contract's JSON, version 1.

mod after;
mod csv;
mod imported;
mod log;
mod loop_table;
mod loops;
mod names;
mod object;
mod parts;
mod unread;

pub use csv::csv;
pub use loop_table::loops_csv;
pub(crate) use loops::has_extra;

use std::rc::Rc;

use crate::codec::value::to_json;
use crate::event::capture::{Capture, Kind};
use crate::event::id::EventId;
use crate::event::timestamp::Timestamp;
use crate::imported::{ExtraFields, UnreadData};
use crate::loops::Loop;
use crate::meeting::Meeting;
use crate::meeting::log::Log;
use crate::notebook::{Client, Notebook};
use crate::time::rfc3339;
use crate::transfer::export::names::Names;
use crate::transfer::export::object::{Json, Object};
use crate::transfer::export::parts::{MarkItem, Measures};

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

/// The notebook as JSON. A meeting that still runs is exported up to `now`.
pub fn json(notebook: &Notebook, wanted: Wanted, now: Timestamp, utc_offset_min: i16) -> String {
    let names = Names::of(notebook);
    // What this build does not read, it can not know to be fit for the client's eyes.
    let private = wanted.is_private().then(|| UnreadData::of_all(notebook.settings_events()));
    let unread = private.unwrap_or_default();
    let mut file = Object::of("heard", &1);
    file.put("exported_at", &rfc3339(now.wall_ms, utc_offset_min));
    let clients = names.clients(notebook, wanted).into_iter();
    let clients = clients.map(|one| client(one, wanted, &names, unread.clients.get(&one.id)));
    file.put("clients", &clients.collect::<Vec<_>>());
    let meetings = names.meetings(notebook, wanted).into_iter();
    let meetings = meetings.filter_map(|meeting| {
        let extra = unread.meetings.get(&meeting.id);
        match notebook.log(meeting.id).filter(|_| wanted.is_private()) {
            Some(log) if log.imported_object().is_some() => {
                let moved =
                    log::has_moved(notebook, meeting).then(|| names.client_of(notebook, meeting));
                imported::meeting(meeting, log, extra, moved.flatten().as_deref())
            }
            _ => {
                let client = names.client_of(notebook, meeting);
                Some(meeting_object(meeting, client, wanted, now, &names, extra).to_json())
            }
        }
    });
    file.put("meetings", &meetings.collect::<Vec<_>>());
    file.put("loops", &loops::list(notebook, &unread, wanted, &names));
    unread::write(&mut file, notebook, &unread, wanted, utc_offset_min);
    log::write(&mut file, notebook, wanted, &unread);
    to_json(&file)
}

/// What a log says of its meeting where another tool may say more, as an object of the contract; `None` where no
/// meeting comes of the log.
pub(crate) fn known(log: &Log) -> Option<String> {
    let meeting = log.meeting()?;
    let object = match log.imported_object() {
        Some(_) => imported::meeting(meeting, log, None, None)?,
        None => after::known(meeting),
    };
    Some(object.get().to_owned())
}

fn client(client: &Client, wanted: Wanted, names: &Names, extra: Option<&ExtraFields>) -> Json {
    let imported = wanted.is_private().then(|| imported::client(client, extra)).flatten();
    imported.unwrap_or_else(|| {
        let mut object = Object::of("id", &names.text(client.id));
        object.put("name", &*client.name);
        write_unnamed(&mut object, extra);
        object.to_json()
    })
}

/// Writes the fields that this build does not know, at the end of the object to which they belong.
fn write_unnamed(to: &mut Object, extra: Option<&ExtraFields>) {
    for (name, value) in extra.into_iter().flat_map(ExtraFields::unnamed) {
        to.put_json(name, value);
    }
}

fn meeting_object(
    meeting: &Meeting,
    client: Option<String>,
    wanted: Wanted,
    now: Timestamp,
    names: &Names,
    extra: Option<&ExtraFields>,
) -> Object {
    let intervals = meeting.intervals(meeting.position(now));
    let opening = &meeting.opening;
    let private = wanted.is_private();
    let at = |ms: u64| {
        let ms = i64::try_from(ms).unwrap_or(i64::MAX);
        rfc3339(meeting.started_wall_ms.saturating_add(ms), opening.utc_offset_min)
    };
    let marks = meeting.marks.iter().map(|mark| MarkItem::of(mark, names.text(mark.id)));
    let shown = meeting.captures.iter().filter(|capture| private || capture.kind != Kind::Held);
    let captures = shown.map(|capture| {
        let extra = extra.and_then(|extra| extra.captures.get(&capture.id));
        capture_object(capture, &names.text(capture.id), private, extra)
    });
    let mut object = Object::of("id", &names.text(meeting.id));
    object.put("client", &client);
    object.put("kind", &opening.kind).put("us", &opening.us).put("them", &opening.them);
    object.put("started_at", &at(0)).put("ended_at", &meeting.ended_ms.map(at));
    object.put_all(&parts::intervals(&intervals));
    object.put("marks", &marks.collect::<Vec<_>>());
    object.put("captures", &captures.collect::<Vec<_>>());
    object.put("tallies", &private.then_some(meeting.tallies));
    after::write_meeting(&mut object, meeting, private, extra);
    object.put("measures", &Measures::of(&intervals));
    write_unnamed(&mut object, extra);
    object
}

fn capture_object(
    capture: &Capture,
    id: &str,
    private: bool,
    extra: Option<&ExtraFields>,
) -> Object {
    let mut object = Object::of("id", id);
    object.put("kind", &capture.kind).put("at_ms", &capture.at_ms).put("floor", &capture.floor);
    object.put("words", &capture.words).put("said_by", &capture.said_by);
    object.put("earlier", &capture.earlier);
    after::write_capture(&mut object, capture, private, extra);
    write_unnamed(&mut object, extra);
    object
}
