//! Export of the notebook, or of a part of it, as version 1 of the contract's JSON, as CSV or as a workbook.

mod after;
mod cell;
mod csv_format;
mod imported;
mod log;
mod loop_table;
mod loops;
mod meeting_table;
mod names;
mod object;
mod parts;
mod unread;
mod wanted;
mod workbook;

pub use loop_table::loops_csv;
pub(crate) use loops::has_extra;
pub use meeting_table::csv;
pub use wanted::{Audience, Wanted};
pub use workbook::xlsx;

use crate::codec::value::to_json;
use crate::event::capture::Kind;
use crate::event::timestamp::Timestamp;
use crate::imported::{ExtraFields, UnreadData};
use crate::meeting::Meeting;
use crate::meeting::log::Log;
use crate::notebook::{Client, Notebook};
use crate::time::rfc3339;
use crate::transfer::export::names::Names;
use crate::transfer::export::object::{Json, Object};
use crate::transfer::export::parts::{MarkItem, Measures, capture_object, write_unnamed};

/// The notebook as JSON. A running meeting is exported up to `now`; `utc_offset_min` is the offset of local time from
/// UTC in minutes.
pub fn json(notebook: &Notebook, wanted: Wanted, now: Timestamp, utc_offset_min: i16) -> String {
    let names = Names::of(notebook);
    // Unread data may contain private data, so it is left out of a file for the client.
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
                Some(
                    meeting_object(meeting, client.as_deref(), wanted, now, &names, extra)
                        .to_json(),
                )
            }
        }
    });
    file.put("meetings", &meetings.collect::<Vec<_>>());
    file.put("loops", &loops::list(notebook, &unread, wanted, &names));
    unread::write(&mut file, notebook, &unread, wanted, utc_offset_min);
    log::write(&mut file, notebook, wanted, &unread);
    to_json(&file)
}

/// The fields of a meeting that a log already records, as an object of the contract; `None` if the log gives no meeting.
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

fn meeting_object(
    meeting: &Meeting,
    client: Option<&str>,
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
