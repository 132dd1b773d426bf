//! What a meeting's object says of the time when it was over. Here nothing makes a meeting unsound: what is not as the
//! contract has it stays in the object, and is not read.

use crate::codec::value::Value;
use crate::event::capture::Capture;
use crate::event::id::EventId;
use crate::event::limits::{MAX_NAME, MAX_STEPS, MAX_WORDS};
use crate::event::review::{After, Answer, Chain, ChainText, Cost, CostKind, Notice, NoticeText};
use crate::imported::fields::text;
use crate::imported::part_id;
use crate::time::Day;

/// What is said of the meeting as a whole.
pub(super) fn meeting(id: EventId, object: &Value) -> After {
    let number = |name: &str| object.field(name).and_then(Value::whole::<u8>);
    let costs = after_items(id, object, "cost").into_iter();
    let notices = after_items(id, object, "notices").into_iter();
    After {
        guess_percent: number("guess_talk_percent").filter(|percent| *percent <= 100),
        felt_heard: number("felt_heard").filter(|step| (1..=5).contains(step)),
        costs: costs.filter_map(|(id, item)| Some((id, cost(item)?))).collect(),
        notices: notices.filter_map(|(id, item)| Some(Notice { id, says: says(item)? })).collect(),
        stories: Vec::new(),
    }
}

/// The items of a list, each with the name that it has here. What has none in the file is named by its place there.
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

/// A capture, with what is said of it.
pub(super) fn capture(capture: Capture, object: &Value) -> Capture {
    let answer = object.field("confirmed").and_then(Value::text).and_then(Answer::of_word);
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

fn items<'a, 'b>(object: &'b Value<'a>, name: &str) -> &'b [Value<'a>] {
    match object.field(name) {
        Some(Value::List(list)) => list,
        _ => &[],
    }
}

/// A text that says something.
fn said(object: &Value, name: &str, most: usize) -> Option<String> {
    text(object.field(name)?, most).filter(|text| !text.trim().is_empty())
}

fn words(object: &Value, name: &str) -> Option<String> {
    said(object, name, MAX_WORDS)
}

fn cost(object: &Value) -> Option<Cost> {
    let kind = CostKind::of_word(object.field("kind")?.text()?)?;
    Some(Cost { kind, whom: said(object, "whom", MAX_NAME), note: words(object, "note") })
}

fn says(object: &Value) -> Option<NoticeText> {
    Some(NoticeText {
        what: words(object, "what")?,
        how_long: words(object, "how_long"),
        how_to_stop: words(object, "how_to_stop"),
    })
}

/// The chains of an outcome: the list of them, or the one that every tool may write.
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
