//! Promises with a day as an iCalendar file (RFC 5545), each as an all-day event. Events are used because most calendar
//! apps on phones do not show to-dos.

use crate::event::capture::{Capture, Kind};
use crate::event::id::EventId;
use crate::event::timestamp::Timestamp;
use crate::loops::Loop;
use crate::meeting::Meeting;
use crate::notebook::Notebook;
use crate::report::recap::Labels;
use crate::report::recap::meetings::wanted_meetings;
use crate::report::recap::text::{clean, one_line};
use crate::time::{Day, rfc3339};
use crate::transfer::export::Wanted;

/// The largest length of a line in octets, without its line break: RFC 5545, section 3.1.
const MOST_OCTETS: usize = 75;
/// The largest length of a summary in characters. Calendars show it on one line; the description has the complete text.
const MOST_LETTERS: usize = 120;
/// The length in characters of a day in the format of RFC 3339, `YYYY-MM-DD`.
const DAY: usize = 10;

/// Whether a meeting has a promise with a day.
pub fn has_dates(meeting: &Meeting) -> bool {
    dated(meeting).next().is_some()
}

/// The promises of a meeting that have a day.
fn dated(meeting: &Meeting) -> impl Iterator<Item = &Capture> {
    let promises = meeting.captures.iter().filter(|capture| capture.kind == Kind::Promise);
    promises.filter(|promise| promise.by.is_some()).map(|promise| &**promise)
}

/// Whether a selected loop would be an event of the calendar.
pub fn has_dated_loops(notebook: &Notebook, wanted: Wanted) -> bool {
    due(notebook, wanted).next().is_some()
}

/// The selected loops that are promised for a day and still open: neither done nor declined, and not closed by the
/// client.
fn due(notebook: &Notebook, wanted: Wanted) -> impl Iterator<Item = &Loop> {
    let wanted = notebook.loops().iter().filter(move |one| wanted.has_loop(notebook, one));
    let waits = |one: &&Loop| one.closed.is_none() && !one.state.is_settled();
    wanted.map(|one| &**one).filter(waits).filter(|one| one.promised_by.is_some())
}

/// The promises of the selected meeting that have a day, or all selected loops that are due on a day, as an iCalendar
/// file that was created at `now`. The identifier of an event does not change, so that a calendar that imported it
/// before updates its day.
///
/// Without any promise the calendar is empty. RFC 5545, section 3.6, requires at least one component, but readers
/// accept a calendar without one.
pub fn calendar(notebook: &Notebook, wanted: Wanted, now: Timestamp, labels: &Labels) -> String {
    let stamp = stamp(now);
    let mut to = String::new();
    put(&mut to, "BEGIN", "VCALENDAR");
    put(&mut to, "VERSION", "2.0");
    put(&mut to, "PRODID", "-//Heard//What I heard//EN");
    put(&mut to, "X-WR-CALNAME", &escape(labels.promised));
    let name = |client: Option<EventId>| {
        client.and_then(|id| notebook.client(id)).map_or("", |client| &client.name)
    };
    if wanted.meeting.is_some() {
        for meeting in wanted_meetings(notebook, wanted) {
            for promise in dated(meeting) {
                // A promise that repeats an earlier one is the same event as the earlier one.
                let id = notebook.find_loop(promise.id).map_or(promise.id, |one| one.id);
                event(
                    &mut to,
                    id,
                    promise.by,
                    [name(meeting.opening.client), &promise.words],
                    &stamp,
                );
            }
        }
    } else {
        for one in due(notebook, wanted) {
            event(&mut to, one.id, one.promised_by, [name(one.client), &one.words], &stamp);
        }
    }
    put(&mut to, "END", "VCALENDAR");
    to
}

fn event(to: &mut String, id: EventId, day: Option<Day>, text: [&str; 2], stamp: &str) {
    let Some(day) = day else { return };
    let [client, words] = text;
    let next = day.next().to_string();
    put(to, "BEGIN", "VEVENT");
    put(to, "UID", &["heard-", &id.to_string()].concat());
    put(to, "DTSTAMP", stamp);
    put(to, "DTSTART;VALUE=DATE", &day.to_string().replace('-', ""));
    // The last supported day has no next day in the format; without `DTEND`, an event lasts one day.
    if next.len() == DAY {
        put(to, "DTEND;VALUE=DATE", &next.replace('-', ""));
    }
    put(to, "SUMMARY", &escape(&summary(words, client)));
    put(to, "DESCRIPTION", &escape(&clean(words)));
    // The event does not mark the day as busy.
    put(to, "TRANSP", "TRANSPARENT");
    put(to, "END", "VEVENT");
}

/// The client and the words on one line, shortened to [`MOST_LETTERS`] characters.
fn summary(words: &str, client: &str) -> String {
    let parts = [one_line(client), one_line(words)];
    let all = parts.iter().filter(|part| !part.is_empty()).map(String::as_str);
    let all = all.collect::<Vec<_>>().join(": ");
    let mut letters = all.chars();
    let mut short: String = letters.by_ref().take(MOST_LETTERS).collect();
    if letters.next().is_some() {
        short.push('…');
    }
    short
}

/// A date and time in UTC: RFC 5545, section 3.3.5.
fn stamp(now: Timestamp) -> String {
    let text = rfc3339(now.wall_ms, 0);
    let whole = text.split('.').next().unwrap_or_default();
    [&whole.replace(['-', ':'], ""), "Z"].concat()
}

/// Escapes text as a property value: RFC 5545, section 3.3.11. Line breaks are escaped too, so a text can not start
/// another line.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + text.len() / 8);
    for c in text.chars() {
        match c {
            '\n' => escaped.push_str("\\n"),
            '\\' | ';' | ',' => escaped.extend(['\\', c]),
            c => escaped.push(c),
        }
    }
    escaped
}

/// Writes a line, folded after [`MOST_OCTETS`] octets at most, and only between characters.
fn put(to: &mut String, name: &str, value: &str) {
    let line = [name, ":", value].concat();
    let mut octets = 0;
    for c in line.chars() {
        if octets + c.len_utf8() > MOST_OCTETS {
            to.push_str("\r\n ");
            octets = 1;
        }
        octets += c.len_utf8();
        to.push(c);
    }
    to.push_str("\r\n");
}
