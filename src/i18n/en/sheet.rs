//! English, of a sheet.

use heard_core::sheet::{Became, Labels};

use crate::i18n::strings::sheet::Sheet;

pub(super) const SHEET: Sheet = Sheet {
    title: "You said, we did",
    title_for: |name| format!("You said, we did: {name}"),
    when: "Which time?",
    spans: ["This quarter", "This year", "Last 12 months", "All of it"],
    from: "From",
    to: "To",
    table: "Loops as a table",
    files: ["you-said-we-did", "loops"],
    labels: Labels {
        title: "You said, we did, you were spared",
        nobody: "Meetings without a client",
        period: |from, to| match (from, to) {
            (Some(from), Some(to)) => format!("{from} to {to}"),
            (Some(from), None) => format!("since {from}"),
            (None, Some(to)) => format!("until {to}"),
            (None, None) => "everything so far".to_owned(),
        },
        intro: "In your words, with what became of each.",
        closing: "If I left something out, or if it looks different from where you sit, please tell me.",
        nothing: "Nothing is noted for this time.",
        section: |became| match became {
            Became::Done => "You said, and it is done",
            Became::Closed => "You said, and you closed it",
            Became::Doing => "You said, and we are at it",
            Became::Open => "You said, and it is still open",
            Became::NotDoing => "You said, and we will not do it",
        },
        spared: "You were spared",
        promise: "we promised",
        told_us: |times| match times {
            2 => "You told us twice.".to_owned(),
            times => format!("You told us {times} times."),
        },
        again: "Again: ",
        done_on: "done on ",
        yours_to_close: "yours to close",
        closed_on: "you closed it on ",
        begun_on: "begun on ",
        by: "promised for ",
        word_on: "you last had word on ",
        no_word: "you have had no word from us yet",
        because: "Because: ",
        declined_on: "decided on ",
    },
};
