//! Serialization of ids, days and enums that a log line writes as one JSON string.

use serde::de::{Deserialize, Deserializer, Error};
use serde::ser::{Serialize, Serializer};

use crate::event::away::Counted;
use crate::event::capture::{Kind, Tally};
use crate::event::floor::{Floor, Party, Source};
use crate::event::id::{EventId, Record};
use crate::event::meeting_kind::MeetingKind;
use crate::event::review::{Answer, CostKind};
use crate::event::settings::{Face, Theme};
use crate::event::timestamp::DocumentId;
use crate::time::Day;

/// Implements `Serialize` with `Display` and `Deserialize` with `parse`, as a JSON string.
macro_rules! serde_as_text {
    ($($type:ty),+ $(,)?) => {$(
        impl Serialize for $type {
            fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.serialize_str(&self.to_string())
            }
        }

        impl<'de> Deserialize<'de> for $type {
            fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                read(from, Self::parse)
            }
        }
    )+};
}

/// Implements `Serialize` with `word` and `Deserialize` with `parse`, as a JSON string.
macro_rules! serde_as_word {
    ($($type:ty),+ $(,)?) => {$(
        impl Serialize for $type {
            fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.serialize_str(self.as_str())
            }
        }

        impl<'de> Deserialize<'de> for $type {
            fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                read(from, Self::parse)
            }
        }
    )+};
}

serde_as_text!(EventId, Record, DocumentId, Day);
serde_as_word!(
    MeetingKind,
    Kind,
    Tally,
    Party,
    Floor,
    Source,
    Face,
    Theme,
    Answer,
    CostKind,
    Counted
);

fn read<'de, D: Deserializer<'de>, T>(
    from: D,
    parse: impl FnOnce(&str) -> Option<T>,
) -> Result<T, D::Error> {
    parse(&String::deserialize(from)?).ok_or_else(|| D::Error::custom("unknown word"))
}

/// Deserializes a field whose value may be missing or `null`; both give the type's default.
pub(super) fn or_default<'de, D: Deserializer<'de>, T: Deserialize<'de> + Default>(
    from: D,
) -> Result<T, D::Error> {
    Ok(Option::deserialize(from)?.unwrap_or_default())
}

/// Returns whether a number is zero. Fields with the value zero are left out of a line.
#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
pub(super) const fn is_zero(number: &u64) -> bool {
    *number == 0
}
