//! Validation of events of loops against the present state.

use crate::event::Event;
use crate::event::id::{EventId, Record};
use crate::event::kind::EventKind;
use crate::event::limits::check_name;
use crate::event::loop_step::Stepped;
use crate::event::refusal::Refusal;
use crate::meeting::undo::History;
use crate::notebook::Notebook;
use crate::validate::ensure::ensure;

/// The largest offset of local time from UTC, in minutes: one day.
const MOST_OFFSET_MIN: i16 = 1_440;
/// How far the time of a step may be after that of its event, in milliseconds: one day, because the clocks of two
/// machines may differ. There is no limit for steps that are recorded late.
const DAY_MS: i64 = 86_400_000;

/// Checks whether the present state allows an event of a loop.
pub(super) fn admit(notebook: &Notebook, event: &Event) -> Result<(), Refusal> {
    fits(&event.kind)?;
    match &event.kind {
        EventKind::LoopStepped(Stepped { which, step, at }) => {
            let one = kept_in(notebook, *which, event.of)?;
            ensure(at.wall_ms <= event.at.wall_ms.saturating_add(DAY_MS), Refusal::OutOfRange)?;
            one.try_step(step.clone(), *at).map(drop)
        }
        EventKind::LoopAssigned { which, owner, by } => {
            let one = kept_in(notebook, *which, event.of)?;
            ensure((&one.owner, &one.promised_by) != (owner, by), Refusal::AlreadyHeld)
        }
        EventKind::Likened { capture, to } => likened(notebook, event.of, *capture, *to),
        _ => Err(Refusal::Unknown),
    }
}

/// Returns the loop `which`, or a refusal if its steps are not stored in the record `home`.
fn kept_in(
    notebook: &Notebook,
    which: EventId,
    home: Record,
) -> Result<std::rc::Rc<crate::loops::Loop>, Refusal> {
    let known = notebook.find_loop(which).filter(|one| one.id == which && one.home == home);
    known.ok_or(Refusal::Unknown)
}

/// Checks that a capture and an older loop of the same client can be treated as the same loop.
fn likened(
    notebook: &Notebook,
    of: Record,
    capture: EventId,
    to: Option<EventId>,
) -> Result<(), Refusal> {
    let Record::Begun(meeting) = of else { return Err(Refusal::Unknown) };
    let caught = notebook.meeting(meeting).ok_or(Refusal::Unknown)?;
    let mut captures = caught.captures.iter();
    ensure(captures.any(|one| one.id == capture && one.begins_loop()), Refusal::Unknown)?;
    let known = notebook.find_loop(capture).ok_or(Refusal::Unknown)?;
    let Some(to) = to else { return Ok(()) };
    let older = notebook.find_loop(to).filter(|one| one.id == to).ok_or(Refusal::Unknown)?;
    ensure(older.id < capture && older.client == known.client, Refusal::Unknown)?;
    ensure(known.id != older.id, Refusal::AlreadyHeld)
}

/// Checks an event of an imported loop, whose steps are stored in the record of the settings.
pub(super) fn of_settings(
    notebook: &Notebook,
    event: &Event,
    kind: &EventKind,
) -> Result<(), Refusal> {
    match kind {
        EventKind::Undone { event } => {
            let settings = notebook.settings_events();
            let undone = settings.binary_search_by_key(event, Event::id).ok();
            let is_step = undone.is_some_and(|place| settings[place].kind.which_loop().is_some());
            let may_be_undone = is_step && History::of(settings).may_be_undone(*event);
            ensure(may_be_undone, Refusal::NothingToUndo)
        }
        kind if kind.which_loop().is_some() => admit(notebook, event),
        _ => Err(Refusal::NoMeeting),
    }
}

/// Checks the lengths of texts and the ranges of numbers.
pub(super) fn fits(kind: &EventKind) -> Result<(), Refusal> {
    match kind {
        EventKind::LoopStepped(Stepped { at, .. }) => {
            let in_range = at.utc_offset_min.abs() <= MOST_OFFSET_MIN && at.wall_ms >= 0;
            ensure(in_range, Refusal::OutOfRange)
        }
        EventKind::LoopAssigned { owner, .. } => owner.as_deref().map_or(Ok(()), check_name),
        _ => Ok(()),
    }
}
