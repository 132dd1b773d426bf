//! The rows of the worksheets with meetings, turns and captures.

use std::borrow::Cow;

use crate::event::capture::{Capture, Tally};
use crate::event::floor::{Floor, Party};
use crate::event::timestamp::Timestamp;
use crate::meeting::metrics::Metrics;
use crate::meeting::{Interval, Meeting, State};
use crate::notebook::Notebook;
use crate::transfer::export::cell::Cell;
use crate::transfer::export::meeting_table::{client_name, confirmed, shown_captures, started};
use crate::transfer::export::names::Names;
use crate::transfer::export::wanted::Wanted;
use crate::transfer::export::workbook::worksheet::Worksheet;

/// The columns with which each row of a meeting begins.
macro_rules! columns {
    ($($own:literal),*) => { &["client", "meeting", "meeting_day", "meeting_time", $($own),*] };
}

const MEETINGS: &[&str] = columns![
    "kind",
    "us",
    "them",
    "length",
    "talk",
    "listen",
    "talk_share_of_speech",
    "length_ms",
    "talk_ms",
    "listen_ms",
    "longest_story_ms",
    "longest_talk_ms",
    "floor_changes",
    "asked",
    "played_back",
    "jumped_in",
    "guess_talk_percent",
    "felt_heard"
];
const TURNS: &[&str] =
    columns!["row", "floor", "start", "end", "length", "start_ms", "end_ms", "away_counted_as"];
const CAPTURES: &[&str] = columns![
    "id",
    "kind",
    "floor",
    "at",
    "at_ms",
    "words",
    "said_by",
    "confirmed",
    "rank",
    "by_when",
    "known_by"
];

/// The worksheets with the meetings, their turns and their captures.
pub(super) fn of_meetings(notebook: &Notebook, wanted: Wanted, now: Timestamp) -> [Worksheet; 3] {
    let names = Names::of(notebook);
    let [mut meetings, mut turns, mut captures] = [MEETINGS, TURNS, CAPTURES].map(Worksheet::of);
    for meeting in names.meetings(notebook, wanted) {
        let started = started(meeting);
        let head = [
            Cell::text(client_name(notebook, meeting)),
            Cell::Text(Cow::Owned(names.text(meeting.id))),
            Cell::Day(started.day()),
            Cell::Time(started.second_of_day()),
        ];
        let until_ms = meeting.position(now);
        let intervals = meeting.intervals(until_ms);
        let row = meeting_cells(meeting, until_ms, &Metrics::of(&intervals), wanted);
        meetings.row([&head, &row]);
        for interval in &intervals {
            turns.row([&head, &turn_cells(interval)]);
        }
        for capture in shown_captures(meeting, wanted) {
            let id = names.text(capture.id);
            captures.row([&head, &capture_cells(capture, id)]);
        }
    }
    [meetings, turns, captures]
}

fn meeting_cells(
    meeting: &Meeting,
    until_ms: u64,
    metrics: &Metrics,
    wanted: Wanted,
) -> Vec<Cell<'static>> {
    let opening = &meeting.opening;
    let own = |number: Option<u64>| Cell::number(number.filter(|_| wanted.is_private()));
    let mut cells = vec![
        Cell::text(opening.kind.as_str()),
        Cell::Number(opening.us.into()),
        Cell::Number(opening.them.into()),
        Cell::Duration(until_ms),
        Cell::Duration(metrics.talk_ms),
        Cell::Duration(metrics.listen_ms),
        Cell::share(metrics.share_of_speech(Party::Consultant, 10_000)),
        Cell::Number(until_ms),
        Cell::Number(metrics.talk_ms),
        Cell::Number(metrics.listen_ms),
        Cell::Number(metrics.longest_story_ms),
        Cell::Number(metrics.longest_talk_ms),
        Cell::Number(metrics.floor_changes.into()),
    ];
    cells.extend(Tally::ALL.map(|tally| own(Some(meeting.tallies.of(tally).into()))));
    let after = &meeting.after;
    cells.extend([after.guess_percent, after.felt_heard].map(|number| own(number.map(u64::from))));
    cells
}

fn turn_cells(interval: &Interval) -> [Cell<'static>; 8] {
    let (thing, floor) = match interval.state {
        State::Floor(floor) => ("turn", floor.as_str()),
        State::Break => ("break", ""),
    };
    [
        Cell::text(thing),
        Cell::text(floor),
        Cell::Duration(interval.start_ms),
        Cell::Duration(interval.end_ms),
        Cell::Duration(interval.ms()),
        Cell::Number(interval.start_ms),
        Cell::Number(interval.end_ms),
        Cell::text_or_empty(interval.away.map(|(_, counted)| counted.as_str())),
    ]
}

fn capture_cells(capture: &Capture, id: String) -> [Cell<'_>; 11] {
    [
        Cell::Text(Cow::Owned(id)),
        Cell::text(capture.kind.as_str()),
        Cell::text_or_empty(capture.floor.map(Floor::as_str)),
        Cell::Duration(capture.at_ms),
        Cell::Number(capture.at_ms),
        Cell::text(&capture.words),
        Cell::text_or_empty(capture.said_by.as_deref()),
        Cell::text(confirmed(capture)),
        Cell::number(capture.rank.map(u64::from)),
        Cell::day(capture.by),
        Cell::text_or_empty(capture.known_by.as_deref()),
    ]
}
