//! A JSON object whose text is kept unchanged.

use serde::de::{Deserialize, Deserializer, Error};
use serde::ser::{Serialize, Serializer};
use serde_json::value::RawValue;

/// A JSON object of another tool with its original text: the order of the fields and all digits of numbers are kept.
///
/// Two objects are equal if their texts are equal.
#[derive(Clone, Debug)]
pub struct RawObject(Box<RawValue>);

impl RawObject {
    /// Creates an object from its JSON text; `None` if the text is not valid JSON or not an object.
    pub fn parse(json: String) -> Option<Self> {
        RawValue::from_string(json).ok().and_then(Self::new)
    }

    /// The JSON text.
    pub fn get(&self) -> &str {
        self.0.get()
    }

    fn new(value: Box<RawValue>) -> Option<Self> {
        value.get().starts_with('{').then_some(Self(value))
    }
}

impl PartialEq for RawObject {
    fn eq(&self, other: &Self) -> bool {
        self.get() == other.get()
    }
}

impl Eq for RawObject {}

impl Serialize for RawObject {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(to)
    }
}

impl<'de> Deserialize<'de> for RawObject {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let value = Box::<RawValue>::deserialize(from)?;
        Self::new(value).ok_or_else(|| D::Error::custom("not an object"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_object_keeps_its_text_and_nothing_else_is_one() {
        let text = r#"{"b":1.50,"a":18446744073709551616,"b":2}"#;
        let object = RawObject::parse(text.to_owned()).unwrap();
        assert_eq!(object.get(), text);
        assert_eq!(serde_json::to_string(&object).unwrap(), text);
        for other in ["", "null", "[{}]", "1", "\"{}\"", "{", "{}x"] {
            assert_eq!(RawObject::parse(other.to_owned()), None, "{other}");
        }
    }
}
