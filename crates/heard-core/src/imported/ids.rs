//! The ids of imported clients, meetings and their parts in the notebook.

use crate::codec::value::Value;
use crate::event::id::EventId;

/// The maximum length of an id in a file, in characters.
pub(super) const MAX_ID: usize = 200;
/// The highest event number accepted from a file. It is half of the numbers that can be written, so that there are
/// always numbers left for new events.
pub(crate) const MAX_N: u64 = 1 << 39;

/// Returns the id of the client that has the id `text` in a file.
pub(crate) fn client_id(text: &str) -> EventId {
    own(text).unwrap_or_else(|| EventId::named(&["client ", text].concat()))
}

/// Returns the id of the meeting that has the id `text` in a file.
pub(crate) fn meeting_id(text: &str) -> EventId {
    own(text).unwrap_or_else(|| EventId::named(&["meeting ", text].concat()))
}

/// Returns the id of the mark or capture of `meeting` that has the id `text` in a file.
pub(crate) fn part_id(meeting: EventId, text: &str) -> EventId {
    own(text).unwrap_or_else(|| EventId::named(&[&meeting.to_string(), " ", text].concat()))
}

/// Parses an id of Heard; `None` unless `text` is exactly as Heard writes it and its number is at most [`MAX_N`]. The
/// ids of other tools are derived from their text and the kind of object, because these tools may use the same number
/// for a client, a meeting and a capture.
pub(crate) fn own(text: &str) -> Option<EventId> {
    EventId::parse(text).filter(|id| id.n <= MAX_N && id.to_string() == text)
}

/// Returns the id of an object in its file; `None` if it is missing, empty or longer than [`MAX_ID`].
pub(crate) fn id_text<'a>(object: &'a Value) -> Option<&'a str> {
    let text = object.field("id")?.text()?;
    (!text.is_empty() && text.chars().nth(MAX_ID).is_none()).then_some(text)
}
