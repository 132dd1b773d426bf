//! English, for loops.

use heard_core::loops::{StateKind, Step, StepKind};

use super::numbers::{count, count_of};
use crate::i18n::strings::loops::Loops;

/// Stands in for the name of whoever raised a loop, at the start of a sentence.
const THEY: &str = "They";

pub(super) const LOOPS: Loops = Loops {
    title: "Loops",
    title_of: |client| format!("Loops for {client}"),
    waiting: "someone is waiting",
    see: "See their loops",
    all_clients: "All clients",
    empty: "No loops yet. Issues they raise and promises you make stay here until the client closes them.",
    empty_of: "No loops for this client.",
    search: "Search words and names",
    filters: "Filters",
    any: "Any",
    status: "Status",
    kind: "Kind",
    client: "Client",
    no_client: "No client",
    unassigned: "Unassigned",
    count: |shown, all| {
        let loops = count_of(all, "loop");
        if shown == all { loops } else { format!("{shown} of {loops}") }
    },
    none: "No matches. They may have used other words.",
    show_all: "Clear search and filters",
    show_closed: |count| format!("Show closed ({count})"),
    hide_closed: "Hide closed",
    due_soon: "Due",
    by_silence: "Longest without an update",
    silence: |days| match days {
        0 => ("today".into(), ""),
        1 => ("1".into(), "day"),
        days => (days.to_string(), "days"),
    },
    state: |state| match state {
        StateKind::Heard => "Heard",
        StateKind::Acknowledged => "Acknowledged",
        StateKind::Doing => "In progress",
        StateKind::Done => "Done",
        StateKind::NotDoing => "Not doing",
    },
    closed: "Closed",
    in_black_hole: "In the black hole",
    never_updated: |who| format!("no update to {who} yet"),
    since_update: |who| format!("since the last update to {who}"),
    them: "them",
    they: THEY,
    updated_ago: |days| match days {
        0 => "updated today".into(),
        1 => "last update yesterday".into(),
        days => format!("last update {days} days ago"),
    },
    raised_ago: |days| match days {
        0 => "raised today".into(),
        1 => "raised yesterday, no update yet".into(),
        days => format!("raised {days} days ago, no update yet"),
    },
    closed_on: |day| format!("closed on {day}"),
    raised_times: |times| match times {
        2 => "Raised twice".into(),
        times => format!("Raised {times} times"),
    },
    due: |days, day| match days {
        ..=-1 => format!("{} overdue", count(days.unsigned_abs(), "day")),
        0 => "Due today".into(),
        1 => "Due tomorrow".into(),
        2..=7 => format!("Due in {days} days"),
        _ => format!("Due {day}"),
    },
    raised: "When they raised it",
    owner: "Owner",
    promised_by: "Due date",
    since: "History",
    nothing_since: "Nothing yet.",
    step_taken: |step| match step {
        Step::RaisedAgain => "They raised it again".into(),
        Step::Acknowledged => "Acknowledged".into(),
        Step::Started => "Started".into(),
        Step::Finished => "Done on our side".into(),
        Step::Declined { because } => format!("Not doing it: {}", because.as_str()),
        Step::ToldBack { how } => format!("Updated them: {}", how.as_str()),
        Step::Closed => "They closed it".into(),
    },
    next: "Next step",
    offer: |kind, who| match kind {
        StepKind::TellBack => "Updated them…".into(),
        StepKind::Acknowledge => "Acknowledged".into(),
        StepKind::Start => "Started".into(),
        StepKind::Finish => "Done".into(),
        StepKind::Decline => "Not doing it…".into(),
        StepKind::RaiseAgain => format!("{who} raised it again"),
        StepKind::Close if who == THEY => "They say it’s closed".into(),
        StepKind::Close => format!("{who} says it’s closed"),
    },
    step_saved: |kind| match kind {
        StepKind::TellBack => "Saved: you updated them.",
        StepKind::Acknowledge => "Saved: acknowledged.",
        StepKind::Start => "Saved: started.",
        StepKind::Finish => "Saved: done. You haven’t told them yet.",
        StepKind::Decline => "Saved, with the reason. You haven’t told them yet.",
        StepKind::RaiseAgain => "Saved: they raised it again.",
        StepKind::Close => "Saved: they closed it.",
    },
    how: "How?",
    ways: ["in person", "by phone", "by email", "by message"],
    other_way: "Or in your own words",
    when: "When?",
    because: "Why not? Say it the way you’d say it to them.",
    save: "Save",
    no_way_yet: "Add how you updated them first.",
    no_reason_yet: "Add a reason first.",
    day_in_future: "That day hasn’t come yet.",
    day_too_early: "They hadn’t raised it yet on that day.",
    black_hole_after: "In the black hole after",
    black_hole_hint: "A loop that gets no update from you for this long is shown as being in the black hole. 14 days is our own convention, not a study.",
    days: |days| count(days.into(), "day"),
};
