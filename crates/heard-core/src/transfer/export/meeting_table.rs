//! The notebook as one table, with a row for each meeting, interval, mark, capture and tally.

use std::borrow::Cow;

use crate::event::capture::{Capture, Kind, Tally};
use crate::event::floor::{Floor, Party};
use crate::event::review::Answer;
use crate::event::timestamp::Timestamp;
use crate::meeting::metrics::Metrics;
use crate::meeting::{Interval, Meeting, State};
use crate::notebook::Notebook;
use crate::time::Local;
use crate::transfer::export::cell::Cell;
use crate::transfer::export::csv_format;
use crate::transfer::export::names::Names;
use crate::transfer::export::wanted::Wanted;

/// The columns. Times are milliseconds from the start of the meeting; the share is a fraction of talking and listening
/// together, 0 to 1. Readers may rely on the order, so new columns are at the end.
const COLUMNS: [&str; 20] = [
    "client",
    "meeting",
    "meeting_started_at",
    "row",
    "kind",
    "floor",
    "start_ms",
    "end_ms",
    "words",
    "said_by",
    "count",
    "talk_ms",
    "listen_ms",
    "talk_share_of_speech",
    "confirmed",
    "meeting_day",
    "meeting_time",
    "id",
    "by_when",
    "known_by",
];

/// The notebook as CSV in the format of RFC 4180, UTF-8 with a byte order mark. A running meeting is exported up to
/// `now`.
///
/// A text that a spreadsheet could evaluate has an apostrophe before it, which can be removed again; see
/// `docs/export-format.md`.
pub fn csv(notebook: &Notebook, wanted: Wanted, now: Timestamp) -> String {
    let names = Names::of(notebook);
    let mut table = csv_format::header(&COLUMNS);
    for meeting in names.meetings(notebook, wanted) {
        let id = names.text(meeting.id);
        let head = Head {
            client: client_name(notebook, meeting),
            meeting: &id,
            started: started(meeting),
        };
        for row in rows(meeting, &names, wanted, now) {
            csv_format::write_row(&mut table, row.cells(&head));
        }
    }
    table
}

/// The current name of a meeting's client; empty if it has none.
pub(super) fn client_name<'a>(notebook: &'a Notebook, meeting: &Meeting) -> &'a str {
    let client = meeting.opening.client.and_then(|id| notebook.client(id));
    client.map_or("", |client| &client.name)
}

/// The start of a meeting at the place where it was held.
pub(super) fn started(meeting: &Meeting) -> Local {
    let utc_offset_min = meeting.opening.utc_offset_min;
    Local { wall_ms: meeting.started_wall_ms, utc_offset_min }
}

/// The captures that the reader may see.
pub(super) fn shown_captures(meeting: &Meeting, wanted: Wanted) -> impl Iterator<Item = &Capture> {
    let is_shown = move |kind| wanted.is_private() || kind != Kind::Held;
    meeting.captures.iter().map(|capture| &**capture).filter(move |capture| is_shown(capture.kind))
}

/// The client's answer when the words were read back: `yes`, `not-quite` or `unconfirmed`; empty for the kinds that are
/// not read back.
pub(super) fn confirmed(capture: &Capture) -> &'static str {
    match capture.kind {
        Kind::Held | Kind::Spared => "",
        _ => capture.answer.map_or("unconfirmed", Answer::as_str),
    }
}

/// The cells that all rows of a meeting share.
struct Head<'a> {
    client: &'a str,
    meeting: &'a str,
    started: Local,
}

/// A row of the table; values that do not apply are `None`.
#[derive(Default)]
struct Row<'a> {
    thing: &'static str,
    kind: &'static str,
    floor: Option<Floor>,
    start_ms: Option<u64>,
    end_ms: Option<u64>,
    count: Option<u32>,
    measures: Option<Metrics>,
    id: Option<String>,
    capture: Option<&'a Capture>,
}

impl<'a> Row<'a> {
    fn cells(self, head: &Head<'a>) -> [Cell<'a>; COLUMNS.len()] {
        let (capture, measures) = (self.capture, self.measures.as_ref());
        let share = measures.and_then(|m| m.share_of_speech(Party::Consultant, 10_000));
        [
            Cell::text(head.client),
            Cell::text(head.meeting),
            Cell::Moment(head.started),
            Cell::text(self.thing),
            Cell::text(self.kind),
            Cell::text_or_empty(self.floor.map(Floor::as_str)),
            Cell::number(self.start_ms),
            Cell::number(self.end_ms),
            Cell::text_or_empty(capture.map(|one| &*one.words)),
            Cell::text_or_empty(capture.and_then(|one| one.said_by.as_deref())),
            Cell::number(self.count.map(u64::from)),
            Cell::number(measures.map(|m| m.talk_ms)),
            Cell::number(measures.map(|m| m.listen_ms)),
            Cell::share(share),
            Cell::text_or_empty(capture.map(confirmed)),
            Cell::Day(head.started.day()),
            Cell::Time(head.started.second_of_day()),
            self.id.map_or(Cell::Empty, |id| Cell::Text(Cow::Owned(id))),
            Cell::day(capture.and_then(|one| one.by)),
            Cell::text_or_empty(capture.and_then(|one| one.known_by.as_deref())),
        ]
    }
}

fn rows<'a>(meeting: &'a Meeting, names: &Names, wanted: Wanted, now: Timestamp) -> Vec<Row<'a>> {
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
        id: Some(names.text(mark.id)),
        ..Row::default()
    }));
    rows.extend(shown_captures(meeting, wanted).map(|capture| Row {
        thing: "capture",
        kind: capture.kind.as_str(),
        floor: capture.floor,
        start_ms: Some(capture.at_ms),
        id: Some(names.text(capture.id)),
        capture: Some(capture),
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
