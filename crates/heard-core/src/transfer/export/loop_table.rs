//! The loops as one table in the format of RFC 4180, with a row each.

use crate::codec::value::Value;
use crate::event::id::EventId;
use crate::imported::{UnreadData, id_text};
use crate::loops::{Loop, Phrase, State, loop_id};
use crate::notebook::Notebook;
use crate::sorted_map::Map;
use crate::time::{Day, Local};
use crate::transfer::export::csv_cell::cell;
use crate::transfer::export::wanted::{Audience, Wanted};

/// The columns. `_on` and `promised_by` are days of the local calendar; the silence is in days.
const HEADER: &str = "id,client,kind,words,first_words,raised_by,raised_on,times_raised,owner,promised_by,\
state,reason,silence_days,last_told_on,told_how,closed_by_client_on\r\n";

/// The loops as CSV, in the order in which they were first raised, with the silence counted up to `today`.
///
/// The owner and the first words are left out for the client. A loop for which no update is due has an empty silence.
pub fn loops_csv(notebook: &Notebook, wanted: Wanted, today: Day) -> String {
    let texts = texts(notebook);
    let mut table = HEADER.to_owned();
    for one in notebook.loops().iter().filter(|one| wanted.has_loop(notebook, one)) {
        let client =
            one.client.and_then(|id| notebook.client(id)).map_or("", |client| &client.name);
        let cells = cells(one, wanted.audience, today);
        let id = texts.get(&one.id).cloned().unwrap_or_else(|| one.id.to_string());
        let mut row = [cell(&id), cell(client)].to_vec();
        row.extend(cells);
        table.push_str(&row.join(","));
        table.push_str("\r\n");
    }
    table
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

/// The cells of a row after the id and the client.
fn cells(one: &Loop, audience: Audience, today: Day) -> [String; 14] {
    let own = |text: Option<&str>| {
        let text = text.filter(|_| audience == Audience::Me);
        cell(text.unwrap_or_default())
    };
    let day = |day: Option<Day>| day.map(|day| day.to_string()).unwrap_or_default();
    let silence = one.awaits_word().then(|| one.silence_days(today).to_string());
    let update = one.last_update.as_ref();
    let because = match &one.state {
        State::NotDoing { because } => because.as_str(),
        _ => "",
    };
    [
        one.kind.capture().as_str().to_owned(),
        cell(&one.words),
        own(one.earlier.first().map(String::as_str)),
        cell(one.raised_by().unwrap_or_default()),
        one.raised[0].at.day().to_string(),
        one.times_raised.to_string(),
        own(one.owner.as_deref()),
        day(one.promised_by),
        one.state.as_str().to_owned(),
        cell(because),
        silence.unwrap_or_default(),
        day(update.map(|update| update.at.day())),
        cell(update.and_then(|update| update.how.as_ref()).map_or("", Phrase::as_str)),
        day(one.closed.map(Local::day)),
    ]
}
