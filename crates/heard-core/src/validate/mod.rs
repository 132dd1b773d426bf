//! Which acts fit what is so. Folding takes every event as it comes; only here is anything refused.

mod clients;
mod loops;
pub mod refusal;
pub(crate) mod review;

pub use review::MAX_STEPS;

use crate::event::Event;
use crate::event::capture::Kind;
use crate::event::floor::Floor;
use crate::event::id::{EventId, Record};
use crate::event::kind::{Act, Catch, Opening};
use crate::event::settings::Setting;
use crate::meeting::log::Log;
use crate::meeting::{Meeting, State};
use crate::notebook::Desk;
use crate::validate::refusal::Refusal;

/// The longest words kept in one piece, in characters: some ten printed pages.
pub const MAX_WORDS: usize = 20_000;
/// The longest name of a client or a speaker, in characters.
pub const MAX_NAME: usize = 200;
/// The longest time that a meeting may have been going on before the touch: a day, in milliseconds.
pub const MAX_AGO_MS: u64 = 86_400_000;

/// Says whether an event may happen to this desk.
pub(crate) fn admit(desk: &Desk, event: &Event) -> Result<(), Refusal> {
    match (&event.act, event.of) {
        (Act::ClientAdded { name }, Record::Begun(id)) if id == event.id() => one_line(name),
        (Act::MeetingOpened(opening), Record::Begun(id)) if id == event.id() => {
            may_open(desk, opening)
        }
        (Act::SettingChanged(setting), Record::Settings) => in_range(*setting),
        (Act::FileSaved, Record::Settings) => Ok(()),
        // What a file brings is merged, and never said.
        (
            Act::ClientAdded { .. }
            | Act::MeetingOpened(_)
            | Act::SettingChanged(_)
            | Act::FileSaved
            | Act::ClientBrought { .. }
            | Act::MeetingBrought { .. }
            | Act::RestBrought { .. },
            _,
        ) => Err(Refusal::Unknown),
        (act, Record::Begun(id)) if desk.is_client(id) => clients::admit(desk, id, act),
        (Act::ClientRenamed { .. } | Act::ClientMerged { .. }, _) => Err(Refusal::Unknown),
        (act, Record::Settings) => loops::of_settings(desk, event, act),
        (_, Record::Begun(id)) => of_meeting(desk, desk.log(id).ok_or(Refusal::NoMeeting)?, event),
    }
}

/// Whether an act is one that some desk would have admitted: no text too long, no number out of its range.
pub(crate) fn is_sound(act: &Act) -> bool {
    let sound = match act {
        Act::ClientAdded { name } | Act::ClientRenamed { name } => one_line(name),
        Act::MeetingOpened(opening) => opens(opening),
        Act::SettingChanged(setting) => in_range(*setting),
        Act::Captured(catch) => caught(catch),
        Act::Amended { words, .. } => some_words(words),
        act if act.is_of_loop() => loops::fits(act),
        act => review::fits(act),
    };
    sound.is_ok()
}

fn may_open(desk: &Desk, opening: &Opening) -> Result<(), Refusal> {
    ensure(desk.running().is_none(), Refusal::AlreadyRunning)?;
    opens(opening)?;
    ensure(opening.client.is_none_or(|id| desk.client(id).is_some()), Refusal::Unknown)
}

fn opens(opening: &Opening) -> Result<(), Refusal> {
    ensure(opening.us > 0 && opening.them > 0, Refusal::OutOfRange)?;
    ensure(opening.began_ms_ago <= MAX_AGO_MS, Refusal::OutOfRange)?;
    ensure(is_aim(opening.aim_percent), Refusal::OutOfRange)
}

fn of_meeting(desk: &Desk, log: &Log, event: &Event) -> Result<(), Refusal> {
    match &event.act {
        Act::Undone { event } => {
            ensure(log.history().may_be_undone(*event), Refusal::NothingToUndo)?;
            stays_alone(desk, log)
        }
        Act::Redone { event } => {
            ensure(log.history().redoable() == Some(*event), Refusal::NothingToRedo)?;
            stays_alone(desk, log)
        }
        act if act.is_of_loop() => loops::admit(desk, event),
        act => {
            let meeting = log.meeting().ok_or(Refusal::NoMeeting)?;
            if goes_on_afterwards(act) {
                afterwards(meeting, event)
            } else {
                ensure(meeting.ended_ms.is_none(), Refusal::NoMeeting)?;
                while_running(meeting, act)
            }
        }
    }
}

/// Undoing an ending, or redoing an opening, must not make a second meeting run.
fn stays_alone(desk: &Desk, log: &Log) -> Result<(), Refusal> {
    ensure(desk.running().is_none_or(|running| running.id == log.id), Refusal::AlreadyRunning)
}

fn while_running(meeting: &Meeting, act: &Act) -> Result<(), Refusal> {
    let resting = meeting.state() == State::Break;
    match act {
        Act::FloorTaken { by, .. } => {
            ensure(meeting.floor() != Some((*by).into()), Refusal::AlreadyHeld)
        }
        Act::FloorLeft { .. } => ensure(meeting.floor() != Some(Floor::Open), Refusal::AlreadyHeld),
        Act::BreakTaken => ensure(!resting, Refusal::OnBreak),
        Act::BreakEnded => ensure(resting, Refusal::NotOnBreak),
        _ => Ok(()),
    }
}

