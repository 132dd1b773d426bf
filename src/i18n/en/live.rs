//! English, for the screen during a meeting.

use heard_core::event::capture::Kind;
use heard_core::meeting::away::Counted;

use super::numbers::{count, duration};
use crate::i18n::strings::live::{Away, Capture, Live};

pub(super) const LIVE: Live = Live {
    listening: "Listening",
    talking: "You are talking",
    on_break: "Break",
    open: "Nobody talking",
    hint_listening: "tap when you speak",
    hint_talking: "tap when they speak",
    hint_on_break: "tap to resume",
    them: "them",
    you: "you",
    elapsed: "Time since the start",
    strip: "Timeline: their turns, your turns and marks",
    nudge: |ms| format!("{}. What would they say next if you stopped here?", duration(ms)),
    mark: "Mark",
    take_break: "Break",
    resume: "Resume",
    end: "End",
    marked: |at| format!("Marked at {at}."),
    mark_legend: "mark",
    captured: |kind| match kind {
        Kind::Outcome => "Outcome saved.",
        Kind::Insight => "Insight saved.",
        Kind::Issue => "Issue saved.",
        Kind::Promise => "Promise saved.",
        Kind::Spared => "Saved as spared.",
        Kind::Held => "Answer held.",
    },
    counted: |what, times| format!("{what}: {times}."),
    began: "Listening. The client has the floor.",
    ended: "Meeting ended.",
    undone: "Undone.",
    redone: "Redone.",
    deleted: "Deleted. Undo brings it back.",
    edited: "Edited. The original is kept too.",
    corrected: "Turn corrected.",
    minutes: |minutes| format!("{}.", count(minutes, "minute")),
};

pub(super) const CAPTURE: Capture = Capture {
    line: "In their words…",
    line_held: "An answer to hold for later…",
    kind: "Kind of note",
    said_by: "Who said it?",
    too_long: |most| {
        format!(
            "Too long: {most} characters at most. Nothing is lost; shorten it or split it into several notes."
        )
    },
    edit: "Edit",
    delete: "Delete",
    save: "Save",
    original: "Original",
    held_without: "A held answer",
    held: "Held",
    actions_for: |what, of| format!("{what}: {of}"),
};

pub(super) const AWAY: Away = Away {
    title: "Time away",
    found: |length, from| format!("Away for {length}, from {from}."),
    why: "This page was asleep or closed, so Heard can’t tell who spoke.",
    counted: "Count it as",
    left_out: "away, not counted",
    noticed: "Time away noticed.",
    answered: "Counted.",
    count_as: |counted| match counted {
        Counted::LeftOut => "Leave out",
        Counted::Talk => "You",
        Counted::Listen => "Them",
    },
};
