//! JSON values, parsed by `serde_json` and kept as they were written.
//!
//! `serde_json::Value` would sort the fields of an object, drop all but the last of several fields with the same name,
//! and round or reject numbers beyond 64 bits. Data of other tools must be exported unchanged.

use std::fmt;
use std::str::FromStr;

use serde::de::{Deserializer as _, MapAccess, SeqAccess, Visitor};
use serde::ser::{Error, Serialize, Serializer};
use serde_json::Deserializer;
use serde_json::value::RawValue;

/// The largest nesting depth of lists and objects. The lines that Heard writes have a depth of 4.
pub(crate) const MAX_DEPTH: usize = 64;

/// A JSON value.
#[derive(Clone, Debug, PartialEq)]
pub enum Value<'a> {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number, as its digits were written.
    Number(&'a str),
    /// A string.
    Text(String),
    /// An array.
    List(Vec<Value<'a>>),
    /// An object, its fields in the order of writing. Of several fields with the same name, the last one counts.
    Object(Vec<(String, Value<'a>)>),
}

impl<'a> Value<'a> {
    /// Parses a document; `None` if it is not JSON, or is nested deeper than [`MAX_DEPTH`].
    pub fn read(text: &'a str) -> Option<Self> {
        Self::read_within(text, MAX_DEPTH)
    }

    /// Parses a document; `None` if it is not JSON, or is nested deeper than `depth`.
    pub(crate) fn read_within(text: &'a str, depth: usize) -> Option<Self> {
        let raw: &RawValue = serde_json::from_str(text).ok()?;
        is_strict(text, depth).then(|| Self::of(raw.get())).flatten()
    }

    /// Parses text that is known to be valid JSON; `None` if it is empty or has an unpaired surrogate.
    fn of(text: &'a str) -> Option<Self> {
        Some(match text.as_bytes().first()? {
            b'n' => Self::Null,
            b't' | b'f' => Self::Bool(text == "true"),
            b'"' => Self::Text(serde_json::from_str(text).ok()?),
            b'[' => {
                let mut list = Vec::new();
                each_item(text, &mut |item| list.extend(Self::of(item)))?;
                Self::List(list)
            }
            b'{' => {
                let mut fields = Vec::new();
                each_field(text, &mut |name, value| {
                    fields.extend(Self::of(value).map(|value| (name, value)));
                })?;
                Self::Object(fields)
            }
            _ => Self::Number(text),
        })
    }

    /// The field of an object; `None` if the object has no such field, or the value is not an object.
    pub fn field(&self, name: &str) -> Option<&Self> {
        let Self::Object(fields) = self else { return None };
        fields.iter().rev().find(|(known, _)| known == name).map(|(_, value)| value)
    }

    /// The string; `None` for a value of another kind.
    pub fn text(&self) -> Option<&str> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    /// The integer; `None` if it does not fit into `T`, has a fraction or an exponent, or the value is not a number.
    pub fn whole<T: FromStr>(&self) -> Option<T> {
        if let Self::Number(digits) = self { digits.parse().ok() } else { None }
    }

    /// Whether it is `null`.
    pub const fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }

    /// The value as JSON on one line, its fields in the order of reading.
    pub(crate) fn to_json(&self) -> String {
        to_json(self)
    }
}

impl Serialize for Value<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => to.serialize_unit(),
            Self::Bool(value) => to.serialize_bool(*value),
            Self::Number(digits) => {
                let number: &RawValue = serde_json::from_str(digits).map_err(S::Error::custom)?;
                number.serialize(to)
            }
            Self::Text(text) => to.serialize_str(text),
            Self::List(list) => to.collect_seq(list),
            Self::Object(fields) => {
                to.collect_map(fields.iter().map(|(name, value)| (name, value)))
            }
        }
    }
}

/// Serializes a value as JSON on one line. This does not fail for the types of this crate, because all keys of their
/// maps are strings.
pub(crate) fn to_json(value: &(impl Serialize + ?Sized)) -> String {
    serde_json::to_string(value).unwrap_or_else(|_| "null".to_owned())
}

/// Serializes a value as JSON that can be a part of another value.
pub(crate) fn to_raw(value: &(impl Serialize + ?Sized)) -> Box<RawValue> {
    serde_json::value::to_raw_value(value).unwrap_or_default()
}

