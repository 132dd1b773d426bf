//! The notebook as one table in the format of RFC 4180, with a row for each meeting, interval, mark, capture and tally.

use crate::event::capture::{Kind, Tally};
use crate::event::floor::{Floor, Party};
use crate::event::review::Answer;
use crate::event::timestamp::Timestamp;
use crate::meeting::metrics::Metrics;
use crate::meeting::{Interval, Meeting, State};
use crate::notebook::Notebook;
use crate::time::rfc3339;
use crate::transfer::export::csv_cell::cell;
use crate::transfer::export::names::Names;
use crate::transfer::export::parts::decimal;
use crate::transfer::export::wanted::Wanted;

/// The columns. Times are milliseconds from the start of the meeting; the share is a fraction of talking and listening
/// together, 0 to 1.
const HEADER: &str = "client,meeting,meeting_started_at,row,kind,floor,start_ms,end_ms,words,said_by,count,\
talk_ms,listen_ms,talk_share_of_speech,confirmed\r\n";

/// The notebook as CSV. A running meeting is exported up to `now`.
///
/// The text is UTF-8 without a byte order mark: RFC 4180 does not mention one, and most tools read it as a part of the
/// first column's name. A spreadsheet that guesses another encoding offers UTF-8 in its import dialog.
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

/// A row of the table; values that do not apply are empty.
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
    /// The client's answer when the words were read back: `yes`, `not-quite` or `unconfirmed`.
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
            self.floor.map_or("", Floor::as_str).to_owned(),
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
        kind: meeting.opening.kind.as_str(),
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
        kind: capture.kind.as_str(),
        floor: capture.floor,
        start_ms: Some(capture.at_ms),
        words: &capture.words,
        said_by: capture.said_by.as_deref().unwrap_or_default(),
        confirmed: match capture.kind {
            // These kinds are not read back.
            Kind::Held | Kind::Spared => "",
            _ => capture.answer.map_or("unconfirmed", Answer::as_str),
        },
        ..Row::default()
    }));
    if wanted.is_private() {
        rows.extend(Tally::ALL.into_iter().map(|tally| Row {
            thing: "tally",
            kind: tally.as_str(),
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
