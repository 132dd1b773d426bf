//! Export of imported records: the imported object, with the fields that changed since.

use std::rc::Rc;

use serde::Serialize;

use crate::codec::value::{Value, as_raw, to_raw};
use crate::event::capture::{Capture, Mark};
use crate::event::id::EventId;
use crate::imported::{self, ExtraFields, ImportedMeeting, after_items, parts};
use crate::meeting::Meeting;
use crate::meeting::log::Log;
use crate::notebook::Client;
use crate::sorted_map::Map;
use crate::transfer::export::after::{self, Changed};
use crate::transfer::export::object::{Json, Object};
use crate::transfer::export::parts::{MarkItem, Measures, capture_object, intervals};

/// A changed field of an object, and the fields that replace it.
type Change = (&'static str, Object);

fn change(name: &'static str, value: &(impl Serialize + ?Sized)) -> Change {
    (name, Object::of(name, value))
}

/// The object of a client; `None` if it was not imported.
pub(super) fn client(client: &Client, extra: Option<&ExtraFields>) -> Option<Json> {
    let object = client.object().and_then(Value::read)?;
    let is_renamed = imported::client_name(&object) != Some(&client.name);
    let changes = is_renamed.then(|| change("name", &*client.name));
    over(&object, extra, changes.as_slice())
}

/// The object of a loop with another client, after its own was merged into that one; `None` if `item` is not an object.
pub(super) fn with_client(item: &str, client: &str) -> Option<Json> {
    over(&Value::read(item)?, None, &[change("client", client)])
}

/// The object of a meeting, with `client` if its own was merged into that one; `None` if it was not imported.
pub(super) fn meeting(
    meeting: &Meeting,
    log: &Log,
    extra: Option<&ExtraFields>,
    client: Option<&str>,
) -> Option<Json> {
    let json = log.imported_object()?;
    if log.events().len() == 1 && extra.is_none() && client.is_none() {
        return Some(as_raw(json).to_owned());
    }
    let object = Value::read(json)?;
    let before = ImportedMeeting::read(meeting.id, &object)?;
    let mut changes: Vec<Change> = client.map(|id| change("client", id)).into_iter().collect();
    let now = meeting.intervals(before.tiles.end_ms());
    let is_retimed = crate::meeting::imported::intervals(meeting.id, &before.tiles) != now;
    if is_retimed {
        changes.push(("turns", intervals(&now)));
        changes.push(change("measures", &Measures::of(&now)));
    }
    if meeting.marks != before.marks {
        changes.push(change("marks", &marks(meeting, &before, &object)));
    }
    if meeting.captures != *before.captures || extra.is_some_and(|extra| !extra.captures.is_empty())
    {
        changes.push(change("captures", &captures(meeting, &before, &object, extra)));
    }
    if meeting.tallies != before.tallies {
        changes.push(change("tallies", &meeting.tallies));
    }
    for (name, json) in after::changes_of_meeting(&before.after, &meeting.after) {
        changes.push((
            name,
            match name {
                "cost" | "notices" => listed(meeting, &object, name, &json),
                _ => Object::of(name, as_raw(&json)),
            },
        ));
    }
    // Turns, breaks and away time are written together, so the imported fields of all three are left out.
    let is_left_out = |name: &str| is_retimed && matches!(name, "breaks" | "away");
    let Value::Object(mut fields) = object else { return None };
    fields.retain(|(name, _)| !is_left_out(name));
    over(&Value::Object(fields), extra, &changes)
}

/// An imported object with its changed fields replaced and its extra fields added; `None` if it is not an object.
fn over(object: &Value, extra: Option<&ExtraFields>, changes: &[Change]) -> Option<Json> {
    let Value::Object(fields) = object else { return None };
    let mut to = Object::default();
    for (name, value) in fields {
        if let Some((_, changed)) = changes.iter().find(|(changed, _)| changed == name) {
            to.put_all(changed);
        } else if let Some(json) = extra.and_then(|extra| extra.field(name)) {
            to.put_json(name, json);
        } else {
            to.put(name, value);
        }
    }
    for (_, changed) in changes.iter().filter(|(name, _)| object.field(name).is_none()) {
        to.put_all(changed);
    }
    let added = extra.into_iter().flat_map(|extra| &extra.fields);
    for (name, json) in added.filter(|(name, _)| object.field(name).is_none()) {
        to.put_json(name, json);
    }
    Some(to.to_json())
}

/// A list with imported items: unchanged ones as they were imported, then those that were added since.
fn listed(meeting: &Meeting, object: &Value, name: &str, now: &str) -> Object {
    let items = after_items(meeting.id, object, name);
    let Some(Value::List(now)) = Value::read(now) else { return Object::default() };
    let list = now.iter().map(|item| {
        let id = item.field("id").and_then(Value::text).unwrap_or_default();
        let before = items.iter().find(|(known, _)| known.to_string() == id);
        before
            .filter(|(_, before)| has_same_content(before, item))
            .map_or(item, |(_, before)| *before)
    });
    Object::of(name, &list.collect::<Vec<_>>())
}

/// Whether an item has the same content as when it was imported.
fn has_same_content(before: &Value, now: &Value) -> bool {
    let Value::Object(fields) = now else { return false };
    fields.iter().all(|(name, value)| match before.field(name) {
        _ if name == "id" => true,
        None => value.is_null(),
        Some(said) => said == value,
    })
}

fn marks(meeting: &Meeting, before: &ImportedMeeting, object: &Value) -> Vec<Json> {
    let stand: Map<EventId, &Mark> = meeting.marks.iter().map(|mark| (mark.id, mark)).collect();
    let mut list = Vec::new();
    for (id, object) in parts(meeting.id, object, "marks").unwrap_or_default() {
        if let Some(mark) = stand.get(&id) {
            let known = before.marks.iter().find(|known| known.id == id);
            let is_moved = known.is_some_and(|known| known.floor != mark.floor);
            let changes = is_moved.then(|| change("floor", &mark.floor));
            list.extend(over(object, None, changes.as_slice()));
        }
    }
    let is_known = |mark: &&Mark| before.marks.iter().any(|known| known.id == mark.id);
    let new = meeting.marks.iter().skip_while(is_known);
    list.extend(new.map(|mark| to_raw(&MarkItem::of(mark, mark.id.to_string()))));
    list
}

fn captures(
    meeting: &Meeting,
    before: &ImportedMeeting,
    object: &Value,
    extra: Option<&ExtraFields>,
) -> Vec<Json> {
    let (before, stand) = (by_id(&before.captures), by_id(&meeting.captures));
    let extra = |id: &EventId| extra.and_then(|extra| extra.captures.get(id));
    let mut list = Vec::new();
    for (id, object) in parts(meeting.id, object, "captures").unwrap_or_default() {
        match (before.get(&id), stand.get(&id)) {
            // A capture of a kind that this build does not know.
            (None, _) => list.extend(over(object, extra(&id), &[])),
            (Some(_), None) => {}
            (Some(before), Some(now)) => {
                list.extend(over(object, extra(&id), &capture_changes(before, now)));
            }
        }
    }
    for capture in meeting.captures.iter().filter(|capture| !before.has(&capture.id)) {
        let id = capture.id.to_string();
        list.push(capture_object(capture, &id, true, extra(&capture.id)).to_json());
    }
    list
}

fn by_id<'a>(captures: impl IntoIterator<Item = &'a Rc<Capture>>) -> Map<EventId, &'a Capture> {
    captures.into_iter().map(|capture| (capture.id, &**capture)).collect()
}

fn capture_changes(before: &Capture, now: &Capture) -> Vec<Change> {
    let own = [
        (before.kind != now.kind).then(|| change("kind", &now.kind)),
        (before.floor != now.floor).then(|| change("floor", &now.floor)),
        (before.words != now.words).then(|| change("words", &now.words)),
        (before.said_by != now.said_by).then(|| change("said_by", &now.said_by)),
        (before.earlier != now.earlier).then(|| change("earlier", &now.earlier)),
    ];
    let after: Changed = after::changes_of_capture(before, now);
    let after = after.iter().map(|(name, json)| change(name, as_raw(json)));
    own.into_iter().flatten().chain(after).collect()
}
