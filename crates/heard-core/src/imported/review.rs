//! Reading of the review in a meeting object. Its fields never make a meeting invalid: values that do not match the
//! contract stay in the object and are ignored.

use crate::codec::value::Value;
use crate::event::capture::Capture;
use crate::event::id::EventId;
use crate::event::limits::{MAX_NAME, MAX_STEPS, MAX_WORDS};
use crate::event::review::{After, Answer, Chain, ChainText, Cost, CostKind, Notice, NoticeText};
use crate::imported::fields::text;
use crate::imported::part_id;
use crate::time::Day;

/// Reads what the review recorded about the meeting as a whole.
pub(super) fn meeting(id: EventId, object: &Value) -> After {
    let number = |name: &str| object.field(name).and_then(Value::whole::<u8>);
    let costs = after_items(id, object, "cost").into_iter();
    let notices = after_items(id, object, "notices").into_iter();
    After {
        guess_percent: number("guess_talk_percent").filter(|percent| *percent <= 100),
        felt_heard: number("felt_heard").filter(|step| (1..=5).contains(step)),
        costs: costs.filter_map(|(id, item)| Some((id, cost(item)?))).collect(),
        notices: notices
            .filter_map(|(id, item)| Some(Notice { id, text: notice_text(item)? }))
            .collect(),
        stories: Vec::new(),
    }
}

/// Returns the items of a list, each with its id. An item without an id in the file gets one derived from its place.
pub(crate) fn after_items<'a, 'b>(
    meeting: EventId,
    object: &'b Value<'a>,
    list: &str,
) -> Vec<(EventId, &'b Value<'a>)> {
    let name = |n: u32, item: &Value| match item.field("id").and_then(Value::text) {
        Some(own) => part_id(meeting, own),
        None => part_id(meeting, &format!("{list} {n}")),
    };
    items(object, list).iter().zip(1..).map(|(item, n)| (name(n, item), item)).collect()
}

/// Returns a capture with the fields of its review.
pub(super) fn capture(capture: Capture, object: &Value) -> Capture {
    let answer = object.field("confirmed").and_then(Value::text).and_then(Answer::parse);
    let by = object.field("by_when").and_then(Value::text).and_then(Day::parse);
    Capture {
        ours: words(object, "ours"),
        known_by: words(object, "known_by"),
        by,
        answer,
        rank: object.field("rank").and_then(Value::whole).filter(|rank| *rank > 0),
        chains: chains(capture.id, object),
        ..capture
    }
}

/// Returns the items of a list; empty if the field is missing or not a list.
fn items<'a, 'b>(object: &'b Value<'a>, name: &str) -> &'b [Value<'a>] {
    match object.field(name) {
        Some(Value::List(list)) => list,
        _ => &[],
    }
}

/// Reads a text of at most `most` characters; `None` if it is missing, longer or blank.
fn said(object: &Value, name: &str, most: usize) -> Option<String> {
    text(object.field(name)?, most).filter(|text| !text.trim().is_empty())
}

/// Reads a text of at most [`MAX_WORDS`] characters; `None` if it is missing, longer or blank.
fn words(object: &Value, name: &str) -> Option<String> {
    said(object, name, MAX_WORDS)
}

/// Reads a cost; `None` if its kind is missing or unknown.
fn cost(object: &Value) -> Option<Cost> {
    let kind = CostKind::parse(object.field("kind")?.text()?)?;
    Some(Cost { kind, whom: said(object, "whom", MAX_NAME), note: words(object, "note") })
}

/// Reads the text of a notice; `None` if it does not contain what was noticed.
fn notice_text(object: &Value) -> Option<NoticeText> {
    Some(NoticeText {
        what: words(object, "what")?,
        how_long: words(object, "how_long"),
        how_to_stop: words(object, "how_to_stop"),
    })
}

/// Reads the chains of an outcome: those of the list `chains`, or if there are none the single one of the field
/// `chain`, which every tool may write.
fn chains(capture: EventId, object: &Value) -> Vec<Chain> {
    let links = |object: &Value, steps: &str| {
        let steps = items(object, steps).iter().filter_map(|step| text(step, MAX_WORDS));
        let mut steps: Vec<String> = steps.filter(|step| !step.trim().is_empty()).collect();
        steps.truncate(MAX_STEPS);
        (!steps.is_empty()).then(|| ChainText { steps, hurts: words(object, "hurts") })
    };
    let named = |n: u32, own: Option<&str>| {
        let own = own.map_or_else(|| format!("chain {n}"), str::to_owned);
        part_id(capture, &own)
    };
    let listed = items(object, "chains").iter().zip(1_u32..).filter_map(|(item, n)| {
        let id = named(n, item.field("id").and_then(Value::text));
        Some(Chain { id, links: links(item, "steps")? })
    });
    let listed: Vec<Chain> = listed.collect();
    if !listed.is_empty() {
        return listed;
    }
    let one = links(object, "chain").map(|links| Chain { id: named(1, None), links });
    one.into_iter().collect()
}
