//! Reading the fields of an imported object.

use crate::codec::value::Value;

/// The latest time within a meeting: 278 years. Sums of such times stay far from the end of the numbers.
const MAX_MS: u64 = 1 << 43;

/// What a field says; the default, where it is missing or null; nothing, where it can not be read.
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

/// The items of a list, which may be missing or null.
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

/// What all of a list come to, if each comes to something. The one loop is smaller than an iterator for each list.
pub(super) fn all<'b, A, T>(list: &'b [A], read: &dyn Fn(&'b A) -> Option<T>) -> Option<Vec<T>> {
    let mut items = Vec::with_capacity(list.len());
    for item in list {
        items.push(read(item)?);
    }
    Some(items)
}

/// A time within the meeting.
pub(super) fn time_ms(object: &Value, name: &str) -> Option<u64> {
    object.field(name)?.whole().filter(|ms| *ms <= MAX_MS)
}

pub(super) fn text(value: &Value, most: usize) -> Option<String> {
    let text = value.text()?;
    text.chars().nth(most).is_none().then(|| text.to_owned())
}
