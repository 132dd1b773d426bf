//! Checking a segment: every line is held against its checksum, and only what is unusual is parsed.

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

/// What was found in the text of a segment, or of many together.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Checked<'a> {
    /// The meetings that are closed, in the order of opening. Packed, they count as not running without being asked.
    pub packed: Vec<Packed>,
    /// All other events: of a meeting that lacks its opening or its end, of a client, of the settings.
    pub loose: Vec<Event>,
    /// Lines of a newer Heard, as they are.
    pub newer: Vec<&'a str>,
    /// Lines that are events no longer, and what else stands between the lines, as it is.
    pub damaged: Vec<&'a str>,
}

/// A good line, and what its packing depends on.
struct Seen<'a> {
    /// The meeting to which it belongs, if to any.
    of: Option<EventId>,
    id: EventId,
    wall_ms: i64,
    said: LineHead,
    line: &'a str,
}

/// What a line says of whether its meeting is closed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum LineHead {
    Opened,
    Ended,
    Undone(EventId),
    Other,
}

/// Checks the text of a segment, without parsing what is as this build writes it.
pub fn check(text: &str) -> Checked<'_> {
    let mut found = Checked::default();
    let mut seen = Vec::new();
    segment::lines(text).for_each(|piece| see(piece, &mut seen, &mut found));
    // Of two lines of one event the same one counts as in a union.
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
    /// Parses a line.
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
            // What is salvaged has a right checksum, and may be no event for all that: it is not parted again.
            let mut whole = Vec::new();
            salvage::part(piece, |line| whole.push(line), &mut found.damaged);
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

/// The lines of a meeting, if they tell that it was opened and ended, and neither was taken back.
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
    /// A line as this build writes it. What was undone is worth a closer look.
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

/// The meeting to which a line belongs.
const fn meeting(of: Record, adds_client: bool) -> Option<EventId> {
    match of {
        Record::Begun(id) if !adds_client => Some(id),
        _ => None,
    }
}
