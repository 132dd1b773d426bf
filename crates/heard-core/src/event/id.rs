//! Identifiers of events and of the records that they belong to.

use std::fmt;

use crate::event::timestamp::DocumentId;

/// The unique and permanent identifier of an event. Its order is the order of events.
///
/// `n` is a Lamport clock: one more than the highest number that the writer had seen. An event therefore sorts after
/// all events that its writer knew of, even if the wall clock was set back. Events with the same number, written by
/// documents that did not know of each other, are ordered by `boot`, which gives the same order everywhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EventId {
    /// One more than the highest number the writer had seen.
    pub n: u64,
    /// The document that wrote the event.
    pub boot: DocumentId,
}

impl EventId {
    /// Parses `boot-n`, the form that [`fmt::Display`] writes; `None` for any other text.
    pub fn parse(text: &str) -> Option<Self> {
        let (boot, n) = text.split_once('-')?;
        let digits = !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit());
        let n = digits.then(|| n.parse().ok()).flatten()?;
        Some(Self { n, boot: DocumentId::parse(boot)? })
    }

    /// Derives an identifier from a text, for imported items without an identifier of this form. The same text always
    /// gives the same identifier.
    ///
    /// `boot` is the 64-bit FNV-1a hash of the text, reduced to its lowest 48 bits; `n` is 1.
    ///
    /// Source: <http://www.isthe.com/chongo/tech/comp/fnv/>.
    pub fn named(text: &str) -> Self {
        let hash = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        });
        Self { n: 1, boot: DocumentId::from_random(hash) }
    }
}

impl fmt::Display for EventId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.boot, self.n)
    }
}

/// The record that an event belongs to. A meeting or a client is identified by its first event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Record {
    /// The settings of the notebook.
    Settings,
    /// The meeting or client with this first event.
    Begun(EventId),
}

const SETTINGS: &str = "settings";

impl fmt::Display for Record {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Settings => f.write_str(SETTINGS),
            Self::Begun(id) => id.fmt(f),
        }
    }
}

impl Record {
    /// Parses `settings` or an event identifier; `None` for any other text.
    pub fn parse(text: &str) -> Option<Self> {
        if text == SETTINGS { Some(Self::Settings) } else { EventId::parse(text).map(Self::Begun) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_reads_back_as_written() {
        let id = EventId { n: 12, boot: DocumentId::from_random(0xbeef) };
        assert_eq!(id.to_string(), "beef-12");
        assert_eq!(EventId::parse("beef-12"), Some(id));
    }

    #[test]
    fn what_is_not_an_id_is_not_read_as_one() {
        for text in [
            "",
            "-",
            "beef",
            "beef-",
            "-12",
            "beef-+1",
            "beef-1.0",
            "xyz-1",
            "beef-99999999999999999999999",
        ] {
            assert_eq!(EventId::parse(text), None, "{text:?}");
        }
    }

    #[test]
    fn what_its_author_knew_sorts_before_it_whatever_the_boots() {
        let earlier = EventId { n: 3, boot: DocumentId::from_random(9) };
        let later = EventId { n: 4, boot: DocumentId::from_random(1) };
        assert!(earlier < later);
    }

    #[test]
    fn a_text_gives_the_name_that_its_hash_gives() {
        // The lowest 48 bits of the published FNV-1a test values of these texts.
        for (text, name) in
            [("", "9ce484222325-1"), ("a", "dc4c8601ec8c-1"), ("foobar", "4171f73967e8-1")]
        {
            assert_eq!(EventId::named(text).to_string(), name);
        }
    }
}