const fn goes_on_afterwards(act: &Act) -> bool {
    matches!(
        act,
        Act::Captured(_)
            | Act::Amended { .. }
            | Act::Struck { .. }
            | Act::TurnMoved { .. }
            | Act::TurnGiven { .. }
            | Act::TurnSplit { .. }
            | Act::AwayCounted { .. }
            | Act::Guessed { .. }
            | Act::KindChanged { .. }
            | Act::Attributed { .. }
            | Act::Reworded { .. }
            | Act::Planned { .. }
            | Act::ChainDrawn { .. }
            | Act::ReadBack { .. }
            | Act::Ranked { .. }
            | Act::FeltHeard { .. }
            | Act::CostNoted { .. }
            | Act::NoticeWritten { .. }
            | Act::StoryWritten { .. }
    )
}

fn afterwards(meeting: &Meeting, event: &Event) -> Result<(), Refusal> {
    let until_ms = meeting.position(event.at);
    match &event.act {
        Act::Captured(catch) => {
            let has_mark = |id| meeting.marks.iter().any(|mark| mark.id == id);
            ensure(catch.mark.is_none_or(has_mark), Refusal::Unknown)?;
            caught(catch)
        }
        Act::Amended { capture, words } => {
            ensure(has_capture(meeting, *capture), Refusal::Unknown)?;
            some_words(words)
        }
        Act::Struck { what } => {
            let marked = meeting.marks.iter().any(|mark| mark.id == *what);
            let drawn = meeting.captures.iter().flat_map(|capture| &capture.chains);
            let chained = drawn.into_iter().any(|chain| chain.id == *what);
            let stands =
                marked || chained || has_capture(meeting, *what) || meeting.after.has(*what);
            ensure(stands, Refusal::Unknown)
        }
        Act::TurnMoved { turn, to_ms } => {
            ensure(meeting.has_turn(*turn), Refusal::Unknown)?;
            let (from, to) = meeting.room_to_move(*turn, until_ms).ok_or(Refusal::OutOfRoom)?;
            ensure((from..=to).contains(to_ms), Refusal::OutOfRoom)
        }
        Act::TurnGiven { turn, to } => {
            let given = meeting.state_of(*turn).ok_or(Refusal::Unknown)?;
            ensure(given != State::Floor(*to), Refusal::AlreadyHeld)
        }
        Act::TurnSplit { at_ms, .. } => ensure(*at_ms > 0 && *at_ms < until_ms, Refusal::OutOfRoom),
        Act::AwayCounted { away, counted } => {
            let stretches = meeting.stretches(until_ms);
            let mut parts = stretches
                .iter()
                .filter_map(|part| part.away)
                .filter(|part| part.0 == *away)
                .peekable();
            ensure(parts.peek().is_some(), Refusal::Unknown)?;
            ensure(parts.any(|part| part.1 != *counted), Refusal::AlreadyHeld)
        }
        act => {
            review::knows(meeting, act)?;
            review::fits(act)
        }
    }
}

fn has_capture(meeting: &Meeting, id: EventId) -> bool {
    meeting.captures.iter().any(|capture| capture.id == id)
}

/// An answer held needs no words: that it was not given is what counts.
fn caught(catch: &Catch) -> Result<(), Refusal> {
    if let Some(name) = &catch.said_by {
        one_line(name)?;
    }
    if catch.kind == Kind::Held && catch.words.trim().is_empty() {
        return Ok(());
    }
    some_words(&catch.words)
}

pub(crate) fn some_words(words: &str) -> Result<(), Refusal> {
    within(words, MAX_WORDS)
}

fn one_line(name: &str) -> Result<(), Refusal> {
    within(name, MAX_NAME)
}

fn within(text: &str, most: usize) -> Result<(), Refusal> {
    ensure(!text.trim().is_empty(), Refusal::NoWords)?;
    ensure(text.chars().nth(most).is_none(), Refusal::TooLong)
}

fn in_range(setting: Setting) -> Result<(), Refusal> {
    let fits = match setting {
        Setting::Aim(percent) => is_aim(percent),
        Setting::Nudge(seconds) => seconds.is_none_or(|s| (10..=3_600).contains(&s)),
        Setting::Face(_) | Setting::Theme(_) => true,
        Setting::Retention(months) => months.is_none_or(|months| (1..=1_200).contains(&months)),
        Setting::BlackHole(days) => (1..=365).contains(&days),
    };
    ensure(fits, Refusal::OutOfRange)
}

fn is_aim(percent: Option<u8>) -> bool {
    percent.is_none_or(|percent| (1..=99).contains(&percent))
}

const fn ensure(fits: bool, otherwise: Refusal) -> Result<(), Refusal> {
    if fits { Ok(()) } else { Err(otherwise) }
}
