//! English names of kinds, meeting types and counters, and of the reasons why a command was refused.

use heard_core::Refusal;
use heard_core::event::capture::{Kind, Tally};
use heard_core::event::kind::MeetingKind;
use heard_core::event::review::CostKind;

pub(super) const fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Outcome => "Outcome",
        Kind::Insight => "Insight",
        Kind::Issue => "Issue",
        Kind::Promise => "Promise",
        Kind::Spared => "Spared",
        Kind::Held => "Hold my answer",
    }
}

pub(super) const fn kinds(kind: Kind) -> &'static str {
    match kind {
        Kind::Outcome => "Outcomes they want",
        Kind::Insight => "Insights",
        Kind::Issue => "Issues they raised",
        Kind::Promise => "Promises you made",
        Kind::Spared => "What they were spared",
        Kind::Held => "Answers you held",
    }
}

pub(super) const fn meeting_kind(kind: MeetingKind) -> &'static str {
    match kind {
        MeetingKind::Discovery => "Discovery",
        MeetingKind::WorkingSession => "Working session",
        MeetingKind::Demo => "Demo",
        MeetingKind::HardConversation => "Hard conversation",
    }
}

pub(super) const fn tally(tally: Tally) -> &'static str {
    match tally {
        Tally::Asked => "Asked",
        Tally::PlayedBack => "Played back",
        Tally::JumpedIn => "Jumped in",
    }
}

pub(super) const fn cost_kind(kind: CostKind) -> &'static str {
    match kind {
        CostKind::Pain => "Pain",
        CostKind::Disruption => "Disruption",
        CostKind::Inconvenience => "Inconvenience",
        CostKind::Expense => "Expense",
    }
}

pub(super) const fn refusal(refusal: Refusal) -> &'static str {
    match refusal {
        Refusal::NoMeeting => "No meeting is running. Start one first.",
        Refusal::AlreadyRunning => "A meeting is already running. End it first.",
        Refusal::AlreadyHeld => "Nothing to change.",
        Refusal::OnBreak => "Already on a break.",
        Refusal::NotOnBreak => "Not on a break.",
        Refusal::NoWords => "Add some words first.",
        Refusal::TooLong => "That’s too long. Nothing is lost: shorten it or split it up.",
        Refusal::Unknown => "Not found. It may have been deleted.",
        Refusal::OutOfRoom => "That time has to fall between the turns before and after it.",
        Refusal::NothingToUndo => "Nothing to undo.",
        Refusal::NothingToRedo => "Nothing to redo.",
        Refusal::OutOfRange => "That number is out of range.",
        Refusal::OutOfStep => "That step isn’t possible from the current status.",
        Refusal::NameTaken => {
            "Another client has this name. If they’re the same client, use “Merge with…”."
        }
        Refusal::Newer => {
            "A newer version of Heard has saved data here, so this one can’t. Reload the page."
        }
        Refusal::NoRoom => "The browser’s storage is full. Nothing has changed.",
    }
}
