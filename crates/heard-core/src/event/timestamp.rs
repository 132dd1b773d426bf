//! Timestamps by the wall clock and the monotonic clock.

use std::fmt;

use serde::{Deserialize, Serialize};

/// The identifier of a document, from its load to its unload. Readings of the monotonic clock can be compared only
/// within one document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DocumentId(u64);

impl DocumentId {
    /// The number of bits. Two of 10,000 documents have the same identifier with a probability of about 2 in 10 million
    /// (birthday bound, 10,000² / 2⁴⁹).
    const BITS: u32 = 48;

    /// Creates an identifier from random bits, of which the lowest 48 are used.
    pub const fn from_random(bits: u64) -> Self {
        Self(bits & ((1 << Self::BITS) - 1))
    }

    /// Parses at most twelve hexadecimal digits, the form that [`fmt::Display`] writes; `None` for any other text.
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

/// A point in time by the wall clock, which can be set, and by the monotonic clock, which cannot.
///
/// Both are needed: wall clocks are set by users and networks, and monotonic clocks stop during sleep on some systems
/// and restart with each document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Timestamp {
    /// The document in which the clocks were read.
    pub boot: DocumentId,
    /// Milliseconds since 1970-01-01T00:00Z by the wall clock.
    #[serde(rename = "wall")]
    pub wall_ms: i64,
    /// Milliseconds since the document was loaded, by the monotonic clock.
    #[serde(rename = "mono")]
    pub mono_ms: u64,
}

impl Timestamp {
    /// Milliseconds from `earlier` to this time; never negative.
    ///
    /// Within one document the difference is taken from the monotonic clock, across documents from the wall clock.
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
