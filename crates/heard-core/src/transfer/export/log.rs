//! The log in a file: with it, importing is a union of events, and nothing that was undone is forgotten.

use crate::codec::{self, checksum};
use crate::event::kind::EventKind;
use crate::event::{self, Event};
use crate::json::Writer;
use crate::meeting::Meeting;
use crate::notebook::{Client, Notebook};
use crate::sorted_map;
use crate::transfer::export::{Wanted, loops};
use crate::transfer::imported::Rest;

/// The events of what is wanted, at the end of a file, if there are any. The client gets none: they tell everything.
pub(super) fn told(to: &mut Writer, notebook: &Notebook, wanted: Wanted, rest: &Rest) {
    let mut events = if wanted.is_private() { events(notebook, wanted, rest) } else { Vec::new() };
    sorted_map::sort(&mut events, &|one, other| event::by_id(one, other));
    // What only a newer Heard understands leaves with everything else, as it is.
    let newer = if wanted.is_all() && wanted.is_private() { notebook.newer() } else { &[] };
    if !events.is_empty() || !newer.is_empty() {
        to.key("log").list();
        for event in events {
            to.json(&checksum::bare(&codec::write(event)));
        }
        for line in newer {
            to.json(&checksum::bare(line));
        }
        to.end_list();
    }
}

fn events<'a>(notebook: &'a Notebook, wanted: Wanted, rest: &Rest) -> Vec<&'a Event> {
    let is_told = |client: &&Client| client.events.len() == 1 && client.object().is_some();
    let clients = notebook.client_records().iter().filter(|client| !is_told(client));
    let clients = clients.filter(|client| wanted.has_client(notebook, client.id));
    let mut events: Vec<&Event> = clients.flat_map(|client| &*client.events).collect();
    // A meeting that was withdrawn is in no list, but its log may bring it back.
    let logs = notebook.logs().iter().filter(|log| {
        let is_named = || wanted.meeting.is_none_or(|id| id == log.id);
        let is_wanted =
            || is_named() && log.meeting().is_some_and(|meeting| wanted.has(notebook, meeting));
        let moved = || log.meeting().is_some_and(|meeting| has_moved(notebook, meeting));
        let is_told = log.events().len() == 1 && log.imported_object().is_some() && !moved();
        !is_told && (wanted.is_all() || is_wanted())
    });
    events.extend(logs.flat_map(|log| log.events()));
    if wanted.is_all() {
        let is_rest = |event: &Event| matches!(event.kind, EventKind::RestBrought { .. });
        let settings = notebook.settings_events();
        // One rest is told by its loops, lines and fields, from which the same event is made again.
        let as_it_came = !rest.loops.iter().any(|item| loops::has_moved(notebook, item));
        // Where steps of its loops are in the log, the loops are told with these, and it has to be there as it came.
        let is_told = as_it_came
            && !rest.has_more()
            && settings.iter().filter(|event| is_rest(event)).count() == 1
            && !settings.iter().any(|event| event.kind.is_of_loop());
        events.extend(settings.iter().filter(|event| !is_told || !is_rest(event)));
    }
    events
}

/// Whether the client that a meeting names was merged into another one.
pub(super) fn has_moved(notebook: &Notebook, meeting: &Meeting) -> bool {
    notebook.client_of(meeting) != meeting.opening.client
}
