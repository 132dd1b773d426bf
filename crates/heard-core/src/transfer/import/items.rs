//! The items in a file's lists, with limits on their size and depth.

use crate::codec::value::{Value, each_item};
use crate::event::id::EventId;
use crate::transfer::import::error::ImportError;

/// The longest text of one thing in it: longer ones would ask for more memory than a phone has.
pub(super) const MAX_THING_BYTES: usize = 8 << 20;
/// How deep one thing may lie. As a part of an event, and that as a part of a file, it lies a little deeper.
const DEEPEST_THING: usize = 48;

/// The name of ours that an object has.
pub(super) fn own_id(object: &Value) -> Option<EventId> {
    EventId::parse(object.field("id")?.text()?)
}

/// Goes through a list of the file, which may be missing or null.
pub(super) fn each_of<'a>(
    list: Option<&'a str>,
    item: &mut dyn FnMut(&'a str),
) -> Result<(), ImportError> {
    match list {
        None | Some("null") => Ok(()),
        Some(list) => each_item(list, item).ok_or(ImportError::NotHeard),
    }
}

/// One thing of the file, written as we write, unless it is too large to be kept.
pub(super) fn thing(text: &str) -> Option<String> {
    (text.len() <= MAX_THING_BYTES)
        .then(|| Value::read_within(text, DEEPEST_THING).map(|value| value.to_json()))
        .flatten()
}
