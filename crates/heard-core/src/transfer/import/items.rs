//! The items in a file's lists, with limits on their size and depth.

use crate::codec::value::{Value, each_item};
use crate::event::id::EventId;
use crate::transfer::import::error::ImportError;

/// The largest item, in bytes: larger ones would need more memory than a phone has.
pub(super) const MAX_THING_BYTES: usize = 8 << 20;
/// How deep an item may be nested. As a part of an event in a file it is nested a little deeper.
const DEEPEST_THING: usize = 48;

/// The event id that an object has as its identifier; `None` for the identifier of another tool.
pub(super) fn own_id(object: &Value) -> Option<EventId> {
    EventId::parse(object.field("id")?.text()?)
}

/// Calls `item` for each item of a list, which may be missing or `null`; fails for another kind of value.
pub(super) fn each_of<'a>(
    list: Option<&'a str>,
    item: &mut dyn FnMut(&'a str),
) -> Result<(), ImportError> {
    match list {
        None | Some("null") => Ok(()),
        Some(list) => each_item(list, item).ok_or(ImportError::NotHeard),
    }
}

/// An item of the file as normalized JSON; `None` if it is too large or nested too deep.
pub(super) fn thing(text: &str) -> Option<String> {
    (text.len() <= MAX_THING_BYTES)
        .then(|| Value::read_within(text, DEEPEST_THING).map(|value| value.to_json()))
        .flatten()
}
