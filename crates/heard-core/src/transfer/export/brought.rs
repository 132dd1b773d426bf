//! What came with a file, told again: its object as it was, with what happened to it here.

use std::rc::Rc;

use crate::event::capture::{Capture, Mark};
use crate::event::floor::Floor;
use crate::event::id::EventId;
use crate::json::{Json, Writer};
use crate::meeting::Meeting;
use crate::meeting::imported::intervals;
use crate::meeting::log::Log;
use crate::meeting::metrics::Metrics;
use crate::notebook::Client;
use crate::sorted_map::Map;
use crate::transfer::export::after::{self, Changed};
use crate::transfer::export::{captured, earlier, mark, measures, tallies, timed};
use crate::transfer::imported::{self, Brought, More, after_items, parts};

/// Tells a client that came with a file; false, if this one did not.
pub(super) fn told_client(to: &mut Writer, client: &Client, more: Option<&More>) -> bool {
    let Some(object) = client.object().and_then(Json::read) else { return false };
    let is_renamed = imported::client_name(&object) != Some(&client.name);
    let changed: &[&str] = if is_renamed { &["name"] } else { &[] };
    over(to, &object, more, changed, &|to, name| {
        to.key(name).text(&client.name);
    });
    true
}

/// Tells a loop that came with a file, as that of whom its client was merged into.
pub(super) fn with_client(to: &mut Writer, item: &str, client: &str) {
    let Some(object) = Json::read(item) else { return };
    over(to, &object, None, &["client"], &|to, name| {
        to.key(name).text(client);
    });
}

/// Tells a meeting that came with a file; as one with `client`, if its own was merged into that one.
pub(super) fn told(
    to: &mut Writer,
    meeting: &Meeting,
    log: &Log,
    more: Option<&More>,
    client: Option<&str>,
) {
    let Some(json) = log.imported_object() else { return };
    if log.events().len() == 1 && more.is_none() && client.is_none() {
        to.json(json);
        return;
    }
    let Some(object) = Json::read(json) else { return };
    let Some(before) = Brought::read(meeting.id, &object) else { return };
    let until_ms = before.tiles.end_ms();
    let stretches = meeting.stretches(until_ms);
    let mut changed = Vec::new();
    if client.is_some() {
        changed.push("client");
    }
    if intervals(meeting.id, &before.tiles) != stretches {
        changed.extend(["turns", "measures"]);
    }
    if meeting.marks != before.marks {
        changed.push("marks");
    }
    if meeting.captures != *before.captures || more.is_some_and(|more| !more.captures.is_empty()) {
        changed.push("captures");
    }
    if meeting.tallies != before.tallies {
        changed.push("tallies");
    }
    let after = after::changes_of_meeting(&before.after, &meeting.after);
    changed.extend(after.iter().map(|(name, _)| *name));
    // Turns, breaks and away stretches are written as one; what was read of them goes out together.
    let is_left_out = |name: &str| changed.contains(&"turns") && matches!(name, "breaks" | "away");
    let fields = match &object {
        Json::Object(fields) => fields.iter().filter(|(name, _)| !is_left_out(name)).cloned(),
        _ => return,
    };
    over(to, &Json::Object(fields.collect()), more, &changed, &|to, name| match name {
        "client" => {
            to.key(name).maybe_text(client);
        }
        "turns" => timed(to, &stretches),
        "measures" => measures(to.key(name), &Metrics::of(&stretches)),
        "marks" => marks(to.key(name), meeting, &before, &object),
        "captures" => captures(to.key(name), meeting, &before, &object, more),
        "tallies" => tallies(to.key(name), Some(meeting.tallies)),
        "cost" | "notices" => listed(to, meeting, &object, name, &after),
        _ => tell(to, name, &after),
    });
}

/// An object as it was, but for the fields that changed, each written with its name, and with what it has more.
fn over(
    to: &mut Writer,
    object: &Json,
    more: Option<&More>,
    changed: &[&str],
    write: &dyn Fn(&mut Writer, &str),
) {
    let Json::Object(fields) = object else { return };
    to.object();
    for (name, value) in fields {
        if changed.contains(&name.as_str()) {
            write(to, name);
        } else if let Some(value) = more.and_then(|more| more.field(name)) {
            to.key(name).json(value);
        } else {
            to.key(name).value(value);
        }
    }
    for name in changed.iter().filter(|name| object.field(name).is_none()) {
        write(to, name);
    }
    let added = more.into_iter().flat_map(|more| &more.fields);
    for (name, value) in added.filter(|(name, _)| object.field(name).is_none()) {
        to.key(name).json(value);
    }
    to.end_object();
}

