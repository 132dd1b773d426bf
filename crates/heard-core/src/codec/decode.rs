//! Decoding of a line into its event.

use serde::de::{Deserialize as _, Deserializer, Visitor};
use serde::forward_to_deserialize_any;

use crate::codec::line::{Line, VERSION};
use crate::codec::value::{MAX_DEPTH, Value, is_strict, to_json};
use crate::event::Event;
use crate::event::id::EventId;
use crate::event::kind::EventKind;
use crate::event::timestamp::Timestamp;

/// Kinds whose object is kept verbatim, duplicate fields included.
const KEPT_AS_WRITTEN: [&str; 3] = ["client-brought", "meeting-brought", "rest-brought"];

/// Decodes a line of this version in one pass; `None` for another version, or if serde rejects the spelling.
pub(super) fn quick(text: &str) -> Option<Event> {
    let line: Line<EventKind> = serde_json::from_str(text).ok()?;
    (line.v == VERSION && is_strict(text, MAX_DEPTH)).then(|| event(line))
}

/// Decodes a line of this version from its JSON tree; `None` if it has a kind or a value that this build does not know.
///
/// Of duplicate fields the last counts; serde alone would reject them.
pub(super) fn thorough(line: Value) -> Option<Event> {
    let Value::Object(fields) = line else { return None };
    let fields = last_of_each(fields).into_iter().map(|(name, value)| {
        let value = if name == "act" { last_of_each_in_kind(value) } else { value };
        (name, value)
    });
    let json = Value::Object(fields.collect()).to_json();
    let line: Line<EventKind> = serde_json::from_str(&json).ok()?;
    Some(event(line))
}

fn event(line: Line<EventKind>) -> Event {
    let Line { id, wall, mono, of, act: kind, .. } = line;
    let at = Timestamp { boot: id.boot, wall_ms: wall, mono_ms: mono };
    Event { n: id.n, at, of, kind, raw: None }
}

/// The id and the version of a line, which lines of all versions have; `None` if one is missing.
pub(super) fn header(line: &Value) -> Option<(EventId, u32)> {
    Some((EventId::parse(line.field("id")?.text()?)?, line.field("v")?.whole()?))
}

/// Whether a line has JSON objects wherever its event is written with objects.
///
/// serde also decodes a list as a struct, and `{"break-taken":null}` as the string.
pub(super) fn has_form_of(line: &Value, kind: &EventKind) -> bool {
    let json = to_json(kind);
    let form = Value::read(&json);
    line.field("act").zip(form.as_ref()).is_some_and(|(read, form)| has_form(read, form))
}

fn has_form(read: &Value, form: &Value) -> bool {
    match (read, form) {
        (Value::Object(_), Value::Object(fields)) => fields
            .iter()
            .all(|(name, form)| read.field(name).is_none_or(|read| has_form(read, form))),
        (Value::Object(_) | Value::List(_), Value::Text(_)) | (_, Value::Object(_)) => false,
        _ => true,
    }
}

/// The field of an object with exactly one field; `None` for other values.
pub(super) fn only<'a, 'b>(value: &'b Value<'a>) -> Option<(&'b str, &'b Value<'a>)> {
    let Value::Object(fields) = value else { return None };
    let [(name, body)] = &fields[..] else { return None };
    Some((name, body))
}

fn last_of_each(mut fields: Vec<(String, Value)>) -> Vec<(String, Value)> {
    let names: Vec<String> = fields.iter().map(|(name, _)| name.clone()).collect();
    let mut place = 0;
    fields.retain(|(name, _)| {
        place += 1;
        !names[place..].contains(name)
    });
    fields
}

fn last_of_each_in_kind(act: Value) -> Value {
    match act {
        Value::Object(mut fields) if fields.len() == 1 => {
            for (name, body) in &mut fields {
                // A setting must be an object of one field; removing duplicates could hide a second one.
                let is_kept = KEPT_AS_WRITTEN.contains(&name.as_str()) || name == "setting-changed";
                if !is_kept {
                    *body = last_of_each_within(std::mem::replace(body, Value::Null));
                }
            }
            Value::Object(fields)
        }
        other => other,
    }
}

fn last_of_each_within(value: Value) -> Value {
    match value {
        Value::Object(fields) => {
            let fields = last_of_each(fields).into_iter();
            Value::Object(fields.map(|(name, value)| (name, last_of_each_within(value))).collect())
        }
        other => other,
    }
}

/// The name of the kind at the start of a text; `None` if this build does not know it. The kind's data is not decoded.
pub(super) fn known(text: &str) -> Option<&str> {
    let object = text.strip_prefix('{');
    let (name, _) = object.unwrap_or(text).strip_prefix('"')?.split_once('"')?;
    let is_bare = || serde_json::from_str::<EventKind>(&text[..name.len() + 2]).is_ok();
    let knows = if object.is_some() { names().contains(&name) } else { is_bare() };
    knows.then_some(name)
}

/// The serialized names of all kinds.
fn names() -> &'static [&'static str] {
    let mut names: &[&str] = &[];
    // The deserializer returns an error after it has stored the names, because there is no value.
    let _ = EventKind::deserialize(Names(&mut names));
    names
}

/// A deserializer that only stores the names of an enum's variants.
struct Names<'n>(&'n mut &'static [&'static str]);

impl<'de> Deserializer<'de> for Names<'_> {
    type Error = serde::de::value::Error;

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Self::Error> {
        Err(serde::de::Error::custom("there is no value"))
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        names: &'static [&'static str],
        _: V,
    ) -> Result<V::Value, Self::Error> {
        *self.0 = names;
        Err(serde::de::Error::custom("there is no value"))
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map struct identifier ignored_any
    }
}
