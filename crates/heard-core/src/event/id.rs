//! Names for events, and for the records they belong to.

use std::fmt;

use crate::event::timestamp::DocumentId;

/// Names one event for ever, and orders it among the others.
///
/// `n` is a Lamport counter: one more than the highest number its writer had seen. So an event sorts after all that
/// its author knew of, whatever became of the clocks; events of two tabs that did not know of each other are put in
/// order by their boots, the same way everywhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EventId {
    /// One more than the highest number the writer had seen.
    pub n: u64,
    /// The document that wrote the event.
    pub boot: DocumentId,
}

impl EventId {
    /// Reads `boot-n`, as [`fmt::Display`] writes it.
    pub fn parse(text: &str) -> Option<Self> {
        let (boot, n) = text.split_once('-')?;
        let digits = !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit());
        let n = digits.then(|| n.parse().ok()).flatten()?;
        Some(Self { n, boot: DocumentId::parse(boot)? })
    }

    /// The name of something that came without one of ours, made of a text: the same text is always named the same.
    ///
    /// The boot is the text's FNV-1a hash of 64 bits, cut to 48; the number is 1, because its author knew of nothing
    /// here.
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

/// What an event belongs to. A meeting or a client is named by the event that began it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Record {
    /// The settings of the notebook.
    Settings,
    /// The meeting or client that this event began.
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
    /// Reads `settings` or an id.
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
        // The ends of the reference values that FNV-1a has for these texts.
        for (text, name) in
            [("", "9ce484222325-1"), ("a", "dc4c8601ec8c-1"), ("foobar", "4171f73967e8-1")]
        {
            assert_eq!(EventId::named(text).to_string(), name);
        }
    }
}