fn tell(to: &mut Writer, name: &str, changed: &Changed) {
    if let Some((_, json)) = changed.iter().find(|(known, _)| *known == name) {
        to.key(name).json(json);
    }
}

/// A list of which the file had items: those that stand are told as they were, and what joined them here after them.
fn listed(to: &mut Writer, meeting: &Meeting, object: &Json, name: &str, changed: &Changed) {
    let items = after_items(meeting.id, object, name);
    let told = changed.iter().find(|(known, _)| *known == name).map(|(_, json)| json.as_str());
    let Some(Json::List(now)) = told.and_then(Json::read) else { return };
    to.key(name).list();
    for item in &now {
        let id = item.field("id").and_then(Json::text).unwrap_or_default();
        let before = items.iter().find(|(known, _)| known.to_string() == id);
        match before.filter(|(_, before)| says_the_same(before, item)) {
            Some((_, before)) => to.value(before),
            None => to.value(item),
        };
    }
    to.end_list();
}

/// Whether an item says here what it said when it came.
fn says_the_same(before: &Json, now: &Json) -> bool {
    let Json::Object(fields) = now else { return false };
    fields.iter().all(|(name, value)| match before.field(name) {
        _ if name == "id" => true,
        None => value.is_null(),
        Some(said) => said == value,
    })
}

fn marks(to: &mut Writer, meeting: &Meeting, before: &Brought, object: &Json) {
    let stand: Map<EventId, &Mark> = meeting.marks.iter().map(|mark| (mark.id, mark)).collect();
    to.list();
    for (id, object) in parts(meeting.id, object, "marks").unwrap_or_default() {
        if let Some(mark) = stand.get(&id) {
            let known = before.marks.iter().find(|known| known.id == id);
            let is_moved = known.is_some_and(|known| known.floor != mark.floor);
            let changed: &[&str] = if is_moved { &["floor"] } else { &[] };
            over(to, object, None, changed, &|to, _| floor(to, mark.floor));
        }
    }
    for one in meeting.marks.iter().skip_while(|one| before.marks.iter().any(|m| m.id == one.id)) {
        mark(to, one, &one.id.to_string());
    }
    to.end_list();
}

fn captures(
    to: &mut Writer,
    meeting: &Meeting,
    before: &Brought,
    object: &Json,
    more: Option<&More>,
) {
    let (before, stand) = (by_id(&before.captures), by_id(&meeting.captures));
    to.list();
    for (id, object) in parts(meeting.id, object, "captures").unwrap_or_default() {
        let more = more.and_then(|more| more.captures.get(&id));
        match (before.get(&id), stand.get(&id)) {
            // Of a kind that is not known here.
            (None, _) => over(to, object, more, &[], &|_, _| ()),
            (Some(_), None) => {}
            (Some(before), Some(now)) => capture(to, object, more, before, now),
        }
    }
    for capture in meeting.captures.iter().filter(|capture| !before.has(&capture.id)) {
        let more = more.and_then(|more| more.captures.get(&capture.id));
        captured(to, capture, &capture.id.to_string(), true, more);
    }
    to.end_list();
}

fn by_id<'a>(captures: impl IntoIterator<Item = &'a Rc<Capture>>) -> Map<EventId, &'a Capture> {
    captures.into_iter().map(|capture| (capture.id, &**capture)).collect()
}

fn capture(to: &mut Writer, object: &Json, more: Option<&More>, before: &Capture, now: &Capture) {
    let changed = [
        ("kind", before.kind != now.kind),
        ("floor", before.floor != now.floor),
        ("words", before.words != now.words),
        ("said_by", before.said_by != now.said_by),
        ("earlier", before.earlier != now.earlier),
    ];
    let mut changed: Vec<&str> =
        changed.iter().filter(|(_, is_so)| *is_so).map(|(name, _)| *name).collect();
    let after = after::changes_of_capture(before, now);
    changed.extend(after.iter().map(|(name, _)| *name));
    over(to, object, more, &changed, &|to, name| match name {
        "floor" => floor(to, now.floor),
        "words" => {
            to.key(name).text(&now.words);
        }
        "kind" => {
            to.key(name).text(now.kind.word());
        }
        "said_by" => {
            to.key(name).maybe_text(now.said_by.as_deref());
        }
        "earlier" => earlier(to.key(name), now),
        _ => tell(to, name, &after),
    });
}

fn floor(to: &mut Writer, floor: Option<Floor>) {
    to.key("floor").maybe_text(floor.map(Floor::word));
}
