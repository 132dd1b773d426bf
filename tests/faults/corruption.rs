//! Corruption of one stored record.

use serde_json::Value;

use crate::rounds::Random;
use crate::stored::{StoredData, text_of};

/// A kind of corruption.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Corruption {
    /// A bit of one character or byte is flipped.
    Flipped,
    /// The end is cut off.
    Cut,
    /// The content is repeated.
    Doubled,
}

/// The location of one record.
#[derive(Debug, Clone)]
pub(crate) enum Location {
    /// A key of localStorage.
    Local(String),
    /// An index into the list of all databases' records.
    Indexed(usize),
}

impl Location {
    /// The locations of all the notebook's records, in both storages.
    pub(crate) fn all(kept: &StoredData) -> Vec<Self> {
        let local = kept.local.keys().filter(|key| key.starts_with("heard:")).cloned();
        local.map(Self::Local).chain((0..kept.indexed.len()).map(Self::Indexed)).collect()
    }

    pub(crate) fn is_local(&self) -> bool {
        matches!(self, Self::Local(_))
    }

    /// Corrupts the record, and returns its previous content.
    pub(crate) fn corrupt(
        &self,
        kept: &mut StoredData,
        corruption: Corruption,
        random: &mut Random,
    ) -> String {
        match self {
            Self::Local(key) => {
                let value = kept.local.get_mut(key).expect("the record is there");
                let before = format!("{key} {value}");
                *value = corruption.apply_to_text(value, random);
                before
            }
            Self::Indexed(at) => {
                let value = &mut kept.indexed[*at]["value"];
                let before = format!("{} {value}", text_of(value));
                corruption.apply_to(value, random);
                before
            }
        }
    }

    /// Empties the storage that does not contain this record.
    pub(crate) fn empty_other_storage(&self, kept: &mut StoredData) {
        match self {
            Self::Local(_) => kept.indexed.clear(),
            Self::Indexed(_) => kept.local.clear(),
        }
    }
}

impl Corruption {
    /// Corrupts one string, byte array or number in a value.
    fn apply_to(self, value: &mut Value, random: &mut Random) {
        match value {
            Value::String(text) => *text = self.apply_to_text(text, random),
            Value::Array(list) if !list.is_empty() => {
                let at = random.index(list.len());
                self.apply_to(&mut list[at], random);
            }
            Value::Object(fields) => {
                if let Some(Value::Array(bytes)) = fields.get_mut("$bytes") {
                    self.apply_to_list(bytes, random);
                } else if !fields.is_empty() {
                    let at = random.index(fields.len());
                    let (_, field) =
                        fields.iter_mut().nth(at).expect("the index is below the length");
                    self.apply_to(field, random);
                }
            }
            Value::Number(number) => *value = Value::from(number.as_i64().unwrap_or(0) ^ 1),
            other => *other = Value::from("damaged"),
        }
    }

    fn apply_to_text(self, text: &str, random: &mut Random) -> String {
        let mut letters: Vec<Value> = text.chars().map(|c| Value::from(u32::from(c))).collect();
        self.apply_to_list(&mut letters, random);
        let codes = letters.iter().filter_map(Value::as_u64);
        codes.filter_map(|code| char::from_u32(u32::try_from(code).ok()?)).collect()
    }

    fn apply_to_list(self, list: &mut Vec<Value>, random: &mut Random) {
        let at = random.index(list.len());
        match self {
            Self::Flipped => {
                if let Some(one) = list.get_mut(at) {
                    *one = Value::from(one.as_u64().unwrap_or(0) ^ (1 << random.below(6)));
                }
            }
            Self::Cut => list.truncate(at),
            Self::Doubled => list.extend_from_within(..),
        }
    }
}

#[test]
fn every_corruption_changes_strings_and_bytes() {
    let mut random = Random::of_this_run();
    for corruption in [Corruption::Flipped, Corruption::Cut, Corruption::Doubled] {
        for _ in 0..100 {
            assert_ne!(corruption.apply_to_text("“words”", &mut random), "“words”");
            let whole = serde_json::json!({ "$bytes": [1, 2, 255], "$view": "Uint8Array" });
            let mut bytes = whole.clone();
            corruption.apply_to(&mut bytes, &mut random);
            assert_ne!(bytes, whole);
        }
    }
}
