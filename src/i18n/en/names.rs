//! English, of kinds of captures, meetings and tallies.

use heard_core::act::MeetingKind;
use heard_core::capture::{Kind, Tally};

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
        Kind::Promise => "What you promised",
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
