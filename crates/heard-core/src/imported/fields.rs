//! Reading of the fields of an imported object.

use crate::codec::value::Value;

/// The maximum time within a meeting, in milliseconds: 278 years. Sums of such times do not overflow.
const MAX_MS: u64 = 1 << 43;

/// Reads a field. Returns the default if it is missing or null, and `None` if it is not valid.
pub(super) fn or_default<T: Default>(
    object: &Value,
    name: &str,
    read: impl FnOnce(&Value) -> Option<T>,
) -> Option<T> {
    match object.field(name) {
        None | Some(Value::Null) => Some(T::default()),
        Some(value) => read(value),
    }
}

/// Reads the items of a list. The result is empty if the list is missing or null, and `None` if an item is not valid.
pub(super) fn each<'a, 'b, T>(
    object: &'b Value<'a>,
    name: &str,
    read: &dyn Fn(&'b Value<'a>) -> Option<T>,
) -> Option<Vec<T>> {
    match object.field(name) {
        None | Some(Value::Null) => Some(Vec::new()),
        Some(Value::List(list)) => all(list, read),
        Some(_) => None,
    }
}

/// Reads all items; `None` if any of them is not valid. A single loop compiles to less code than an iterator for each
/// list.
pub(super) fn all<'b, A, T>(list: &'b [A], read: &dyn Fn(&'b A) -> Option<T>) -> Option<Vec<T>> {
    let mut items = Vec::with_capacity(list.len());
    for item in list {
        items.push(read(item)?);
    }
    Some(items)
}

/// Reads a time within the meeting, in milliseconds; `None` if it is missing or greater than [`MAX_MS`].
pub(super) fn time_ms(object: &Value, name: &str) -> Option<u64> {
    object.field(name)?.whole().filter(|ms| *ms <= MAX_MS)
}

/// Reads a text of at most `most` characters; `None` if it is longer or not a text.
pub(super) fn text(value: &Value, most: usize) -> Option<String> {
    let text = value.text()?;
    text.chars().nth(most).is_none().then(|| text.to_owned())
}
