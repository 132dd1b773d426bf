//! Both stores in a real browser: what is written and what is left alone, and what a repair changes.

mod local_storage;
mod quota;
mod repair;
mod write_queue;

use heard_core::event::kind::{EventKind, MeetingKind, Opening};
use heard_core::{DocumentId, Event, EventId, Notebook, Record, Timestamp, codec};

use crate::page::{Own, storage};
use crate::persistence::keys;
use crate::persistence::scan::Found;

const BOOT: DocumentId = DocumentId::from_random(0xbeef);

fn id(n: u64) -> EventId {
    EventId { n, boot: BOOT }
}

fn event(n: u64, of: Record, kind: EventKind) -> Event {
    let at = Timestamp { boot: BOOT, wall_ms: 5, mono_ms: n };
    Event { n, at, of, kind, raw: None }
}

/// The event that adds a client.
fn client(n: u64, name: &str) -> Event {
    event(n, Record::Begun(id(n)), EventKind::ClientAdded { name: name.to_owned() })
}

/// A meeting of three events from `n` on: it opens, a moment is marked, it ends.
fn meeting(n: u64) -> [Event; 3] {
    let opening = Opening {
        client: None,
        kind: MeetingKind::default(),
        us: 1,
        them: 1,
        began_ms_ago: 0,
        aim_percent: None,
        utc_offset_min: 0,
    };
    let of = Record::Begun(id(n));
    [
        event(n, of, EventKind::MeetingOpened(opening)),
        event(n + 1, of, EventKind::MomentMarked),
        event(n + 2, of, EventKind::MeetingEnded),
    ]
}

/// The entry of an event.
fn entry(event: &Event) -> (String, String) {
    (keys::event(event.id()), codec::write(event))
}

/// The entry of a closed meeting, which is its archive.
fn archive(events: &[Event]) -> (String, String) {
    let lines: Vec<String> = events.iter().map(codec::write).collect();
    let text = heard_core::codec::archive::write(lines.iter().map(String::as_str));
    (keys::segment(events[0].id()), text)
}

/// What is found in a store with these entries.
fn found(entries: &[(String, String)]) -> Found {
    Found::sort_out(entries.iter().cloned())
}

/// The notebook with what both stores hold.
fn notebook(local: &Found, durable: &Found) -> Notebook {
    [local, durable].iter().fold(Notebook::default(), |notebook, found| {
        notebook
            .with_events(found.events.values().cloned())
            .with_packed(found.packed.values().cloned())
            .with_newer(found.newer.iter().map(|(_, line)| line.as_str()))
    })
}

/// The numbers of the events found, in order.
fn numbers(found: &Found) -> Vec<u64> {
    found.events.values().map(|event| event.n).collect()
}

/// Writes an entry to localStorage directly, as another document would.
fn put(own: &Own, name: &str, value: &str) {
    storage().set_item(&format!("heard:{}:{name}", own.0), value).unwrap();
}
