//! The exported loops: imported ones first, then those that were first raised in this notebook.

use serde::Serialize;

use crate::codec::value::{Value, as_raw};
use crate::event::id::{EventId, Record};
use crate::imported::{UnreadData, client_of, id_text};
use crate::loops::{Entry, Loop, State, Step, loop_id, read_imported};
use crate::notebook::Notebook;
use crate::sorted_map::Map;
use crate::time::Local;
use crate::transfer::export::imported;
use crate::transfer::export::names::Names;
use crate::transfer::export::object::{Json, Object};
use crate::transfer::export::wanted::Wanted;

/// The fields of the contract, in its order.
const FIELDS: [&str; 14] = [
    "id",
    "client",
    "kind",
    "words",
    "raised_by",
    "raised_at",
    "times_raised",
    "owner",
    "promised_by",
    "state",
    "reason",
    "last_told_at",
    "closed_by_client_at",
    "history",
];

/// Whether a loop's object has a field that the contract does not name.
pub(crate) fn has_extra(object: &Value) -> bool {
    unnamed(object).next().is_some()
}

fn unnamed<'a, 'b>(object: &'b Value<'a>) -> impl Iterator<Item = &'b (String, Value<'a>)> {
    let fields = match object {
        Value::Object(fields) => &fields[..],
        _ => &[],
    };
    fields.iter().filter(|(name, _)| !FIELDS.contains(&name.as_str()))
}

/// The exported loops as objects of the contract.
pub(super) fn list(
    notebook: &Notebook,
    unread: &UnreadData,
    wanted: Wanted,
    names: &Names,
) -> Vec<Json> {
    let mut list = Vec::new();
    let id_of = |item: &str| Some(loop_id(id_text(&Value::read(item)?)?));
    let items = unread.loops.iter().filter_map(|item| Some((id_of(item)?, item.as_str())));
    let items: Map<EventId, &str> = items.collect();
    for item in &unread.loops {
        let known = id_of(item).and_then(|id| notebook.find_loop(id).filter(|one| one.id == id));
        match known {
            // A loop that was first raised in this notebook is exported from the log, below, with the extra fields of
            // its imported object.
            Some(one) if one.home == Record::Settings && has(notebook, wanted, &one) => {
                list.extend(imported_loop(notebook, &one, item, wanted, names));
            }
            None if has_item(notebook, wanted, item) => {
                list.extend(unchanged(notebook, item, names));
            }
            _ => {}
        }
    }
    let here =
        |one: &&std::rc::Rc<Loop>| one.home != Record::Settings && has(notebook, wanted, one);
    for one in notebook.loops().iter().filter(here) {
        let item = items.get(&one.id).copied();
        if item.is_some() || !is_in_its_meeting(notebook, one) {
            let item = item.filter(|_| wanted.is_private());
            list.push(object(one, &one.id.to_string(), item, wanted, names));
        }
    }
    list
}

fn has(notebook: &Notebook, wanted: Wanted, one: &Loop) -> bool {
    wanted.client.is_none_or(|id| one.client == Some(notebook.resolved_client(id)))
        && wanted.meeting.is_none_or(|id| one.home == Record::Begun(id))
}

/// Whether an item that can not be decoded as a loop is exported.
fn has_item(notebook: &Notebook, wanted: Wanted, item: &str) -> bool {
    let client = client_of(item).map(|id| notebook.resolved_client(id));
    let of_client = wanted.client.is_none_or(|id| client == Some(notebook.resolved_client(id)));
    wanted.meeting.is_none() && of_client && wanted.is_private()
}

/// Whether the client of an imported loop was merged into another one.
pub(super) fn has_moved(notebook: &Notebook, item: &str) -> bool {
    client_of(item).is_some_and(|id| notebook.resolved_client(id) != id)
}

/// A loop as it was imported, except that a merged client is replaced by the one into which it was merged.
fn unchanged(notebook: &Notebook, item: &str, names: &Names) -> Option<Json> {
    match client_of(item).filter(|_| has_moved(notebook, item)) {
        Some(id) => imported::with_client(item, &names.text(notebook.resolved_client(id))),
        None => Some(as_raw(item).to_owned()),
    }
}

/// Whether a loop is unchanged since the meeting with its capture was imported, so that the meeting's object implies it.
fn is_in_its_meeting(notebook: &Notebook, one: &Loop) -> bool {
    let Record::Begun(meeting) = one.home else { return false };
    let is_imported = |log: &std::rc::Rc<crate::meeting::log::Log>| {
        log.imported_object().is_some() && log.events().iter().all(|event| event.id() != one.id)
    };
    let untouched = one.history.is_empty() && one.owner.is_none() && one.raised.len() == 1;
    untouched && notebook.log(meeting).is_some_and(is_imported)
}

/// The object of an imported loop: as it was imported, unless it changed since.
fn imported_loop(
    notebook: &Notebook,
    one: &Loop,
    item: &str,
    wanted: Wanted,
    names: &Names,
) -> Option<Json> {
    let untouched = read_imported(item, &|id| notebook.resolved_client(id))
        .is_some_and(|before| before == *one);
    if untouched && wanted.is_private() {
        return unchanged(notebook, item, names);
    }
    let came = Value::read(item);
    let id = came.as_ref().and_then(id_text).unwrap_or_default();
    Some(object(one, id, Some(item).filter(|_| wanted.is_private()), wanted, names))
}

fn object(one: &Loop, id: &str, item: Option<&str>, wanted: Wanted, names: &Names) -> Json {
    let reason = match &one.state {
        State::NotDoing { because } => Some(because.as_str()),
        _ => None,
    };
    let mut object = Object::of("id", id);
    object.put("client", &one.client.map(|id| names.text(id)));
    object.put("kind", one.kind.capture().as_str()).put("words", &one.words);
    object.put("raised_by", &one.raised_by()).put("raised_at", &one.raised[0].at.rfc3339());
    object.put("times_raised", &one.times_raised);
    // The owner is for the consultant only.
    object.put("owner", &one.owner.as_deref().filter(|_| wanted.is_private()));
    object.put("promised_by", &one.promised_by).put("state", one.state.as_str());
    object.put("reason", &reason);
    object.put("last_told_at", &one.last_update.as_ref().map(|update| update.at.rfc3339()));
    object.put("closed_by_client_at", &one.closed.map(Local::rfc3339));
    object.put("history", &one.history.iter().map(HistoryItem::of).collect::<Vec<_>>());
    let item = item.and_then(Value::read);
    for (name, value) in item.iter().flat_map(unnamed) {
        object.put(name, value);
    }
    object.to_json()
}

/// A step in the history of a loop.
#[derive(Serialize)]
struct HistoryItem<'a> {
    at: String,
    what: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    because: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    how: Option<&'a str>,
}

impl<'a> HistoryItem<'a> {
    fn of(entry: &'a Entry) -> Self {
        let (because, how) = match &entry.step {
            Step::Declined { because } => (Some(because.as_str()), None),
            Step::ToldBack { how } => (None, Some(how.as_str())),
            _ => (None, None),
        };
        Self { at: entry.at.rfc3339(), what: entry.step.as_str(), because, how }
    }
}
