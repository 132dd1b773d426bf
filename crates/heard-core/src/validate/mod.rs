//! Validation: whether the present state of a notebook allows an event. Merging accepts every event; only this module
//! refuses.

mod clients;
mod ensure;
mod loops;
pub(crate) mod review;

pub use crate::event::limits::{MAX_AGO_MS, MAX_NAME, MAX_STEPS, MAX_WORDS};

use crate::event::Event;
use crate::event::capture::Kind;
use crate::event::floor::Floor;
use crate::event::id::{EventId, Record};
use crate::event::kind::{EventKind, NewCapture, Opening};
use crate::event::limits::{check_name, check_words};
use crate::event::refusal::Refusal;
use crate::event::settings::Setting;
use crate::meeting::log::Log;
use crate::meeting::{Meeting, State};
use crate::notebook::Notebook;
use crate::validate::ensure::ensure;

impl Notebook {
    /// Returns the notebook with one more event.
    ///
    /// # Errors
    ///
    /// Returns the reason for the refusal if the present state does not allow the event. The notebook itself is not
    /// changed.
    pub fn apply(&self, event: &Event) -> Result<Self, Refusal> {
        admit(self, event)?;
        Ok(self.merged(event))
    }
}

/// Checks whether the present state of the notebook allows an event.
fn admit(notebook: &Notebook, event: &Event) -> Result<(), Refusal> {
    match (&event.kind, event.of) {
        (EventKind::ClientAdded { name }, Record::Begun(id)) if id == event.id() => {
            check_name(name)
        }
        (EventKind::MeetingOpened(opening), Record::Begun(id)) if id == event.id() => {
            may_open(notebook, opening)
        }
        (EventKind::SettingChanged(setting), Record::Settings) => in_range(*setting),
        (EventKind::FileSaved, Record::Settings) => Ok(()),
        // Imported records are merged and never added as single events.
        (
            EventKind::ClientAdded { .. }
            | EventKind::MeetingOpened(_)
            | EventKind::SettingChanged(_)
            | EventKind::FileSaved
            | EventKind::ClientImported(_)
            | EventKind::MeetingImported(_)
            | EventKind::DataImported(_),
            _,
        ) => Err(Refusal::Unknown),
        (kind, Record::Begun(id)) if notebook.is_client(id) => clients::admit(notebook, id, kind),
        (EventKind::ClientRenamed { .. } | EventKind::ClientMerged { .. }, _) => {
            Err(Refusal::Unknown)
        }
        (kind, Record::Settings) => loops::of_settings(notebook, event, kind),
        (_, Record::Begun(id)) => {
            of_meeting(notebook, notebook.log(id).ok_or(Refusal::NoMeeting)?, event)
        }
    }
}

/// Returns whether the values of an event are valid by themselves: no text is too long and no number is out of range.
pub(crate) fn is_sound(kind: &EventKind) -> bool {
    let sound = match kind {
        EventKind::ClientAdded { name } | EventKind::ClientRenamed { name } => check_name(name),
        EventKind::MeetingOpened(opening) => opens(opening),
        EventKind::SettingChanged(setting) => in_range(*setting),
        EventKind::Captured(catch) => caught(catch),
        EventKind::Amended { words, .. } => check_words(words),
        kind if kind.is_of_loop() => loops::fits(kind),
        kind => review::fits(kind),
    };
    sound.is_ok()
}

/// Checks whether a meeting can be opened: none is running, and its values and its client are valid.
fn may_open(notebook: &Notebook, opening: &Opening) -> Result<(), Refusal> {
    ensure(notebook.running().is_none(), Refusal::AlreadyRunning)?;
    opens(opening)?;
    ensure(opening.client.is_none_or(|id| notebook.client(id).is_some()), Refusal::Unknown)
}

