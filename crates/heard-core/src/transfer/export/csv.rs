//! The notebook as one table, after RFC 4180: a row for each thing, so that any tool can count and filter.

use crate::event::capture::{Kind, Tally};
use crate::event::floor::{Floor, Party};
use crate::event::review::Answer;
use crate::event::timestamp::Timestamp;
use crate::meeting::metrics::Metrics;
use crate::meeting::{Interval, Meeting, State};
use crate::notebook::Notebook;
use crate::time::rfc3339;
use crate::transfer::export::Wanted;
use crate::transfer::export::names::Names;
use crate::transfer::export::parts::decimal;

/// The columns. Times are milliseconds from the start of the meeting, the share is of talk and listening together.
const HEADER: &str = "client,meeting,meeting_started_at,row,kind,floor,start_ms,end_ms,words,said_by,count,\
talk_ms,listen_ms,talk_share_of_speech,confirmed\r\n";

/// The notebook as CSV. A meeting that still runs is told up to `now`.
///
/// In UTF-8 and without a byte order mark: RFC 4180 knows of none, and most tools would take it for a part of the
/// first column's name. A spreadsheet that guesses another encoding lets one choose UTF-8 when it imports.
pub fn csv(notebook: &Notebook, wanted: Wanted, now: Timestamp) -> String {
    let names = Names::of(notebook);
    let mut table = HEADER.to_owned();
    for meeting in names.meetings(notebook, wanted) {
        let opening = &meeting.opening;
        let client =
            opening.client.and_then(|id| notebook.client(id)).map_or("", |client| &client.name);
        let started_at = rfc3339(meeting.started_wall_ms, opening.utc_offset_min);
        let id = names.text(meeting.id);
        let of = [&*cell(client), &*cell(&id), &*started_at].join(",");
        for row in rows(meeting, wanted, now) {
            table.push_str(&of);
            row.write(&mut table);
            table.push_str("\r\n");
        }
    }
    table
}

/// One thing; what it has not is empty.
#[derive(Default)]
struct Row<'a> {
    thing: &'static str,
    kind: &'static str,
    floor: Option<Floor>,
    start_ms: Option<u64>,
    end_ms: Option<u64>,
    words: &'a str,
    said_by: &'a str,
    count: Option<u32>,
    measures: Option<Metrics>,
    /// Whether the client has said yes to the words: `yes`, `not-quite`, or `unconfirmed`.
    confirmed: &'static str,
}

impl Row<'_> {
    fn write(&self, to: &mut String) {
        let number = |ms: Option<u64>| ms.map(|ms| ms.to_string()).unwrap_or_default();
        let measures = self.measures.as_ref();
        let share = measures.and_then(|m| m.share_of_speech(Party::Consultant, 10_000));
        for cell in [
            self.thing.to_owned(),
            self.kind.to_owned(),
            self.floor.map_or("", Floor::word).to_owned(),
            number(self.start_ms),
            number(self.end_ms),
            cell(self.words),
            cell(self.said_by),
            number(self.count.map(u64::from)),
            number(measures.map(|m| m.talk_ms)),
            number(measures.map(|m| m.listen_ms)),
            share.map(decimal).unwrap_or_default(),
            self.confirmed.to_owned(),
        ] {
            to.push(',');
            to.push_str(&cell);
        }
    }
}

fn rows(meeting: &Meeting, wanted: Wanted, now: Timestamp) -> Vec<Row<'_>> {
    let until_ms = meeting.position(now);
    let stretches = meeting.intervals(until_ms);
    let mut rows = vec![Row {
        thing: "meeting",
        kind: meeting.opening.kind.word(),
        start_ms: Some(0),
        end_ms: Some(until_ms),
        measures: Some(Metrics::of(&stretches)),
        ..Row::default()
    }];
    rows.extend(stretches.iter().map(timed));
    rows.extend(meeting.marks.iter().map(|mark| Row {
        thing: "mark",
        floor: mark.floor,
        start_ms: Some(mark.at_ms),
        ..Row::default()
    }));
    let is_shown = |kind| wanted.is_private() || kind != Kind::Held;
    let shown = meeting.captures.iter().filter(|capture| is_shown(capture.kind));
    rows.extend(shown.map(|capture| Row {
        thing: "capture",
        kind: capture.kind.word(),
        floor: capture.floor,
        start_ms: Some(capture.at_ms),
        words: &capture.words,
        said_by: capture.said_by.as_deref().unwrap_or_default(),
        confirmed: match capture.kind {
            // These are not read back: one was not given, the other did not happen.
            Kind::Held | Kind::Spared => "",
            _ => capture.answer.map_or("unconfirmed", Answer::word),
        },
        ..Row::default()
    }));
    if wanted.is_private() {
        rows.extend(Tally::ALL.into_iter().map(|tally| Row {
            thing: "tally",
            kind: tally.word(),
            count: Some(meeting.tallies.of(tally)),
            ..Row::default()
        }));
    }
    rows
}

fn timed<'a>(stretch: &Interval) -> Row<'a> {
    let (thing, floor) = match stretch.state {
        State::Floor(floor) => ("turn", Some(floor)),
        State::Break => ("break", None),
    };
    let (start_ms, end_ms) = (Some(stretch.start_ms), Some(stretch.end_ms));
    Row { thing, floor, start_ms, end_ms, ..Row::default() }
}

/// Somebody's text as a cell.
///
/// Spreadsheets take what begins like a formula for one, so such a text gets an apostrophe before it (CWE-1236, and
/// 1.2.10 of OWASP's ASVS 5). A NUL, at which some readers end the text, becomes the character that says so; other
/// control characters stay, within quotes.
pub(super) fn cell(text: &str) -> String {
    const FORMULA: [char; 12] = [
        '=', '+', '-', '@', '\t', '\r', '\n', '\0', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}',
    ];
    let guard = if text.starts_with(FORMULA) { "'" } else { "" };
    let text = [guard, &text.replace('\0', "\u{fffd}")].concat();
    let needs_quotes = |c: char| matches!(c, '"' | ',' | ';' | ' ') || c.is_control();
    if text.contains(needs_quotes) {
        ["\"", &text.replace('"', "\"\""), "\""].concat()
    } else {
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_begins_like_a_formula_is_a_text_again() {
        for (text, written) in [
            ("=1+1", "'=1+1"),
            ("+1", "'+1"),
            ("-1", "'-1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\t=1", "\"'\t=1\""),
            ("\r=1", "\"'\r=1\""),
            ("\n=1", "\"'\n=1\""),
            ("\0=1", "'\u{fffd}=1"),
            ("＝1", "'＝1"),
            ("＋1", "'＋1"),
            ("－1", "'－1"),
            ("＠x", "'＠x"),
        ] {
            assert_eq!(cell(text), written);
        }
        assert_eq!(cell("1=1"), "1=1");
    }

    #[test]
    fn what_would_break_a_row_is_quoted() {
        for (text, written) in [
            ("", ""),
            ("plain", "plain"),
            ("a,b", "\"a,b\""),
            ("say \"no\"", "\"say \"\"no\"\"\""),
            ("one\r\ntwo", "\"one\r\ntwo\""),
            ("bell\u{7}", "\"bell\u{7}\""),
            ("nul\0", "nul\u{fffd}"),
        ] {
            assert_eq!(cell(text), written);
        }
    }
}
