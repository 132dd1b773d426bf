//! The loops in a file: those that other tools' files brought as they came, then those that began here.

use crate::event::id::{EventId, Record};
use crate::json::{Json, Writer};
use crate::loops::{Entry, Loop, State, Step, loop_id, read_imported};
use crate::notebook::Notebook;
use crate::sorted_map::Map;
use crate::time::Local;
use crate::transfer::export::names::Names;
use crate::transfer::export::{Wanted, brought};
use crate::transfer::imported::{Rest, client_of, id_text};

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
pub(crate) fn has_more(object: &Json) -> bool {
    unnamed(object).next().is_some()
}

fn unnamed<'a, 'b>(object: &'b Json<'a>) -> impl Iterator<Item = &'b (String, Json<'a>)> {
    let fields = match object {
        Json::Object(fields) => &fields[..],
        _ => &[],
    };
    fields.iter().filter(|(name, _)| !FIELDS.contains(&name.as_str()))
}

/// Writes the list.
pub(super) fn told(
    to: &mut Writer,
    notebook: &Notebook,
    rest: &Rest,
    wanted: Wanted,
    names: &Names,
) {
    let items = rest.loops.iter().filter_map(|item| {
        let object = Json::read(item)?;
        Some((loop_id(id_text(&object)?), item.as_str()))
    });
    let items: Map<EventId, &str> = items.collect();
    to.key("loops").list();
    for item in &rest.loops {
        let id = Json::read(item).and_then(|object| Some(loop_id(id_text(&object)?)));
        let known = id.and_then(|id| notebook.find_loop(id).filter(|one| one.id == id));
        match known {
            // Of a loop that began here the log is believed; what the file has more is told with it, below.
            Some(one) if one.home == Record::Settings && has(notebook, wanted, &one) => {
                one_brought(to, notebook, &one, item, wanted, names);
            }
            None if has_item(notebook, wanted, item) => as_it_came(to, notebook, item, names),
            _ => {}
        }
    }
    let here =
        |one: &&std::rc::Rc<Loop>| one.home != Record::Settings && has(notebook, wanted, one);
    for one in notebook.loops().iter().filter(here) {
        let item = items.get(&one.id).copied();
        if item.is_some() || !is_told_by_its_meeting(notebook, one) {
            object(
                to,
                one,
                &one.id.to_string(),
                item.filter(|_| wanted.is_private()),
                wanted,
                names,
            );
        }
    }
    to.end_list();
}

fn has(notebook: &Notebook, wanted: Wanted, one: &Loop) -> bool {
    wanted.client.is_none_or(|id| one.client == Some(notebook.standing_client(id)))
        && wanted.meeting.is_none_or(|id| one.home == Record::Begun(id))
}

/// Whether an item that can not be read as a loop is wanted.
fn has_item(notebook: &Notebook, wanted: Wanted, item: &str) -> bool {
    let client = client_of(item).map(|id| notebook.standing_client(id));
    let of_client = wanted.client.is_none_or(|id| client == Some(notebook.standing_client(id)));
    wanted.meeting.is_none() && of_client && wanted.is_private()
}

/// Whether the client that a file's loop names was merged into another one.
pub(super) fn has_moved(notebook: &Notebook, item: &str) -> bool {
    client_of(item).is_some_and(|id| notebook.standing_client(id) != id)
}

/// A loop as a file brought it; as that of whom its client was merged into, if they were.
fn as_it_came(to: &mut Writer, notebook: &Notebook, item: &str, names: &Names) {
    match client_of(item).filter(|_| has_moved(notebook, item)) {
        Some(id) => brought::with_client(to, item, &names.text(notebook.standing_client(id))),
        None => drop(to.json(item)),
    }
}

/// Whether nothing happened to a loop since a file brought the meeting in which it was caught: the meeting tells it.
fn is_told_by_its_meeting(notebook: &Notebook, one: &Loop) -> bool {
    let Record::Begun(meeting) = one.home else { return false };
    let is_brought = |log: &std::rc::Rc<crate::meeting::log::Log>| {
        log.imported_object().is_some() && log.events().iter().all(|event| event.id() != one.id)
    };
    let untouched = one.history.is_empty() && one.owner.is_none() && one.raised.len() == 1;
    untouched && notebook.log(meeting).is_some_and(is_brought)
}

/// A loop that a file brought: as it came, unless something happened to it here.
fn one_brought(
    to: &mut Writer,
    notebook: &Notebook,
    one: &Loop,
    item: &str,
    wanted: Wanted,
    names: &Names,
) {
    let untouched = read_imported(item, &|id| notebook.standing_client(id))
        .is_some_and(|before| before == *one);
    if untouched && wanted.is_private() {
        return as_it_came(to, notebook, item, names);
    }
    let came = Json::read(item);
    let id = came.as_ref().and_then(id_text).unwrap_or_default();
    object(to, one, id, Some(item).filter(|_| wanted.is_private()), wanted, names);
}

fn object(
    to: &mut Writer,
    one: &Loop,
    id: &str,
    item: Option<&str>,
    wanted: Wanted,
    names: &Names,
) {
    let reason = match &one.state {
        State::NotDoing { because } => Some(because.as_str()),
        _ => None,
    };
    to.object().key("id").text(id);
    to.key("client").maybe_text(one.client.map(|id| names.text(id)).as_deref());
    to.key("kind").text(one.kind.capture().word());
    to.key("words").text(&one.words);
    to.key("raised_by").maybe_text(one.raised_by());
    to.key("raised_at").text(&one.raised[0].at.rfc3339());
    to.key("times_raised").number(one.times_raised);
    // Who of us sees to it is ours to know.
    to.key("owner").maybe_text(one.owner.as_deref().filter(|_| wanted.is_private()));
    to.key("promised_by").maybe_text(one.promised_by.map(|day| day.to_string()).as_deref());
    to.key("state").text(one.state.word());
    to.key("reason").maybe_text(reason);
    to.key("last_told_at").maybe_text(one.told.as_ref().map(|told| told.at.rfc3339()).as_deref());
    to.key("closed_by_client_at").maybe_text(one.closed.map(Local::rfc3339).as_deref());
    to.key("history").list();
    one.history.iter().for_each(|step| entry(to, step));
    to.end_list();
    let item = item.and_then(Json::read);
    for (name, value) in item.iter().flat_map(unnamed) {
        to.key(name).value(value);
    }
    to.end_object();
}

fn entry(to: &mut Writer, entry: &Entry) {
    to.object().key("at").text(&entry.at.rfc3339()).key("what").text(entry.step.word());
    match &entry.step {
        Step::Declined { because } => drop(to.key("because").text(because.as_str())),
        Step::ToldBack { how } => drop(to.key("how").text(how.as_str())),
        _ => {}
    }
    to.end_object();
}
