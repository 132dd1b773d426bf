//! The log in a file. With it, an import is a union of events, which includes undone ones.

use crate::codec::value::as_raw;
use crate::codec::{self, checksum};
use crate::event::kind::EventKind;
use crate::event::{self, Event};
use crate::imported::UnreadData;
use crate::meeting::Meeting;
use crate::notebook::{Client, Notebook};
use crate::sorted_map;
use crate::transfer::export::loops;
use crate::transfer::export::object::Object;
use crate::transfer::export::wanted::Wanted;

/// Writes the exported events at the end of a file, if there are any. A file for the client has none, because events
/// hold private data.
pub(super) fn write(to: &mut Object, notebook: &Notebook, wanted: Wanted, unread: &UnreadData) {
    let mut events =
        if wanted.is_private() { events(notebook, wanted, unread) } else { Vec::new() };
    sorted_map::sort(&mut events, &|one, other| event::by_id(one, other));
    // Lines of a newer version are exported unchanged with a whole notebook.
    let newer = if wanted.is_all() && wanted.is_private() { notebook.newer() } else { &[] };
    let events = events.into_iter().map(|event| checksum::bare(&codec::write(event)));
    let lines: Vec<String> = events.chain(newer.iter().map(|line| checksum::bare(line))).collect();
    if !lines.is_empty() {
        to.put("log", &lines.iter().map(|line| as_raw(line)).collect::<Vec<_>>());
    }
}

fn events<'a>(notebook: &'a Notebook, wanted: Wanted, unread: &UnreadData) -> Vec<&'a Event> {
    let is_implied = |client: &&Client| client.events.len() == 1 && client.object().is_some();
    let clients = notebook.client_records().iter().filter(|client| !is_implied(client));
    let clients = clients.filter(|client| wanted.has_client(notebook, client.id));
    let mut events: Vec<&Event> = clients.flat_map(|client| &*client.events).collect();
    // A withdrawn meeting is in no list, but its log can restore it.
    let logs = notebook.logs().iter().filter(|log| {
        let is_named = || wanted.meeting.is_none_or(|id| id == log.id);
        let is_wanted =
            || is_named() && log.meeting().is_some_and(|meeting| wanted.has(notebook, meeting));
        let moved = || log.meeting().is_some_and(|meeting| has_moved(notebook, meeting));
        let is_implied_log = log.events().len() == 1 && log.imported_object().is_some() && !moved();
        !is_implied_log && (wanted.is_all() || is_wanted())
    });
    events.extend(logs.flat_map(|log| log.events()));
    if wanted.is_all() {
        let is_unread = |event: &Event| matches!(event.kind, EventKind::DataImported(_));
        let settings = notebook.settings_events();
        // A single event of unread data can be rebuilt from the loops, journal lines and fields that the file lists.
        let is_unchanged = !unread.loops.iter().any(|item| loops::has_moved(notebook, item));
        // If the log has steps of imported loops, the listed loops include those steps, so the original event is needed.
        let is_implied = is_unchanged
            && !unread.has_more()
            && settings.iter().filter(|event| is_unread(event)).count() == 1
            && !settings.iter().any(|event| event.kind.is_of_loop());
        events.extend(settings.iter().filter(|event| !is_implied || !is_unread(event)));
    }
    events
}

/// Whether the client that a meeting names was merged into another one.
pub(super) fn has_moved(notebook: &Notebook, meeting: &Meeting) -> bool {
    notebook.client_of(meeting) != meeting.opening.client
}
