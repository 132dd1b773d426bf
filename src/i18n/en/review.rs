//! English, for the screen after a meeting.

use super::numbers::{band_range, count_or_no};
use crate::i18n::strings::review::{Past, Review};

pub(super) const REVIEW: Review = Review {
    talked: |percent| format!("You did {percent} of the talking."),
    unknown: "The floor was never passed, so Heard can’t tell who talked.",
    within: |band| format!("Typical for this kind of meeting ({}).", band_range(band)),
    over: |band| format!("More than is typical for this kind of meeting ({}).", band_range(band)),
    under: |band| {
        format!(
            "Less than is typical for this kind of meeting ({}). Did you say all you needed to?",
            band_range(band)
        )
    },
    longest_turn: "your longest turn",
    opening_story: "they talked before you first spoke",
    never_spoke: "they talked, and you never took the floor",
    longest_story: "their longest turn",
    changes: "speaker changes",
    held: "answers you held",
    talk: "you talked",
    listen: "you listened",
    whole_meeting: "the whole meeting",
    breaks: "on break",
    marks: "Moments you marked",
    no_notes: "No notes yet.",
    turns: "Correct the turns",
    turns_hint: "Times count from the start of the meeting. You can undo every correction.",
    turn_of: |whose, start| format!("{whose}, from {start}"),
    start_time: "Starts at",
    floor_holder: "Who had the floor",
    add_change: "Add a missed speaker change",
    change_time: "Time of the missed change",
    done: "Done",
    file: "Export",
    add_note: "Add a note",
};

pub(super) const PAST: Past = Past {
    title: "Past meetings",
    none: "No meetings yet. Your first one will show up here.",
    notes: |notes| count_or_no(notes, "note"),
};