/// Checks the values of an opening.
fn opens(opening: &Opening) -> Result<(), Refusal> {
    ensure(opening.us > 0 && opening.them > 0, Refusal::OutOfRange)?;
    ensure(opening.began_ms_ago <= MAX_AGO_MS, Refusal::OutOfRange)?;
    ensure(is_aim(opening.aim_percent), Refusal::OutOfRange)
}

/// Checks an event of a meeting's record.
fn of_meeting(notebook: &Notebook, log: &Log, event: &Event) -> Result<(), Refusal> {
    match &event.kind {
        EventKind::Undone { event } => {
            ensure(log.history().may_be_undone(*event), Refusal::NothingToUndo)?;
            stays_alone(notebook, log)
        }
        EventKind::Redone { event } => {
            ensure(log.history().redoable() == Some(*event), Refusal::NothingToRedo)?;
            stays_alone(notebook, log)
        }
        kind if kind.is_of_loop() => loops::admit(notebook, event),
        kind => {
            let meeting = log.meeting().ok_or(Refusal::NoMeeting)?;
            if is_allowed_after_end(kind) {
                afterwards(meeting, event)
            } else {
                ensure(meeting.ended_ms.is_none(), Refusal::NoMeeting)?;
                while_running(meeting, kind)
            }
        }
    }
}

/// Checks that undoing an end, or redoing an opening, does not result in two running meetings.
fn stays_alone(notebook: &Notebook, log: &Log) -> Result<(), Refusal> {
    ensure(notebook.running().is_none_or(|running| running.id == log.id), Refusal::AlreadyRunning)
}

/// Checks an event that is allowed only in a running meeting.
fn while_running(meeting: &Meeting, kind: &EventKind) -> Result<(), Refusal> {
    let resting = meeting.state() == State::Break;
    match kind {
        EventKind::FloorTaken { by, .. } => {
            ensure(meeting.floor() != Some((*by).into()), Refusal::AlreadyHeld)
        }
        EventKind::FloorLeft { .. } => {
            ensure(meeting.floor() != Some(Floor::Open), Refusal::AlreadyHeld)
        }
        EventKind::BreakTaken => ensure(!resting, Refusal::OnBreak),
        EventKind::BreakEnded => ensure(resting, Refusal::NotOnBreak),
        _ => Ok(()),
    }
}

/// Returns whether an event of this kind is also allowed after the end of the meeting.
const fn is_allowed_after_end(kind: &EventKind) -> bool {
    match kind {
        EventKind::Captured(_)
        | EventKind::Amended { .. }
        | EventKind::Struck { .. }
        | EventKind::TurnMoved { .. }
        | EventKind::TurnGiven { .. }
        | EventKind::TurnSplit { .. }
        | EventKind::AwayCounted { .. }
        | EventKind::Guessed { .. }
        | EventKind::KindChanged { .. }
        | EventKind::Attributed { .. }
        | EventKind::Reworded { .. }
        | EventKind::Planned { .. }
        | EventKind::ChainDrawn { .. }
        | EventKind::ReadBack { .. }
        | EventKind::Ranked { .. }
        | EventKind::FeltHeard { .. }
        | EventKind::CostNoted { .. }
        | EventKind::NoticeWritten { .. }
        | EventKind::StoryWritten { .. } => true,
        EventKind::ClientAdded { .. }
        | EventKind::ClientRenamed { .. }
        | EventKind::ClientMerged { .. }
        | EventKind::ClientImported(_)
        | EventKind::MeetingOpened(_)
        | EventKind::MeetingImported(_)
        | EventKind::MeetingEnded
        | EventKind::DataImported(_)
        | EventKind::SettingChanged(_)
        | EventKind::FileSaved
        | EventKind::FloorTaken { .. }
        | EventKind::FloorLeft { .. }
        | EventKind::BreakTaken
        | EventKind::BreakEnded
        | EventKind::MomentMarked
        | EventKind::Tallied(_)
        | EventKind::AwayFound { .. }
        | EventKind::Likened { .. }
        | EventKind::LoopStepped(_)
        | EventKind::LoopAssigned { .. }
        | EventKind::Undone { .. }
        | EventKind::Redone { .. } => false,
    }
}

