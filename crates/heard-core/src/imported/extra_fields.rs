//! Fields of an object of the contract that this build does not read.

use crate::event::id::EventId;
use crate::imported::{client_id, id_text, meeting_id, part_id};
use serde::ser::{Serialize, SerializeMap as _, Serializer};

use crate::codec::value::{Value, as_raw};
use crate::sorted_map::{self, Map};

/// Field names with their values as JSON.
pub(crate) type Fields = Vec<(String, String)>;
/// The extra fields of objects by their ids in the notebook.
pub(crate) type ExtraFieldsById = Map<EventId, ExtraFields>;

/// The maximum number of extra fields kept of one object. It limits the cost of malicious files.
const MOST_FIELDS: usize = 1_000;

/// The known fields of a kind of object.
pub(crate) struct Known {
    /// The fields that this build reads or computes again.
    read: &'static [&'static str],
    /// The fields that logs of this version represent and older logs do not. A file of another tool may have values in
    /// them that the log cannot represent.
    kept: &'static [&'static str],
}

/// The known fields of a client object.
const CLIENT: Known = Known { read: &["id", "name"], kept: &[] };
/// The known fields of a meeting object.
const MEETING: Known = Known {
    read: &[
        "id",
        "client",
        "kind",
        "us",
        "them",
        "started_at",
        "ended_at",
        "turns",
        "breaks",
        "away",
        "marks",
        "captures",
        "tallies",
        "measures",
    ],
    kept: &["guess_talk_percent", "felt_heard", "cost", "notices"],
};
/// The known fields of a capture object.
const CAPTURE: Known = Known {
    read: &["id", "kind", "at_ms", "floor", "words", "said_by", "earlier", "mark"],
    kept: &["ours", "confirmed", "rank", "chain", "hurts", "chains", "known_by", "by_when"],
};

impl Known {
    /// Returns whether a field has a value that the log cannot represent. An empty field that the log can represent
    /// does not count.
    fn is_more(&self, name: &str, value: &Value) -> bool {
        let is_empty = match value {
            Value::List(list) => list.is_empty(),
            value => value.is_null(),
        };
        let says_nothing = is_empty && self.kept.contains(&name);
        !self.read.contains(&name) && !says_nothing
    }
}

/// The extra fields of a client, a meeting or a capture.
#[derive(Debug, Default)]
pub(crate) struct ExtraFields {
    /// The id of the object in its file.
    id: String,
    /// The extra fields of the object itself.
    pub(crate) fields: Fields,
    /// The extra fields of its captures.
    pub(crate) captures: ExtraFieldsById,
}

impl ExtraFields {
    /// Returns the id of a client object and its fields that `known` does not have; `None` if there are none.
    pub(crate) fn of_client(object: &Value, known: Option<&Value>) -> Option<(EventId, Self)> {
        let (id, recorded) = (id_text(object)?, known.into_iter().collect::<Vec<_>>());
        let fields = beyond(object, &CLIENT, &recorded);
        let more = Self { id: id.to_owned(), fields, captures: Map::default() };
        (!more.fields.is_empty()).then(|| (client_id(id), more))
    }

    /// Returns the id of a meeting object and its fields that none of the `known` objects has, which contain
    /// everything that the log can represent; `None` if there are none.
    pub(crate) fn of_meeting(object: &Value, known: &[Value]) -> Option<(EventId, Self)> {
        let text = id_text(object)?;
        let id = meeting_id(text);
        let recorded: Vec<Map<EventId, &Value>> =
            known.iter().map(|known| captures(id, known).collect()).collect();
        let captures = captures(id, object).filter_map(|(id, capture)| {
            let recorded: Vec<&Value> =
                recorded.iter().filter_map(|recorded| recorded.get(&id).copied()).collect();
            let fields = beyond(capture, &CAPTURE, &recorded);
            let more = Self { id: id_text(capture)?.to_owned(), fields, captures: Map::default() };
            (!more.fields.is_empty()).then_some((id, more))
        });
        let more = Self {
            id: text.to_owned(),
            fields: beyond(object, &MEETING, &known.iter().collect::<Vec<_>>()),
            captures: captures.collect(),
        };
        (!more.is_empty()).then_some((id, more))
    }

