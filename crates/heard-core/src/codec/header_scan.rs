//! Reading the fields before a line's kind without parsing JSON, because there may be many lines at startup.

use crate::codec::decode;
use crate::codec::line::MAX_N;
use crate::event::id::{EventId, Record};

/// The start of every line of this version.
const START: &str = "{\"v\":2,\"id\":\"";

/// The fields before a line's kind, and the name of the kind.
pub(crate) struct Header<'a> {
    pub(crate) id: EventId,
    pub(crate) wall_ms: i64,
    pub(crate) of: Record,
    /// The serialized name of the kind, which this build knows.
    pub(crate) word: &'a str,
}

/// The header of a line that is written as this build writes it and whose kind this build knows; `None` for others.
pub(crate) fn head(line: &str) -> Option<Header<'_>> {
    let (id, rest) = line.strip_prefix(START)?.split_once('"')?;
    let (wall, rest) = rest.strip_prefix(",\"wall\":")?.split_once(',')?;
    let (_, rest) = rest.strip_prefix("\"mono\":")?.split_once(',')?;
    let (of, rest) = rest.strip_prefix("\"of\":\"")?.split_once('"')?;
    let word = decode::known(rest.strip_prefix(",\"act\":")?)?;
    let id = name(id)?;
    Some(Header { id, wall_ms: wall.parse().ok()?, of: Record::parse(of)?, word })
}

/// The id of a line that is written as this build writes it; `None` for others.
pub(super) fn id(line: &str) -> Option<EventId> {
    name(line.strip_prefix(START)?.split_once('"')?.0)
}

fn name(text: &str) -> Option<EventId> {
    EventId::parse(text).filter(|id| id.n <= MAX_N)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codec;

    #[test]
    fn a_scanned_header_equals_the_decoded_one_for_every_golden_line() {
        for line in include_str!("../../tests/golden/events-v2.jsonl").lines() {
            let (event, head) = (codec::read(line).unwrap(), head(line).unwrap());
            assert_eq!((head.id, head.of), (event.id(), event.of), "{line}");
            assert_eq!(head.wall_ms, event.at.wall_ms, "{line}");
            assert!(line.contains(&format!("\"{}\"", head.word)), "{line}");
        }
    }

    #[test]
    fn the_start_of_a_line_names_the_current_version() {
        assert_eq!(START, format!("{{\"v\":{},\"id\":\"", codec::VERSION));
    }
}