/// JSON that was serialized or parsed before, as a part of another value; `null` if the text is not JSON.
pub(crate) fn as_raw(json: &str) -> &RawValue {
    serde_json::from_str(json).unwrap_or(RawValue::NULL)
}

/// Whether a text is JSON, nested to any depth.
pub(crate) fn is_json(text: &str) -> bool {
    serde_json::from_str::<&RawValue>(text).is_ok()
}

/// Calls `field` for each field of an object, with the text of its value; `None` if the text is not an object.
///
/// Fields before a syntax error are passed to `field` nevertheless. They are not collected, because a file may be
/// large.
pub(crate) fn each_field<'a>(text: &'a str, field: &mut dyn FnMut(String, &'a str)) -> Option<()> {
    struct Fields<'f, 'a>(&'f mut dyn FnMut(String, &'a str));
    impl<'a> Visitor<'a> for Fields<'_, 'a> {
        type Value = ();

        fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
            to.write_str("an object")
        }

        fn visit_map<M: MapAccess<'a>>(self, mut map: M) -> Result<(), M::Error> {
            while let Some((name, value)) = map.next_entry::<String, &RawValue>()? {
                (self.0)(name, value.get());
            }
            Ok(())
        }
    }
    let mut from = Deserializer::from_str(text);
    from.deserialize_map(Fields(field)).ok()?;
    from.end().ok()
}

/// Calls `item` for each item of a list, with its text; `None` if the text is not a list.
///
/// Items before a syntax error are passed to `item` nevertheless. They are not collected, because a file may be large.
pub(crate) fn each_item<'a>(text: &'a str, item: &mut dyn FnMut(&'a str)) -> Option<()> {
    struct Items<'f, 'a>(&'f mut dyn FnMut(&'a str));
    impl<'a> Visitor<'a> for Items<'_, 'a> {
        type Value = ();

        fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
            to.write_str("a list")
        }

        fn visit_seq<S: SeqAccess<'a>>(self, mut list: S) -> Result<(), S::Error> {
            while let Some(value) = list.next_element::<&RawValue>()? {
                (self.0)(value.get());
            }
            Ok(())
        }
    }
    let mut from = Deserializer::from_str(text);
    from.deserialize_seq(Items(item)).ok()?;
    from.end().ok()
}

/// Whether JSON is nested at most `max_depth` deep and has no unpaired surrogate.
///
/// `serde_json` checks neither in a value that it skips. The rest of the syntax is not checked here.
pub(crate) fn is_strict(json: &str, max_depth: usize) -> bool {
    let bytes = json.as_bytes();
    let (mut at, mut depth, mut is_in_text) = (0, 0_usize, false);
    while let Some(byte) = bytes.get(at) {
        at += 1;
        match (is_in_text, byte) {
            (true, b'"') => is_in_text = false,
            (true, b'\\') => match escape_len(&bytes[at..]) {
                Some(len) => at += len,
                None => return false,
            },
            (true, _) | (_, b' ' | b'\t' | b'\n' | b'\r' | b',' | b':') => {}
            (_, b'}' | b']') => depth = depth.saturating_sub(1),
            _ if depth > max_depth => return false,
            (_, b'"') => is_in_text = true,
            (_, b'{' | b'[') => depth += 1,
            _ => {}
        }
    }
    true
}

/// The number of bytes of an escape after its backslash; `None` for an unpaired surrogate.
fn escape_len(bytes: &[u8]) -> Option<usize> {
    match code_unit(bytes) {
        None => Some(1),
        Some(0xdc00..=0xdfff) => None,
        Some(0xd800..=0xdbff) => {
            let low = code_unit(bytes.get(5..)?.strip_prefix(b"\\")?)?;
            (0xdc00..=0xdfff).contains(&low).then_some(11)
        }
        Some(_) => Some(5),
    }
}

/// The code unit of an escape such as `u12ab`, given without its backslash; `None` for other escapes.
fn code_unit(bytes: &[u8]) -> Option<u32> {
    let digits = bytes.strip_prefix(b"u")?.get(..4)?;
    u32::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()
}

#[cfg(test)]
mod tests;