    fn is_empty(&self) -> bool {
        self.fields.is_empty() && self.captures.is_empty()
    }

    /// Returns the value of a field as JSON; `None` if the field is missing.
    pub(crate) fn field(&self, name: &str) -> Option<&str> {
        self.fields.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// Returns the fields that the contract does not name, which are written at the end of an object.
    pub(crate) fn unnamed(&self) -> impl Iterator<Item = &(String, String)> {
        let named = |name: &str| MEETING.kept.contains(&name) || CAPTURE.kept.contains(&name);
        self.fields.iter().filter(move |(name, _)| !named(name))
    }

    /// Adds the fields of `other` that this object does not have.
    pub(crate) fn merge(&mut self, other: Self) {
        self.id = other.id;
        merge_fields(&mut self.fields, other.fields);
        merge_extra(&mut self.captures, other.captures);
    }
}

impl Serialize for ExtraFields {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut object = to.serialize_map(None)?;
        object.serialize_entry("id", &self.id)?;
        for (name, value) in &self.fields {
            object.serialize_entry(name, as_raw(value))?;
        }
        if !self.captures.is_empty() {
            object.serialize_entry("captures", &self.captures.values().collect::<Vec<_>>())?;
        }
        object.end()
    }
}

/// Returns the captures of an object that have an id.
fn captures<'a, 'b>(
    meeting: EventId,
    object: &'b Value<'a>,
) -> impl Iterator<Item = (EventId, &'b Value<'a>)> {
    let list = match object.field("captures") {
        Some(Value::List(list)) => &list[..],
        _ => &[],
    };
    list.iter().filter_map(move |part| Some((part_id(meeting, id_text(part)?), part)))
}

/// Returns the extra fields of an object whose values none of the objects in `recorded` has.
fn beyond(object: &Value, known: &Known, recorded: &[&Value]) -> Fields {
    let Value::Object(fields) = object else { return Fields::new() };
    let more = fields.iter().filter(|(name, value)| known.is_more(name, value)).take(MOST_FIELDS);
    let is_recorded =
        |name: &str, value| recorded.iter().any(|recorded| recorded.field(name) == Some(value));
    let more = more.filter(|(name, value)| !is_recorded(name, value));
    last_of_each(more.map(|(name, value)| (name.clone(), value.to_json())).collect())
}

/// Removes fields with duplicate names: the last one of each name is kept.
pub(crate) fn last_of_each(fields: Fields) -> Fields {
    let places = fields.iter().enumerate().map(|(place, (name, _))| (name.as_str(), place));
    let last: Map<&str, usize> = places.collect();
    let kept: Vec<bool> = fields
        .iter()
        .enumerate()
        .map(|(place, (name, _))| last.get(name.as_str()) == Some(&place))
        .collect();
    fields.into_iter().zip(kept).filter_map(|(field, kept)| kept.then_some(field)).collect()
}

/// Adds the fields with new names: of a field that occurs in several files the first value is kept.
pub(super) fn merge_fields(fields: &mut Fields, others: Fields) {
    let mut names: Vec<String> = fields.iter().map(|(name, _)| name.clone()).collect();
    sorted_map::sort(&mut names, &Ord::cmp);
    fields.extend(others.into_iter().filter(|(name, _)| names.binary_search(name).is_err()));
}

/// Merges the extra fields of objects that occur in several files.
pub(super) fn merge_extra(extra: &mut ExtraFieldsById, others: ExtraFieldsById) {
    let mut new = Vec::new();
    for (id, other) in others {
        match extra.get_mut(&id) {
            Some(known) => known.merge(other),
            None => new.push((id, other)),
        }
    }
    extra.extend(new);
}