/// Checks an event that is allowed during and after a meeting.
fn afterwards(meeting: &Meeting, event: &Event) -> Result<(), Refusal> {
    let until_ms = meeting.position(event.at);
    match &event.kind {
        EventKind::Captured(catch) => {
            let has_mark = |id| meeting.marks.iter().any(|mark| mark.id == id);
            ensure(catch.mark.is_none_or(has_mark), Refusal::Unknown)?;
            caught(catch)
        }
        EventKind::Amended { capture, words } => {
            ensure(has_capture(meeting, *capture), Refusal::Unknown)?;
            check_words(words)
        }
        EventKind::Struck { what } => {
            let marked = meeting.marks.iter().any(|mark| mark.id == *what);
            let drawn = meeting.captures.iter().flat_map(|capture| &capture.chains);
            let chained = drawn.into_iter().any(|chain| chain.id == *what);
            let is_in_effect =
                marked || chained || has_capture(meeting, *what) || meeting.after.has(*what);
            ensure(is_in_effect, Refusal::Unknown)
        }
        EventKind::TurnMoved { turn, to_ms } => {
            ensure(meeting.has_turn(*turn), Refusal::Unknown)?;
            let (from, to) = meeting.room_to_move(*turn, until_ms).ok_or(Refusal::OutOfRoom)?;
            ensure((from..=to).contains(to_ms), Refusal::OutOfRoom)
        }
        EventKind::TurnGiven { turn, to } => {
            let given = meeting.state_of(*turn).ok_or(Refusal::Unknown)?;
            ensure(given != State::Floor(*to), Refusal::AlreadyHeld)
        }
        EventKind::TurnSplit { at_ms, .. } => {
            ensure(*at_ms > 0 && *at_ms < until_ms, Refusal::OutOfRoom)
        }
        EventKind::AwayCounted { away, counted } => {
            let stretches = meeting.intervals(until_ms);
            let mut parts = stretches
                .iter()
                .filter_map(|part| part.away)
                .filter(|part| part.0 == *away)
                .peekable();
            ensure(parts.peek().is_some(), Refusal::Unknown)?;
            ensure(parts.any(|part| part.1 != *counted), Refusal::AlreadyHeld)
        }
        kind => {
            review::knows(meeting, kind)?;
            review::fits(kind)
        }
    }
}

fn has_capture(meeting: &Meeting, id: EventId) -> bool {
    meeting.captures.iter().any(|capture| capture.id == id)
}

/// Checks the texts of a new capture. A held answer needs no words: the record that it was held is enough.
fn caught(catch: &NewCapture) -> Result<(), Refusal> {
    if let Some(name) = &catch.said_by {
        check_name(name)?;
    }
    if catch.kind == Kind::Held && catch.words.trim().is_empty() {
        return Ok(());
    }
    check_words(&catch.words)
}

/// Checks the range of a setting: aim in percent, nudge in seconds, retention in months, black hole in days.
fn in_range(setting: Setting) -> Result<(), Refusal> {
    let fits = match setting {
        Setting::Aim(percent) => is_aim(percent),
        Setting::Nudge(seconds) => seconds.is_none_or(|s| (10..=3_600).contains(&s)),
        Setting::Face(_) | Setting::Theme(_) | Setting::KeepOpenLoops(_) => true,
        Setting::Retention(months) => months.is_none_or(|months| (1..=1_200).contains(&months)),
        Setting::BlackHole(days) => (1..=365).contains(&days),
    };
    ensure(fits, Refusal::OutOfRange)
}

/// Returns whether an aim is in the range of 1 to 99 percent, or not set.
fn is_aim(percent: Option<u8>) -> bool {
    percent.is_none_or(|percent| (1..=99).contains(&percent))
}
