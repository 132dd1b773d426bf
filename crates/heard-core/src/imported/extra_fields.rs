//! What an object of the contract has beyond what this build reads of it.

use crate::event::id::EventId;
use crate::imported::{client_id, id_text, meeting_id, part_id};
use serde::ser::{Serialize, SerializeMap as _, Serializer};

use crate::codec::value::{Value, as_raw};
use crate::sorted_map::{self, Map};

/// Names and values, the values as JSON.
pub(crate) type Fields = Vec<(String, String)>;
/// What things have more, by the names that they have here.
pub(crate) type ExtraFieldsById = Map<EventId, ExtraFields>;

/// The most extra fields kept of one object. The limit bounds the cost of hostile files.
const MOST_FIELDS: usize = 1_000;

/// The fields of a kind of object.
pub(crate) struct Known {
    /// Those that this build reads, or works out anew.
    read: &'static [&'static str],
    /// Those that the log tells since it can; another tool may say more in them.
    kept: &'static [&'static str],
}

/// What a client's object is known to have.
const CLIENT: Known = Known { read: &["id", "name"], kept: &[] };
/// What a meeting's object is known to have.
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
/// What a capture's object is known to have.
const CAPTURE: Known = Known {
    read: &["id", "kind", "at_ms", "floor", "words", "said_by", "earlier", "mark"],
    kept: &["ours", "confirmed", "rank", "chain", "hurts", "chains", "known_by", "by_when"],
};

impl Known {
    /// Whether a field has something that the log can not tell.
    fn is_more(&self, name: &str, value: &Value) -> bool {
        let is_empty = match value {
            Value::List(list) => list.is_empty(),
            value => value.is_null(),
        };
        let says_nothing = is_empty && self.kept.contains(&name);
        !self.read.contains(&name) && !says_nothing
    }
}

/// What a client, a meeting or a capture has more.
#[derive(Debug, Default)]
pub(crate) struct ExtraFields {
    /// The text by which the file knew it.
    id: String,
    /// What it has more itself.
    pub(crate) fields: Fields,
    /// What its captures have more.
    pub(crate) captures: ExtraFieldsById,
}

impl ExtraFields {
    /// What a client's object has more than one that is known.
    pub(crate) fn of_client(object: &Value, known: Option<&Value>) -> Option<(EventId, Self)> {
        let (id, told) = (id_text(object)?, known.into_iter().collect::<Vec<_>>());
        let fields = beyond(object, &CLIENT, &told);
        let more = Self { id: id.to_owned(), fields, captures: Map::default() };
        (!more.fields.is_empty()).then(|| (client_id(id), more))
    }

    /// What a meeting's object has more than these objects, which tell all that the log says.
    pub(crate) fn of_meeting(object: &Value, known: &[Value]) -> Option<(EventId, Self)> {
        let text = id_text(object)?;
        let id = meeting_id(text);
        let told: Vec<Map<EventId, &Value>> =
            known.iter().map(|known| captures(id, known).collect()).collect();
        let captures = captures(id, object).filter_map(|(id, capture)| {
            let told: Vec<&Value> = told.iter().filter_map(|told| told.get(&id).copied()).collect();
            let fields = beyond(capture, &CAPTURE, &told);
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

    /// The value of a field, as JSON.
    pub(crate) fn field(&self, name: &str) -> Option<&str> {
        self.fields.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// The fields that the contract does not name, for the end of an object.
    pub(crate) fn unnamed(&self) -> impl Iterator<Item = &(String, String)> {
        let named = |name: &str| MEETING.kept.contains(&name) || CAPTURE.kept.contains(&name);
        self.fields.iter().filter(move |(name, _)| !named(name))
    }

    /// Takes what another one knows and this one does not.
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

/// The captures of an object that have a name.
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

fn beyond(object: &Value, known: &Known, told: &[&Value]) -> Fields {
    let Value::Object(fields) = object else { return Fields::new() };
    let more = fields.iter().filter(|(name, value)| known.is_more(name, value)).take(MOST_FIELDS);
    let is_told = |name: &str, value| told.iter().any(|told| told.field(name) == Some(value));
    let more = more.filter(|(name, value)| !is_told(name, value));
    last_of_each(more.map(|(name, value)| (name.clone(), value.to_json())).collect())
}

/// Of fields with one name the last counts.
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

/// Of fields of several files the first counts.
pub(super) fn merge_fields(fields: &mut Fields, others: Fields) {
    let mut names: Vec<String> = fields.iter().map(|(name, _)| name.clone()).collect();
    sorted_map::sort(&mut names, &Ord::cmp);
    fields.extend(others.into_iter().filter(|(name, _)| names.binary_search(name).is_err()));
}

/// Of things in several files each is told what any file has more of it.
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
