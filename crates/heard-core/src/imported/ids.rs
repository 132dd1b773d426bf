//! The ids that imported clients, meetings and their parts have here.

use crate::codec::value::Value;
use crate::event::id::EventId;

/// The longest name of a thing in a file, in characters.
pub(super) const MAX_ID: usize = 200;
/// The highest number taken over from a file. Half of what can be written, so that counting on from it never ends.
pub(crate) const MAX_N: u64 = 1 << 39;

/// The name of a client that a file knows by a text.
pub(crate) fn client_id(text: &str) -> EventId {
    own(text).unwrap_or_else(|| EventId::named(&["client ", text].concat()))
}

/// The name of a meeting that a file knows by a text.
pub(crate) fn meeting_id(text: &str) -> EventId {
    own(text).unwrap_or_else(|| EventId::named(&["meeting ", text].concat()))
}

/// The name of a mark or capture that a file knows by a text.
pub(crate) fn part_id(meeting: EventId, text: &str) -> EventId {
    own(text).unwrap_or_else(|| EventId::named(&[&meeting.to_string(), " ", text].concat()))
}

/// One of our own names, written exactly as we write it. All others are named by their text: other tools number
/// clients, meetings and captures alike, which is why that says what they are.
pub(crate) fn own(text: &str) -> Option<EventId> {
    EventId::parse(text).filter(|id| id.n <= MAX_N && id.to_string() == text)
}

/// The text by which a file knows an object, if it may be one.
pub(crate) fn id_text<'a>(object: &'a Value) -> Option<&'a str> {
    let text = object.field("id")?.text()?;
    (!text.is_empty() && text.chars().nth(MAX_ID).is_none()).then_some(text)
}
