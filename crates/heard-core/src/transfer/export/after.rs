//! The fields of a meeting and its captures that are filled in after the meeting.

use serde::Serialize;

use crate::codec::value::{to_json, to_raw};
use crate::event::capture::Capture;
use crate::event::id::EventId;
use crate::event::review::{After, Chain, Cost, CostKind, Notice};
use crate::imported::ExtraFields;
use crate::meeting::Meeting;
use crate::transfer::export::object::{Json, Object};

/// A field of an exported object. Its value is the one from the log, or else the one of an imported file, or else
/// empty.
struct Field {
    name: &'static str,
    /// The value from the log, as JSON.
    own: Option<String>,
    /// The empty value, as JSON; `None` where the field is left out instead.
    empty: Option<&'static str>,
}

impl Field {
    fn write(&self, to: &mut Object, extra: Option<&ExtraFields>) {
        let own = self.own.as_deref();
        let value = own.or_else(|| extra.and_then(|extra| extra.field(self.name))).or(self.empty);
        if let Some(json) = value {
            to.put_json(self.name, json);
        }
    }
}

/// Writes the fields of a meeting: always the notices, and the private fields if `private`.
pub(super) fn write_meeting(
    to: &mut Object,
    meeting: &Meeting,
    private: bool,
    extra: Option<&ExtraFields>,
) {
    for field in meeting_fields(&meeting.after, private) {
        field.write(to, extra);
    }
}

fn meeting_fields(after: &After, private: bool) -> [Field; 4] {
    let number = |number: Option<u8>| number.filter(|_| private).map(|number| number.to_string());
    let costs = list(after.costs.iter().map(CostItem::of));
    [
        field("guess_talk_percent", number(after.guess_percent), Some("null")),
        field("felt_heard", number(after.felt_heard), Some("null")),
        field("cost", costs.filter(|_| private), Some("[]")),
        field("notices", list(after.notices.iter().map(NoticeItem::of)), None),
    ]
}

/// Writes the fields of a capture. A file for the client has the answer, the rank and what was agreed, but not the
/// consultant's own wording and chains.
pub(super) fn write_capture(
    to: &mut Object,
    capture: &Capture,
    private: bool,
    extra: Option<&ExtraFields>,
) {
    for field in capture_fields(capture, private) {
        field.write(to, extra);
    }
}

fn capture_fields(capture: &Capture, private: bool) -> [Field; 9] {
    let chains = &capture.chains[..if private { capture.chains.len() } else { 0 }];
    let first = chains.first().map(|chain| &chain.links);
    let ours = capture.ours.as_ref().filter(|_| private);
    [
        field("ours", json(ours), Some("null")),
        field("confirmed", json(capture.answer.as_ref()), Some("null")),
        field("rank", json(capture.rank.as_ref()), Some("null")),
        field("chain", first.and_then(|links| list(links.steps.iter())), Some("[]")),
        field("hurts", json(first.and_then(|links| links.hurts.as_ref())), Some("null")),
        field("chains", list(chains.iter().map(ChainItem::of)), None),
        field("known_by", json(capture.known_by.as_ref()), None),
        field("by_when", json(capture.by.as_ref()), None),
        field("mark", json(capture.mark.as_ref()), None),
    ]
}

const fn field(name: &'static str, own: Option<String>, empty: Option<&'static str>) -> Field {
    Field { name, own, empty }
}

fn json(value: Option<&impl Serialize>) -> Option<String> {
    value.map(|value| to_json(value))
}

/// A list as JSON; `None` if it is empty.
fn list(items: impl Iterator<Item = impl Serialize>) -> Option<String> {
    let items: Vec<_> = items.collect();
    (!items.is_empty()).then(|| to_json(&items))
}

#[derive(Serialize)]
struct CostItem<'a> {
    id: EventId,
    kind: CostKind,
    whom: Option<&'a str>,
    note: Option<&'a str>,
}

impl<'a> CostItem<'a> {
    fn of((id, cost): &'a (EventId, Cost)) -> Self {
        let Cost { kind, whom, note } = cost;
        Self { id: *id, kind: *kind, whom: whom.as_deref(), note: note.as_deref() }
    }
}

#[derive(Serialize)]
struct NoticeItem<'a> {
    id: EventId,
    what: &'a str,
    how_long: Option<&'a str>,
    how_to_stop: Option<&'a str>,
}

impl<'a> NoticeItem<'a> {
    fn of(notice: &'a Notice) -> Self {
        Self {
            id: notice.id,
            what: &notice.text.what,
            how_long: notice.text.how_long.as_deref(),
            how_to_stop: notice.text.how_to_stop.as_deref(),
        }
    }
}

#[derive(Serialize)]
struct ChainItem<'a> {
    id: EventId,
    steps: &'a [String],
    hurts: Option<&'a str>,
}

impl<'a> ChainItem<'a> {
    fn of(chain: &'a Chain) -> Self {
        let links = &chain.links;
        Self { id: chain.id, steps: &links.steps, hurts: links.hurts.as_deref() }
    }
}

/// The names of the changed fields, with the new values as JSON. A removed value is the empty value of the field.
pub(super) type Changed = Vec<(&'static str, String)>;

/// The fields of a capture that changed since its import.
pub(super) fn changes_of_capture(before: &Capture, now: &Capture) -> Changed {
    changes(&capture_fields(before, true), &capture_fields(now, true))
}

/// The fields of a meeting that changed since its import.
pub(super) fn changes_of_meeting(before: &After, now: &After) -> Changed {
    changes(&meeting_fields(before, true), &meeting_fields(now, true))
}

fn changes(before: &[Field], now: &[Field]) -> Changed {
    let changed = before.iter().zip(now).filter(|(before, now)| before.own != now.own);
    let json = |now: &Field| now.own.as_deref().or(now.empty).unwrap_or("null").to_owned();
    changed.map(|(_, now)| (now.name, json(now))).collect()
}

/// An object with only the fields of this file, as recorded in the log.
pub(super) fn known(meeting: &Meeting) -> Json {
    let mut object = Object::default();
    write_meeting(&mut object, meeting, true, None);
    let captures = meeting.captures.iter().map(|one| {
        let mut object = Object::of("id", &one.id);
        write_capture(&mut object, one, true, None);
        object
    });
    object.put("captures", &captures.collect::<Vec<_>>());
    to_raw(&object)
}
