//! English, for the sheet "You said, we did".

use heard_core::report::sheet::{Labels, Status};

use crate::i18n::strings::sheet::Sheet;

pub(super) const SHEET: Sheet = Sheet {
    title: "You said, we did",
    title_for: |name| format!("You said, we did: {name}"),
    when: "Period",
    spans: ["This quarter", "This year", "Last 12 months", "All time"],
    from: "From",
    to: "To",
    table: "Loops as CSV",
    files: ["you-said-we-did", "loops"],
    labels: Labels {
        title: "You said, we did, you were spared",
        nobody: "Meetings without a client",
        period: |from, to| match (from, to) {
            (Some(from), Some(to)) => format!("{from} – {to}"),
            (Some(from), None) => format!("since {from}"),
            (None, Some(to)) => format!("until {to}"),
            (None, None) => "all time".to_owned(),
        },
        intro: "In your words, with what became of each.",
        closing: "If I left something out, or you see it differently, please tell me.",
        nothing: "Nothing noted for this period.",
        section: |status| match status {
            Status::Done => "You said, and it’s done",
            Status::Closed => "You said, and you closed it",
            Status::Doing => "You said, and we’re working on it",
            Status::Open => "You said, and it’s still open",
            Status::NotDoing => "You said, and we won’t do it",
        },
        spared: "You were spared",
        promise: "we promised",
        raised_times: |times| match times {
            2 => "You told us twice.".to_owned(),
            times => format!("You told us {times} times."),
        },
        again: "Again: ",
        done_on: "done on ",
        yours_to_close: "yours to close",
        closed_on: "you closed it on ",
        begun_on: "started on ",
        by: "due ",
        word_on: "last update on ",
        no_word: "no update from us yet",
        because: "Because: ",
        declined_on: "decided on ",
    },
};
