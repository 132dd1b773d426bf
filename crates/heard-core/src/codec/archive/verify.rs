//! Checking a segment: every line is verified by its checksum, and only lines in an unusual spelling are parsed.

use std::rc::Rc;

use crate::codec::archive::packed::{Ending, Packed};
use crate::codec::archive::{salvage, segment};
use crate::codec::checksum::{self, Checksum};
use crate::codec::header_scan::{Header, head};
use crate::codec::{self, DecodeError};
use crate::event::Event;
use crate::event::id::{EventId, Record};
use crate::event::kind::EventKind;
use crate::sorted_map;

/// The content of one or more segments, grouped by validity.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Checked<'a> {
    /// The closed meetings, in the order in which they were opened.
    pub packed: Vec<Packed>,
    /// The other events: of meetings without an opening or an end, of clients and of the settings.
    pub loose: Vec<Event>,
    /// Lines of a newer version, unchanged.
    pub newer: Vec<&'a str>,
    /// Damaged lines and other bytes between lines, unchanged.
    pub damaged: Vec<&'a str>,
}

/// A valid line, with the data that decides whether its meeting is packed.
struct Seen<'a> {
    /// The meeting to which the line belongs; `None` for lines of clients and settings.
    of: Option<EventId>,
    id: EventId,
    wall_ms: i64,
    said: LineHead,
    line: &'a str,
}

/// The effect of a line on whether its meeting is closed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum LineHead {
    Opened,
    Ended,
    Undone(EventId),
    Other,
}

/// Checks the text of a segment. Lines that are spelled as this build writes them are not parsed.
pub fn check(text: &str) -> Checked<'_> {
    let mut found = Checked::default();
    let mut seen = Vec::new();
    segment::lines(text).for_each(|piece| see(piece, &mut seen, &mut found));
    // Of two lines of the same event the one that a union keeps is used.
    let by_name = |one: &Seen, other: &Seen| (one.of, one.id).cmp(&(other.of, other.id));
    sorted_map::sort(&mut seen, &|one, other| by_name(one, other).then(one.line.cmp(other.line)));
    sorted_map::last_of_each(&mut seen, &by_name);
    for lines in seen.chunk_by(|one, next| one.of == next.of) {
        match lines[0].of.and_then(|of| packed(of, lines)) {
            Some(packed) => found.packed.push(packed),
            None => lines.iter().for_each(|line| found.take(line.line)),
        }
    }
    found
}

impl<'a> Checked<'a> {
    /// Decodes a line, and adds it to the group to which it belongs.
    fn take(&mut self, line: &'a str) {
        match codec::read(line) {
            Ok(event) => self.loose.push(event),
            Err(DecodeError::Newer) => self.newer.push(line),
            Err(DecodeError::Damaged) => self.damaged.push(line),
        }
    }
}

fn see<'a>(piece: &'a str, seen: &mut Vec<Seen<'a>>, found: &mut Checked<'a>) {
    if let Some(line) = Seen::at_a_glance(piece) {
        return seen.push(line);
    }
    match codec::read(piece) {
        Ok(event) => seen.push(Seen::in_full(&event, piece)),
        Err(DecodeError::Newer) => found.newer.push(piece),
        Err(DecodeError::Damaged) => {
            // A salvaged line has a right checksum but may still not be an event, so it is not split again.
            let mut whole = Vec::new();
            salvage::split(piece, |line| whole.push(line), &mut found.damaged);
            for line in whole {
                if line.len() < piece.len() {
                    see(line, seen, found);
                } else {
                    found.damaged.push(line);
                }
            }
        }
    }
}

/// Packs the lines of a meeting; `None` unless it was opened and ended, and neither was undone.
fn packed(of: EventId, lines: &[Seen]) -> Option<Packed> {
    let opened = lines.iter().find(|line| line.id == of && line.said == LineHead::Opened)?;
    let mut ends = lines.iter().filter(|line| line.said == LineHead::Ended && line.id > of);
    let ended = ends.next()?;
    let undone = |id: EventId| lines.iter().any(|line| line.said == LineHead::Undone(id));
    if undone(of) || undone(ended.id) || ends.any(|line| undone(line.id)) {
        return None;
    }
    let ending = Ending { id: ended.id, wall_ms: ended.wall_ms.max(opened.wall_ms) };
    let room = lines.iter().map(|line| line.line.len() + 2).sum::<usize>() + 3;
    let text = segment::write_with_room(room, lines.iter().map(|line| line.line));
    Some(Packed { of, highest_n: lines.last()?.id.n, ending, text: Rc::from(text) })
}

impl<'a> Seen<'a> {
    /// Scans the header of a line; `None` for other spellings, and for undo lines, which must be parsed.
    fn at_a_glance(line: &'a str) -> Option<Self> {
        let right = checksum::verify(line) == Checksum::Right;
        let Header { id, wall_ms, of, word } = right.then(|| head(line)).flatten()?;
        let said = match word {
            "undone" => return None,
            "meeting-opened" => LineHead::Opened,
            "meeting-ended" => LineHead::Ended,
            _ => LineHead::Other,
        };
        Some(Self { of: meeting(of, word == "client-added"), id, wall_ms, said, line })
    }

    fn in_full(event: &Event, line: &'a str) -> Self {
        let said = match event.kind {
            EventKind::MeetingOpened(_) => LineHead::Opened,
            EventKind::MeetingEnded => LineHead::Ended,
            EventKind::Undone { event } => LineHead::Undone(event),
            _ => LineHead::Other,
        };
        let of = meeting(event.of, matches!(event.kind, EventKind::ClientAdded { .. }));
        Self { of, id: event.id(), wall_ms: event.at.wall_ms, said, line }
    }
}

/// The meeting to which a line belongs; `None` for lines of clients and settings.
const fn meeting(of: Record, adds_client: bool) -> Option<EventId> {
    match of {
        Record::Begun(id) if !adds_client => Some(id),
        _ => None,
    }
}
