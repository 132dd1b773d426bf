//! Reading and writing what is said when a meeting is over.

use crate::codec::decode::{id, is_left_out, maybe_id, maybe_text, owned, text, whole};
use crate::codec::encode;
use crate::event::capture::Kind;
use crate::event::id::EventId;
use crate::event::kind::EventKind;
use crate::event::review::{Answer, Cost, CostKind, Links, Says};
use crate::json::{Json, Writer};
use crate::time::Day;

/// Reads an kind of these.
pub(super) fn with(name: &str, body: &Json) -> Option<EventKind> {
    let capture = || id(body, "capture");
    Some(match name {
        "guessed" => EventKind::Guessed { percent: whole(body, "percent")? },
        "kind-changed" => {
            EventKind::KindChanged { capture: capture()?, to: Kind::of_word(text(body, "to")?)? }
        }
        "attributed" => EventKind::Attributed { capture: capture()?, to: maybe_text(body, "to")? },
        "reworded" => EventKind::Reworded { capture: capture()?, ours: maybe_text(body, "ours")? },
        "planned" => EventKind::Planned {
            capture: capture()?,
            known_by: maybe_text(body, "known_by")?,
            by: by(body)?,
        },
        "chain-drawn" => EventKind::ChainDrawn {
            outcome: id(body, "outcome")?,
            chain: maybe_id(body, "chain")?,
            links: Links { steps: texts(body.field("steps")?)?, hurts: maybe_text(body, "hurts")? },
        },
        "read-back" => EventKind::ReadBack {
            capture: capture()?,
            answer: Answer::of_word(text(body, "answer")?)?,
        },
        "ranked" => EventKind::Ranked { captures: ids(body.field("captures")?)? },
        "felt-heard" => EventKind::FeltHeard { step: whole(body, "step")? },
        "cost-noted" => EventKind::CostNoted { cost: maybe_id(body, "cost")?, says: cost(body)? },
        "notice-written" => {
            EventKind::NoticeWritten { notice: maybe_id(body, "notice")?, says: says(body)? }
        }
        "story-written" => EventKind::StoryWritten {
            story: maybe_id(body, "story")?,
            learned: owned(body, "learned")?,
            changed: maybe_text(body, "changed")?,
        },
        _ => return None,
    })
}

#[allow(clippy::option_option, reason = "one layer for left out, one for unreadable")]
pub(super) fn by(body: &Json) -> Option<Option<Day>> {
    if is_left_out(body, "by") { Some(None) } else { Day::parse(text(body, "by")?).map(Some) }
}

fn says(body: &Json) -> Option<Says> {
    Some(Says {
        what: owned(body, "what")?,
        how_long: maybe_text(body, "how_long")?,
        how_to_stop: maybe_text(body, "how_to_stop")?,
    })
}

fn cost(body: &Json) -> Option<Cost> {
    Some(Cost {
        kind: CostKind::of_word(text(body, "kind")?)?,
        whom: maybe_text(body, "whom")?,
        note: maybe_text(body, "note")?,
    })
}

fn texts(list: &Json) -> Option<Vec<String>> {
    let Json::List(list) = list else { return None };
    list.iter().map(|text| text.text().map(str::to_owned)).collect()
}

fn ids(list: &Json) -> Option<Vec<EventId>> {
    let Json::List(list) = list else { return None };
    list.iter().map(|id| EventId::parse(id.text()?)).collect()
}

/// Writes the name of an kind of these, and its body.
pub(super) fn named(to: &mut Writer, kind: &EventKind) {
    let name = match kind {
        EventKind::Guessed { .. } => "guessed",
        EventKind::KindChanged { .. } => "kind-changed",
        EventKind::Attributed { .. } => "attributed",
        EventKind::Reworded { .. } => "reworded",
        EventKind::Planned { .. } => "planned",
        EventKind::ChainDrawn { .. } => "chain-drawn",
        EventKind::ReadBack { .. } => "read-back",
        EventKind::Ranked { .. } => "ranked",
        EventKind::FeltHeard { .. } => "felt-heard",
        EventKind::CostNoted { .. } => "cost-noted",
        EventKind::NoticeWritten { .. } => "notice-written",
        EventKind::StoryWritten { .. } => "story-written",
        _ => return,
    };
    to.key(name).object();
    body(to, kind);
    to.end_object();
}

fn body(to: &mut Writer, kind: &EventKind) {
    match kind {
        EventKind::Guessed { percent } => {
            to.key("percent").number(percent);
        }
        EventKind::FeltHeard { step } => {
            to.key("step").number(step);
        }
        EventKind::KindChanged { capture, to: kind } => {
            encode::id(to, "capture", *capture);
            encode::text(to, "to", kind.word());
        }
        EventKind::Attributed { capture, to: name } => {
            encode::id(to, "capture", *capture);
            maybe(to, "to", name.as_deref());
        }
        EventKind::Reworded { capture, ours } => {
            encode::id(to, "capture", *capture);
            maybe(to, "ours", ours.as_deref());
        }
        EventKind::Planned { capture, known_by, by } => {
            encode::id(to, "capture", *capture);
            maybe(to, "known_by", known_by.as_deref());
            maybe(to, "by", by.map(|day| day.to_string()).as_deref());
        }
        EventKind::ChainDrawn { outcome, chain, links } => {
            encode::id(to, "outcome", *outcome);
            maybe_named(to, "chain", *chain);
            list(to, "steps", links.steps.iter().map(String::as_str));
            maybe(to, "hurts", links.hurts.as_deref());
        }
        EventKind::ReadBack { capture, answer } => {
            encode::id(to, "capture", *capture);
            encode::text(to, "answer", answer.word());
        }
        EventKind::Ranked { captures } => {
            let names: Vec<String> = captures.iter().map(EventId::to_string).collect();
            list(to, "captures", names.iter().map(String::as_str));
        }
        EventKind::CostNoted { cost, says } => {
            maybe_named(to, "cost", *cost);
            encode::text(to, "kind", says.kind.word());
            maybe(to, "whom", says.whom.as_deref());
            maybe(to, "note", says.note.as_deref());
        }
        EventKind::NoticeWritten { notice, says } => {
            maybe_named(to, "notice", *notice);
            encode::text(to, "what", &says.what);
            maybe(to, "how_long", says.how_long.as_deref());
            maybe(to, "how_to_stop", says.how_to_stop.as_deref());
        }
        EventKind::StoryWritten { story, learned, changed } => {
            maybe_named(to, "story", *story);
            encode::text(to, "learned", learned);
            maybe(to, "changed", changed.as_deref());
        }
        _ => {}
    }
}

pub(super) fn maybe(to: &mut Writer, name: &str, text: Option<&str>) {
    if let Some(text) = text {
        encode::text(to, name, text);
    }
}

pub(super) fn maybe_named(to: &mut Writer, name: &str, id: Option<EventId>) {
    if let Some(id) = id {
        encode::id(to, name, id);
    }
}

fn list<'a>(to: &mut Writer, name: &str, texts: impl Iterator<Item = &'a str>) {
    to.key(name).list();
    for text in texts {
        to.text(text);
    }
    to.end_list();
}
