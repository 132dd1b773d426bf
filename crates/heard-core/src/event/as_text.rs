//! Values that a line of the log writes as one JSON string: ids, days, and enums of plain words.

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

/// Reads a string with `parse`, and writes what `Display` gives.
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

/// Reads a string with `of_word`, and writes what `word` gives.
macro_rules! serde_as_word {
    ($($type:ty),+ $(,)?) => {$(
        impl Serialize for $type {
            fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.serialize_str(self.word())
            }
        }

        impl<'de> Deserialize<'de> for $type {
            fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                read(from, Self::of_word)
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

/// Reads a value that may be missing or `null`, and is its default then.
pub(super) fn or_default<'de, D: Deserializer<'de>, T: Deserialize<'de> + Default>(
    from: D,
) -> Result<T, D::Error> {
    Ok(Option::deserialize(from)?.unwrap_or_default())
}

/// Whether a number is zero, which is left out of a line.
#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
pub(super) const fn is_zero(number: &u64) -> bool {
    *number == 0
}
