//! Validation of events of the review of a meeting against the present state.

use crate::event::capture::{Capture, Kind};
use crate::event::id::EventId;
use crate::event::kind::EventKind;
use crate::event::limits::{MAX_STEPS, check_name, check_words};
use crate::event::refusal::Refusal;
use crate::event::review::{ChainText, NoticeText};
use crate::meeting::Meeting;
use crate::validate::ensure::ensure;

/// The maximum number of captures that can be ranked.
const MAX_RANKED: usize = 10_000;

/// Checks that what an event refers to exists, and that the event would change it.
pub(super) fn knows(meeting: &Meeting, kind: &EventKind) -> Result<(), Refusal> {
    let find = |id: EventId| meeting.captures.iter().find(|capture| capture.id == id);
    let known = |id: EventId| find(id).ok_or(Refusal::Unknown);
    let after = &meeting.after;
    match kind {
        EventKind::KindChanged { capture, to } => {
            let capture = known(*capture)?;
            ensure(capture.kind != *to, Refusal::AlreadyHeld)?;
            // Only a held answer needs no words.
            let wordless = capture.words.trim().is_empty() && *to != Kind::Held;
            ensure(!wordless, Refusal::NoWords)
        }
        EventKind::Attributed { capture, to } => {
            ensure(known(*capture)?.said_by != *to, Refusal::AlreadyHeld)
        }
        EventKind::Reworded { capture, ours } => {
            ensure(known(*capture)?.ours != *ours, Refusal::AlreadyHeld)
        }
        EventKind::Planned { capture, known_by, by } => {
            let capture = known(*capture)?;
            let is_new = (&capture.known_by, capture.by) != (known_by, *by);
            ensure(is_new, Refusal::AlreadyHeld)
        }
        EventKind::ReadBack { capture, answer } => {
            ensure(known(*capture)?.answer != Some(*answer), Refusal::AlreadyHeld)
        }
        EventKind::ChainDrawn { outcome, chain, .. } => {
            let drawn = |capture: &Capture, id| capture.chains.iter().any(|chain| chain.id == id);
            let outcome = known(*outcome)?;
            ensure(chain.is_none_or(|id| drawn(outcome, id)), Refusal::Unknown)
        }
        EventKind::Ranked { captures } => {
            let is_there = |(place, id): (usize, &EventId)| {
                find(*id).is_some() && !captures[..place].contains(id)
            };
            ensure(captures.len() <= MAX_RANKED, Refusal::OutOfRange)?;
            ensure(captures.iter().enumerate().all(is_there), Refusal::Unknown)
        }
        EventKind::CostNoted { cost: Some(id), .. }
        | EventKind::NoticeWritten { notice: Some(id), .. }
        | EventKind::StoryWritten { story: Some(id), .. } => {
            ensure(after.has(*id), Refusal::Unknown)
        }
        _ => Ok(()),
    }
}

/// Checks the lengths of texts and the ranges of numbers.
pub(super) fn fits(kind: &EventKind) -> Result<(), Refusal> {
    let some = |text: &Option<String>| text.as_deref().map_or(Ok(()), check_words);
    match kind {
        EventKind::Guessed { percent } => ensure(*percent <= 100, Refusal::OutOfRange),
        EventKind::FeltHeard { step } => ensure((1..=5).contains(step), Refusal::OutOfRange),
        EventKind::Attributed { to, .. } => to.as_deref().map_or(Ok(()), check_name),
        EventKind::Reworded { ours, .. } => some(ours),
        EventKind::Planned { known_by, .. } => some(known_by),
        EventKind::ChainDrawn { links: ChainText { steps, hurts }, .. } => {
            ensure(!steps.is_empty(), Refusal::NoWords)?;
            ensure(steps.len() <= MAX_STEPS, Refusal::TooLong)?;
            steps.iter().try_for_each(|step| check_words(step))?;
            some(hurts)
        }
        EventKind::CostNoted { text, .. } => {
            text.whom.as_deref().map_or(Ok(()), check_name)?;
            some(&text.note)
        }
        EventKind::NoticeWritten { text: NoticeText { what, how_long, how_to_stop }, .. } => {
            check_words(what)?;
            some(how_long)?;
            some(how_to_stop)
        }
        EventKind::StoryWritten { learned, changed, .. } => {
            check_words(learned)?;
            some(changed)
        }
        _ => Ok(()),
    }
}
