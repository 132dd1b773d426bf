//! Reads loops that were imported from another tool's file, from the data that is kept unread.

use crate::codec::value::Value;
use crate::event::id::{EventId, Record};
use crate::event::loop_step::Step;
use crate::imported::{client_id, id_text};
use crate::loops::model::{Entry, Loop, LoopKind, Raise, Update};
use crate::loops::state::State;
use crate::time::{Day, Local, read_rfc3339};

/// The identifier of a loop that a file identifies by a text.
pub(crate) fn loop_id(text: &str) -> EventId {
    crate::imported::own(text).unwrap_or_else(|| EventId::named(&["loop ", text].concat()))
}

/// Reads a loop from its JSON object. `resolve` returns the client that a client was merged into, or the client itself.
///
/// `None` if the object has no identifier, no words, or no time at which the loop was raised.
pub(crate) fn read(item: &str, resolve: &dyn Fn(EventId) -> EventId) -> Option<Loop> {
    let object = Value::read(item)?;
    let text = |name: &str| {
        object.field(name).and_then(Value::text).filter(|text| !text.trim().is_empty())
    };
    let owned = |name: &str| text(name).map(str::to_owned);
    let words = owned("words")?;
    let kind = if text("kind") == Some("promise") { LoopKind::Promise } else { LoopKind::Issue };
    let first = Raise {
        at: local(text("raised_at")?)?,
        capture: None,
        meeting: None,
        words: Some(words.clone()),
        by: owned("raised_by"),
    };
    let reason = text("reason");
    let last_update = text("last_told_at").and_then(local).map(|at| Update { at, how: None });
    let state = text("state").and_then(|word| State::parse(word, reason)).unwrap_or_default();
    let mut one = Loop {
        id: loop_id(id_text(&object)?),
        home: Record::Settings,
        client: text("client").map(|id| resolve(client_id(id))),
        kind,
        words,
        earlier: Vec::new(),
        raised: vec![first],
        times_raised: object.field("times_raised").and_then(Value::whole).unwrap_or(1).max(1),
        owner: owned("owner"),
        promised_by: text("promised_by").and_then(day),
        updated_since_settled: last_update.is_some() && state.is_settled(),
        state,
        last_update,
        closed: text("closed_by_client_at").and_then(local),
        history: Vec::new(),
    };
    if let Some(Value::List(history)) = object.field("history") {
        one.history.extend(history.iter().filter_map(entry));
    }
    set_updated_since_settled(&mut one);
    Some(one)
}

/// Sets whether the client was informed after the last step that settled the loop, as far as the file's history shows.
fn set_updated_since_settled(one: &mut Loop) {
    let settles = |entry: &Entry| matches!(entry.step, Step::Finished | Step::Declined { .. });
    if let (Some(settled), Some(last_update)) =
        (one.history.iter().rev().find(|entry| settles(entry)), &one.last_update)
    {
        one.updated_since_settled =
            one.state.is_settled() && settled.at.wall_ms <= last_update.at.wall_ms;
    }
}

fn entry(object: &Value) -> Option<Entry> {
    let text = |name: &str| object.field(name).and_then(Value::text);
    let details = text("because").or_else(|| text("how"));
    Some(Entry { event: None, at: local(text("at")?)?, step: Step::parse(text("what")?, details)? })
}

fn local(text: &str) -> Option<Local> {
    let (wall_ms, utc_offset_min) = read_rfc3339(text)?;
    Some(Local { wall_ms, utc_offset_min })
}

/// Parses a day, or an RFC 3339 time, of which it returns the local day; `None` for any other text.
fn day(text: &str) -> Option<Day> {
    Day::parse(text).or_else(|| local(text).map(Local::day))
}
