//! A notebook's claims, in a real browser: what is kept and left alone, and what makes both ropes hold the same.

pub(crate) mod carrying;
pub(crate) mod keeping;
pub(crate) mod planning;
pub(crate) mod sharing_out;

use heard_core::event::kind::{EventKind, MeetingKind, Opening};
use heard_core::{DocumentId, EventId, Notebook, Record, Timestamp};

use super::*;
use crate::page::{Own, storage};

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

/// An event as it is kept by itself.
fn kept(event: &Event) -> (String, String) {
    (keys::event(event.id()), codec::write(event))
}

/// A meeting as it is kept once it is closed.
fn closed(events: &[Event]) -> (String, String) {
    let lines: Vec<String> = events.iter().map(codec::write).collect();
    let text = heard_core::codec::archive::write(lines.iter().map(String::as_str));
    (keys::segment(events[0].id()), text)
}

/// What one rope holds, of these texts.
fn found(texts: &[(String, String)]) -> Found {
    Found::sort_out(texts.iter().cloned())
}

/// What both ropes come to.
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

/// Writes past the notebook, as another document or a mishap would.
fn put(own: &Own, rest: &str, value: &str) {
    storage().set_item(&format!("heard:{}:{rest}", own.0), value).unwrap();
}
