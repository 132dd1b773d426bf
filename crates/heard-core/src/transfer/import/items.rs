//! The items in a file's lists, with limits on their size and depth.

use crate::codec::value::{Value, each_item};
use crate::event::id::EventId;
use crate::transfer::import::error::ImportError;

/// The largest size of an item, in bytes. Larger ones would need more memory than a phone has.
pub(super) const MAX_THING_BYTES: usize = 8 << 20;
/// The largest nesting depth of an item. It is less than that of a line, because a line nests the item a few levels
/// deeper.
const DEEPEST_THING: usize = 48;

/// The event id that is the identifier of an object; `None` for the identifier of another tool.
pub(super) fn own_id(object: &Value) -> Option<EventId> {
    EventId::parse(object.field("id")?.text()?)
}

/// Calls `item` for each item of a list, which may be missing or `null`.
///
/// # Errors
///
/// [`ImportError::NotHeard`] for another kind of value. Items before a syntax error are passed to `item` nevertheless.
pub(super) fn each_of<'a>(
    list: Option<&'a str>,
    item: &mut dyn FnMut(&'a str),
) -> Result<(), ImportError> {
    match list {
        None | Some("null") => Ok(()),
        Some(list) => each_item(list, item).ok_or(ImportError::NotHeard),
    }
}

/// An item of the file as normalized JSON; `None` if it is too large or nested too deeply.
pub(super) fn thing(text: &str) -> Option<String> {
    (text.len() <= MAX_THING_BYTES)
        .then(|| Value::read_within(text, DEEPEST_THING).map(|value| value.to_json()))
        .flatten()
}
