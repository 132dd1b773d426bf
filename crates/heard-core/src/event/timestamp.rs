//! When something happened, by two clocks.

use std::fmt;

use serde::{Deserialize, Serialize};

/// One life of a document, from load to unload: readings of the monotonic clock compare only within it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DocumentId(u64);

impl DocumentId {
    /// 48 bits: among ten thousand documents two share a boot about twice in ten million notebooks.
    const BITS: u32 = 48;

    /// A boot from random bits that the edge supplies; only the lowest 48 count.
    pub const fn from_random(bits: u64) -> Self {
        Self(bits & ((1 << Self::BITS) - 1))
    }

    /// Reads twelve or fewer hexadecimal digits, as [`fmt::Display`] writes them.
    pub fn parse(text: &str) -> Option<Self> {
        let written = text.len() <= 12 && !text.starts_with('+');
        written.then(|| u64::from_str_radix(text, 16).ok().map(Self)).flatten()
    }
}

impl fmt::Display for DocumentId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:x}", self.0)
    }
}

/// A moment by the wall clock, which can be set, and by the monotonic clock, which can not.
///
/// Both, because each fails where the other holds: people and networks set wall clocks, and monotonic clocks stop
/// in some systems' sleep and start anew with each document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Timestamp {
    /// The document in which the moment was read.
    pub boot: DocumentId,
    /// Milliseconds since 1970-01-01T00:00Z by the wall clock.
    #[serde(rename = "wall")]
    pub wall_ms: i64,
    /// Milliseconds since the document began, by the monotonic clock.
    #[serde(rename = "mono")]
    pub mono_ms: u64,
}

impl Timestamp {
    /// Milliseconds from `earlier` to this moment; never negative.
    ///
    /// Within one document the monotonic clock decides. Across documents only the wall clock can.
    pub fn since(self, earlier: Self) -> u64 {
        if self.boot == earlier.boot {
            self.mono_ms.saturating_sub(earlier.mono_ms)
        } else {
            u64::try_from(self.wall_ms.saturating_sub(earlier.wall_ms)).unwrap_or(0)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const A: DocumentId = DocumentId::from_random(1);
    const B: DocumentId = DocumentId::from_random(2);

    fn moment(boot: DocumentId, wall_ms: i64, mono_ms: u64) -> Timestamp {
        Timestamp { boot, wall_ms, mono_ms }
    }

    #[test]
    fn within_a_document_a_wall_clock_set_back_changes_nothing() {
        assert_eq!(moment(A, -3_600_000, 1_500).since(moment(A, 0, 1_000)), 500);
    }

    #[test]
    fn across_documents_the_wall_clock_decides_and_never_goes_below_zero() {
        assert_eq!(moment(B, 9_000, 0).since(moment(A, 2_000, 700)), 7_000);
        assert_eq!(moment(B, 1_000, 0).since(moment(A, 2_000, 700)), 0);
    }

    #[test]
    fn a_boot_reads_back_as_written() {
        let boot = DocumentId::from_random(u64::MAX);
        assert_eq!(boot.to_string(), "ffffffffffff");
        assert_eq!(DocumentId::parse("ffffffffffff"), Some(boot));
        assert_eq!(DocumentId::parse("fffffffffffff"), None);
        assert_eq!(DocumentId::parse("+f"), None);
        assert_eq!(DocumentId::parse(""), None);
    }
}
