//! Which acts of loops fit what is so.

use crate::event::Event;
use crate::event::id::{EventId, Record};
use crate::event::kind::Act;
use crate::event::loop_step::Stepped;
use crate::meeting::undo::History;
use crate::notebook::Desk;
use crate::validate::refusal::Refusal;
use crate::validate::{ensure, one_line};

/// The furthest that local time is from UTC, in minutes: a day.
const MOST_OFFSET_MIN: i16 = 1_440;
/// A step can be noted late, and not before it was taken; clocks of two machines may differ by a day, in milliseconds.
const DAY_MS: i64 = 86_400_000;

/// Whether an act of a loop fits what is so.
pub(super) fn admit(desk: &Desk, event: &Event) -> Result<(), Refusal> {
    fits(&event.act)?;
    match &event.act {
        Act::LoopStepped(Stepped { which, step, at }) => {
            let one = kept_in(desk, *which, event.of)?;
            ensure(at.wall_ms <= event.at.wall_ms.saturating_add(DAY_MS), Refusal::OutOfRange)?;
            one.standing().take(step.clone(), *at).map(drop)
        }
        Act::LoopAssigned { which, owner, by } => {
            let one = kept_in(desk, *which, event.of)?;
            ensure((&one.owner, &one.promised_by) != (owner, by), Refusal::AlreadyHeld)
        }
        Act::Likened { capture, to } => likened(desk, event.of, *capture, *to),
        _ => Err(Refusal::Unknown),
    }
}

/// The loop of a name, if its steps are kept in this record.
fn kept_in(
    desk: &Desk,
    which: EventId,
    home: Record,
) -> Result<std::rc::Rc<crate::loops::Loop>, Refusal> {
    let known = desk.find_loop(which).filter(|one| one.id == which && one.home == home);
    known.ok_or(Refusal::Unknown)
}

fn likened(desk: &Desk, of: Record, capture: EventId, to: Option<EventId>) -> Result<(), Refusal> {
    let Record::Begun(meeting) = of else { return Err(Refusal::Unknown) };
    let caught = desk.meeting(meeting).ok_or(Refusal::Unknown)?;
    let mut captures = caught.captures.iter();
    ensure(captures.any(|one| one.id == capture && one.begins_loop()), Refusal::Unknown)?;
    let known = desk.find_loop(capture).ok_or(Refusal::Unknown)?;
    let Some(to) = to else { return Ok(()) };
    let older = desk.find_loop(to).filter(|one| one.id == to).ok_or(Refusal::Unknown)?;
    ensure(older.id < capture && older.client == known.client, Refusal::Unknown)?;
    ensure(known.id != older.id, Refusal::AlreadyHeld)
}

/// What may be said of loops that a file brought: the settings keep it.
pub(super) fn of_settings(desk: &Desk, event: &Event, act: &Act) -> Result<(), Refusal> {
    match act {
        Act::Undone { event } => {
            let settings = desk.settings_events();
            let undone = settings.binary_search_by_key(event, Event::id).ok();
            let is_step = undone.is_some_and(|place| settings[place].act.which_loop().is_some());
            let stands = is_step && History::of(settings).may_be_undone(*event);
            ensure(stands, Refusal::NothingToUndo)
        }
        act if act.which_loop().is_some() => admit(desk, event),
        _ => Err(Refusal::NoMeeting),
    }
}

/// Whether its texts are not too long and its numbers in their ranges.
pub(super) fn fits(act: &Act) -> Result<(), Refusal> {
    match act {
        Act::LoopStepped(Stepped { at, .. }) => {
            let in_range = at.utc_offset_min.abs() <= MOST_OFFSET_MIN && at.wall_ms >= 0;
            ensure(in_range, Refusal::OutOfRange)
        }
        Act::LoopAssigned { owner, .. } => owner.as_deref().map_or(Ok(()), one_line),
        _ => Ok(()),
    }
}
