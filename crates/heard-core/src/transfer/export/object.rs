//! A JSON object that is built field by field, with fields of the contract and of other tools.

use serde::{Serialize, Serializer};
use serde_json::value::RawValue;

use crate::codec::value::{as_raw, to_raw};

/// A serialized JSON value.
pub(super) type Json = Box<RawValue>;

/// A JSON object, its fields in the order in which they were added.
#[derive(Debug, Default)]
pub(super) struct Object(Vec<(String, Json)>);

impl Object {
    /// An object of one field.
    pub(super) fn of(name: &str, value: &(impl Serialize + ?Sized)) -> Self {
        Self(vec![(name.to_owned(), to_raw(value))])
    }

    /// Adds a field.
    pub(super) fn put(&mut self, name: &str, value: &(impl Serialize + ?Sized)) -> &mut Self {
        self.0.push((name.to_owned(), to_raw(value)));
        self
    }

    /// Adds a field whose value is serialized already; a text that is not JSON becomes `null`.
    pub(super) fn put_json(&mut self, name: &str, json: &str) -> &mut Self {
        self.0.push((name.to_owned(), as_raw(json).to_owned()));
        self
    }

    /// Adds the fields of another object.
    pub(super) fn put_all(&mut self, other: &Self) {
        self.0.extend(other.0.iter().cloned());
    }

    /// The object as a serialized value.
    pub(super) fn to_json(&self) -> Json {
        to_raw(self)
    }
}

impl Serialize for Object {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_map(self.0.iter().map(|(name, value)| (name, value)))
    }
}
