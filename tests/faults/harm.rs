//! Damage to one record that is kept: where, and of what sort.

use serde_json::Value;

use crate::kept::{Kept, text_of};
use crate::rounds::Random;

/// What becomes of a record.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Harm {
    /// One letter or byte is another.
    Flipped,
    /// The end is missing.
    Cut,
    /// All of it stands there twice.
    Doubled,
}

/// One record, on one side.
#[derive(Debug, Clone)]
pub(crate) enum Spot {
    /// A key of localStorage.
    Local(String),
    /// A place in the list of all databases' records.
    Indexed(usize),
}

impl Spot {
    /// Every record of the notebook, on both sides.
    pub(crate) fn all(kept: &Kept) -> Vec<Self> {
        let local = kept.local.keys().filter(|key| key.starts_with("heard:")).cloned();
        local.map(Self::Local).chain((0..kept.indexed.len()).map(Self::Indexed)).collect()
    }

    pub(crate) fn is_local(&self) -> bool {
        matches!(self, Self::Local(_))
    }

    /// Damages the record, and gives what it said before.
    pub(crate) fn harm(&self, kept: &mut Kept, harm: Harm, random: &mut Random) -> String {
        match self {
            Self::Local(key) => {
                let value = kept.local.get_mut(key).expect("the record is there");
                let before = format!("{key} {value}");
                *value = harm.done_to_text(value, random);
                before
            }
            Self::Indexed(at) => {
                let value = &mut kept.indexed[*at]["value"];
                let before = format!("{} {value}", text_of(value));
                harm.done_to(value, random);
                before
            }
        }
    }

    /// As if the side that is not damaged had been wiped.
    pub(crate) fn empty_other_side(&self, kept: &mut Kept) {
        match self {
            Self::Local(_) => kept.indexed.clear(),
            Self::Indexed(_) => kept.local.clear(),
        }
    }
}

impl Harm {
    /// Damages one text or one run of bytes somewhere in a value; a number becomes another.
    fn done_to(self, value: &mut Value, random: &mut Random) {
        match value {
            Value::String(text) => *text = self.done_to_text(text, random),
            Value::Array(list) if !list.is_empty() => {
                let at = random.index(list.len());
                self.done_to(&mut list[at], random);
            }
            Value::Object(fields) => {
                if let Some(Value::Array(bytes)) = fields.get_mut("$bytes") {
                    self.done_to_list(bytes, random);
                } else if !fields.is_empty() {
                    let at = random.index(fields.len());
                    let (_, field) =
                        fields.iter_mut().nth(at).expect("the index is below the length");
                    self.done_to(field, random);
                }
            }
            Value::Number(number) => *value = Value::from(number.as_i64().unwrap_or(0) ^ 1),
            other => *other = Value::from("damaged"),
        }
    }

    fn done_to_text(self, text: &str, random: &mut Random) -> String {
        let mut letters: Vec<Value> = text.chars().map(|c| Value::from(u32::from(c))).collect();
        self.done_to_list(&mut letters, random);
        let codes = letters.iter().filter_map(Value::as_u64);
        codes.filter_map(|code| char::from_u32(u32::try_from(code).ok()?)).collect()
    }

    fn done_to_list(self, list: &mut Vec<Value>, random: &mut Random) {
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
fn every_harm_changes_a_text_and_bytes() {
    let mut random = Random::of_this_run();
    for harm in [Harm::Flipped, Harm::Cut, Harm::Doubled] {
        for _ in 0..100 {
            assert_ne!(harm.done_to_text("“words”", &mut random), "“words”");
            let whole = serde_json::json!({ "$bytes": [1, 2, 255], "$view": "Uint8Array" });
            let mut bytes = whole.clone();
            harm.done_to(&mut bytes, &mut random);
            assert_ne!(bytes, whole);
        }
    }
}
