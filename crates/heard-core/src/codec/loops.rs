//! Reading and writing what is said of loops.

use crate::codec::decode::{id, maybe_id, maybe_text, text, whole};
use crate::codec::encode;
use crate::codec::review::{by, maybe, maybe_named};
use crate::event::kind::EventKind;
use crate::event::loop_step::{Step, Stepped};
use crate::json::{Json, Writer};
use crate::time::Local;

/// Reads an kind of these.
pub(super) fn with(name: &str, body: &Json) -> Option<EventKind> {
    Some(match name {
        "likened" => {
            EventKind::Likened { capture: id(body, "capture")?, to: maybe_id(body, "to")? }
        }
        "loop-stepped" => {
            let step = Step::of_word(text(body, "step")?, maybe_text(body, "says")?.as_deref())?;
            EventKind::LoopStepped(Stepped { which: id(body, "which")?, step, at: at(body)? })
        }
        "loop-assigned" => EventKind::LoopAssigned {
            which: id(body, "which")?,
            owner: maybe_text(body, "owner")?,
            by: by(body)?,
        },
        _ => return None,
    })
}

fn at(body: &Json) -> Option<Local> {
    Some(Local { wall_ms: whole(body, "at")?, utc_offset_min: whole(body, "utc_offset_min")? })
}

/// Writes the name of an kind of these, and its body.
pub(super) fn named(to: &mut Writer, kind: &EventKind) {
    match kind {
        EventKind::Likened { capture, to: older } => {
            encode::id(to.key("likened").object(), "capture", *capture);
            maybe_named(to, "to", *older);
        }
        EventKind::LoopStepped(stepped) => {
            encode::id(to.key("loop-stepped").object(), "which", stepped.which());
            encode::text(to, "step", stepped.step().word());
            maybe(to, "says", stepped.step().says());
            to.key("at").number(stepped.at().wall_ms);
            to.key("utc_offset_min").number(stepped.at().utc_offset_min);
        }
        EventKind::LoopAssigned { which, owner, by } => {
            encode::id(to.key("loop-assigned").object(), "which", *which);
            maybe(to, "owner", owner.as_deref());
            maybe(to, "by", by.map(|day| day.to_string()).as_deref());
        }
        _ => return,
    }
    to.end_object();
}
