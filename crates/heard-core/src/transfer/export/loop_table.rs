//! The loops as one table, with a row each.

use std::borrow::Cow;

use crate::codec::value::Value;
use crate::event::id::EventId;
use crate::imported::{UnreadData, id_text};
use crate::loops::{Loop, Phrase, State, loop_id};
use crate::notebook::Notebook;
use crate::sorted_map::Map;
use crate::time::{Day, Local};
use crate::transfer::export::cell::Cell;
use crate::transfer::export::csv_format;
use crate::transfer::export::wanted::{Audience, Wanted};

/// The columns. `_on` and `promised_by` are days of the local calendar; the silence is in days.
pub(super) const COLUMNS: [&str; 16] = [
    "id",
    "client",
    "kind",
    "words",
    "first_words",
    "raised_by",
    "raised_on",
    "times_raised",
    "owner",
    "promised_by",
    "state",
    "reason",
    "silence_days",
    "last_told_on",
    "told_how",
    "closed_by_client_on",
];

/// The loops as CSV in the format of RFC 4180, in the order in which they were first raised, with the silence counted up
/// to `today`. Encoding and apostrophes are as in [`csv`](super::csv).
///
/// The owner and the first words are left out for the client. A loop for which no update is due has an empty silence.
pub fn loops_csv(notebook: &Notebook, wanted: Wanted, today: Day) -> String {
    let mut table = csv_format::header(&COLUMNS);
    for row in rows(notebook, wanted, today) {
        csv_format::write_row(&mut table, row);
    }
    table
}

/// The rows of the table.
pub(super) fn rows<'a>(
    notebook: &'a Notebook,
    wanted: Wanted,
    today: Day,
) -> Vec<[Cell<'a>; COLUMNS.len()]> {
    let texts = texts(notebook);
    let row = |one: &'a Loop| {
        let id = texts.get(&one.id).cloned().unwrap_or_else(|| one.id.to_string());
        let client = one.client.and_then(|id| notebook.client(id));
        cells(one, id, client.map_or("", |client| &client.name), wanted.audience, today)
    };
    let all = notebook.loops().iter().filter(|one| wanted.has_loop(notebook, one));
    all.map(|one| row(one)).collect()
}

/// The identifiers of imported loops in their files.
fn texts(notebook: &Notebook) -> Map<EventId, String> {
    let text = |item: &String| {
        let object = Value::read(item)?;
        let text = id_text(&object)?;
        Some((loop_id(text), text.to_owned()))
    };
    UnreadData::of_all(notebook.settings_events()).loops.iter().filter_map(text).collect()
}

fn cells<'a>(
    one: &'a Loop,
    id: String,
    client: &'a str,
    audience: Audience,
    today: Day,
) -> [Cell<'a>; COLUMNS.len()] {
    let own =
        |text: Option<&'a str>| Cell::text_or_empty(text.filter(|_| audience == Audience::Me));
    let silence = one.awaits_word().then(|| one.silence_days(today));
    let update = one.last_update.as_ref();
    let because = match &one.state {
        State::NotDoing { because } => Some(because.as_str()),
        _ => None,
    };
    [
        Cell::Text(Cow::Owned(id)),
        Cell::text(client),
        Cell::text(one.kind.capture().as_str()),
        Cell::text(&one.words),
        own(one.earlier.first().map(String::as_str)),
        Cell::text_or_empty(one.raised_by()),
        Cell::Day(one.raised[0].at.day()),
        Cell::Number(u64::from(one.times_raised)),
        own(one.owner.as_deref()),
        Cell::day(one.promised_by),
        Cell::text(one.state.as_str()),
        Cell::text_or_empty(because),
        Cell::number(silence),
        Cell::day(update.map(|update| update.at.day())),
        Cell::text_or_empty(update.and_then(|update| update.how.as_ref()).map(Phrase::as_str)),
        Cell::day(one.closed.map(Local::day)),
    ]
}
