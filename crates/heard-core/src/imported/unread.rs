//! The data of a file that this build keeps without reading it, so that it is exported unchanged.

use serde::ser::{Serialize, SerializeMap as _, Serializer};
use serde_json::value::RawValue;

use crate::codec::value::{Value, as_raw, to_json};
use crate::event::Event;
use crate::event::id::EventId;
use crate::event::kind::EventKind;
use crate::imported::extra_fields::{
    ExtraFields, ExtraFieldsById, last_of_each, merge_extra, merge_fields,
};
use crate::imported::{Fields, client_id, id_text};
use crate::sorted_map;

/// Fields of a file that are never unread data.
pub(crate) const NOT_REST: [&str; 3] = ["heard", "exported_at", "log"];

/// Loops, the journal, unknown fields, and the fields of objects of the contract that a log cannot represent.
#[derive(Debug, Default)]
pub(crate) struct UnreadData {
    /// All loops, as JSON.
    pub(crate) loops: Vec<String>,
    /// All journal entries, as JSON.
    pub(crate) journal: Vec<String>,
    /// The fields that the contract does not name.
    pub(crate) fields: Fields,
    /// The extra fields of clients.
    pub(crate) clients: ExtraFieldsById,
    /// The extra fields of meetings.
    pub(crate) meetings: ExtraFieldsById,
}

impl UnreadData {
    /// Reads the unread data from a JSON object. Values of unexpected types are left out.
    pub(crate) fn of(object: &Value) -> Self {
        let Value::Object(fields) = object else { return Self::default() };
        let mut rest = Self::default();
        for (name, value) in fields {
            match (name.as_str(), value) {
                ("loops", Value::List(list)) => {
                    rest.loops = list.iter().map(Value::to_json).collect();
                }
                ("journal", Value::List(list)) => {
                    rest.journal = list.iter().map(Value::to_json).collect();
                }
                ("clients", Value::List(list)) => {
                    rest.clients =
                        list.iter().filter_map(|one| ExtraFields::of_client(one, None)).collect();
                }
                ("meetings", Value::List(list)) => {
                    let more = |object| ExtraFields::of_meeting(object, &[]);
                    rest.meetings = list.iter().filter_map(more).collect();
                }
                ("loops" | "journal" | "clients" | "meetings", _) => {}
                (name, _) if NOT_REST.contains(&name) => {}
                _ => rest.fields.push((name.clone(), value.to_json())),
            }
        }
        rest.fields = last_of_each(rest.fields);
        rest
    }

    /// Returns the merged unread data of all files whose data these events keep.
    pub(crate) fn of_all<'a>(events: impl IntoIterator<Item = &'a Event>) -> Self {
        let mut rest = Self::default();
        for event in events {
            if let EventKind::DataImported(json) = &event.kind
                && let Some(object) = Value::read(json.get())
            {
                rest.merge(Self::of(&object));
            }
        }
        rest
    }

    /// Adds the data of `other` that is not here yet. Loops and journal entries are compared by their id, or without
    /// one by their text; fields by their name.
    pub(crate) fn merge(&mut self, other: Self) {
        merge_items(&mut self.loops, other.loops);
        merge_items(&mut self.journal, other.journal);
        merge_fields(&mut self.fields, other.fields);
        merge_extra(&mut self.clients, other.clients);
        merge_extra(&mut self.meetings, other.meetings);
    }

    /// Returns the data without that of the records for which `gone` returns true: their loops and extra fields.
    pub(crate) fn without(mut self, gone: &dyn Fn(EventId) -> bool) -> Self {
        self.loops.retain(|item| !client_of(item).is_some_and(gone));
        self.clients.retain(&|id| !gone(*id));
        self.meetings.retain(&|id| !gone(*id));
        self
    }

    /// Returns the data as a JSON object; `None` if it is empty.
    pub(crate) fn json(&self) -> Option<String> {
        Some(to_json(self)).filter(|json| json != "{}")
    }

    /// Returns whether clients or meetings have extra fields.
    pub(crate) fn has_more(&self) -> bool {
        !self.clients.is_empty() || !self.meetings.is_empty()
    }
}

/// Returns the client of a loop; `None` if the loop does not name one.
pub(crate) fn client_of(item: &str) -> Option<EventId> {
    Value::read(item).and_then(|item| Some(client_id(item.field("client")?.text()?)))
}

/// Adds the items that are not there yet, compared by id, or without one by their text.
fn merge_items(items: &mut Vec<String>, others: Vec<String>) {
    let mut known: Vec<String> = items.iter().map(|item| name(item)).collect();
    sorted_map::sort(&mut known, &Ord::cmp);
    items.extend(others.into_iter().filter(|item| known.binary_search(&name(item)).is_err()));
}

/// Returns the key of an item: its id, or its whole text if it has none.
fn name(item: &str) -> String {
    let id = Value::read(item).and_then(|object| id_text(&object).map(str::to_owned));
    id.unwrap_or_else(|| item.to_owned())
}

impl Serialize for UnreadData {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut object = to.serialize_map(None)?;
        for (name, items) in [("loops", &self.loops), ("journal", &self.journal)] {
            if !items.is_empty() {
                let items: Vec<&RawValue> = items.iter().map(|item| as_raw(item)).collect();
                object.serialize_entry(name, &items)?;
            }
        }
        for (name, value) in &self.fields {
            object.serialize_entry(name, as_raw(value))?;
        }
        for (name, extra) in [("clients", &self.clients), ("meetings", &self.meetings)] {
            if !extra.is_empty() {
                object.serialize_entry(name, &extra.values().collect::<Vec<_>>())?;
            }
        }
        object.end()
    }
}
