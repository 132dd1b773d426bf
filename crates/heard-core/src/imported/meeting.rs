//! Reading of a meeting object, which is accepted only if all of it is valid.

use std::rc::Rc;

use crate::codec::value::Value;
use crate::event::capture::{Capture, Kind, Mark, Tallies};
use crate::event::floor::Floor;
use crate::event::id::EventId;
use crate::event::kind::{MeetingKind, Opening};
use crate::event::limits::{MAX_NAME, MAX_WORDS};
use crate::event::review::After;
use crate::imported::fields::{all, each, or_default, text, time_ms};
use crate::imported::ids::MAX_ID;
use crate::imported::{Tiles, client_id, id_text, part_id, review};
use crate::sorted_map;
use crate::time::read_rfc3339;

/// The maximum number of marks and captures of a meeting. More would make every computation slow.
const MOST_PARTS: usize = 10_000;

/// The contents of a meeting object.
pub(crate) struct ImportedMeeting {
    pub(crate) opening: Opening,
    /// The wall-clock time of the start, in milliseconds since 1970-01-01 UTC.
    pub(crate) started_wall_ms: i64,
    pub(crate) tiles: Tiles,
    pub(crate) marks: Vec<Mark>,
    pub(crate) captures: Vec<Rc<Capture>>,
    pub(crate) tallies: Tallies,
    pub(crate) after: After,
}

/// A mark or capture object with its id in the notebook.
pub(crate) type Part<'a, 'b> = (EventId, &'b Value<'a>);

impl ImportedMeeting {
    /// Reads the object of the meeting `id`; `None` if any part of it is not valid.
    pub(crate) fn read(id: EventId, object: &Value) -> Option<Self> {
        let (started_wall_ms, utc_offset_min) = read_rfc3339(object.field("started_at")?.text()?)?;
        let ended = or_default(object, "ended_at", |at| Some(Some(read_rfc3339(at.text()?)?.0)))?;
        if ended.is_some_and(|ended_wall_ms| ended_wall_ms < started_wall_ms) {
            return None;
        }
        let opening = Opening {
            client: client(object)?,
            kind: or_default(object, "kind", |kind| {
                // An unknown kind of another tool stays in the object; the default is used here.
                Some(MeetingKind::parse(kind.text()?).unwrap_or_default())
            })?,
            us: head_count(object, "us")?,
            them: head_count(object, "them")?,
            began_ms_ago: 0,
            aim_percent: None,
            utc_offset_min,
        };
        let (marks, captures) = (parts(id, object, "marks")?, parts(id, object, "captures")?);
        let mut names: Vec<EventId> = marks.iter().chain(&captures).map(|(id, _)| *id).collect();
        sorted_map::first_of_each(&mut names, &Ord::cmp);
        if names.len() != marks.len() + captures.len() || names.len() > MOST_PARTS {
            return None;
        }
        let captures: Vec<_> = all(&captures, &capture)?;
        Some(Self {
            opening,
            started_wall_ms,
            tiles: Tiles::read(id, object)?,
            marks: all(&marks, &mark)?,
            captures: captures.into_iter().flatten().collect(),
            tallies: or_default(object, "tallies", tallies)?,
            after: review::meeting(id, object),
        })
    }
}

/// Returns the marks or captures of a meeting object with their ids; `None` if one has no valid id.
pub(crate) fn parts<'a, 'b>(
    meeting: EventId,
    object: &'b Value<'a>,
    list: &str,
) -> Option<Vec<Part<'a, 'b>>> {
    each(object, list, &|part| Some((part_id(meeting, id_text(part)?), part)))
}

#[allow(clippy::option_option, reason = "one layer for left out, one for unreadable")]
fn client(object: &Value) -> Option<Option<EventId>> {
    or_default(object, "client", |client| Some(Some(client_id(&text(client, MAX_ID)?))))
}

/// Reads a number of people, by default 1; `None` if it is zero or not valid.
fn head_count(object: &Value, name: &str) -> Option<u8> {
    or_default(object, name, |count| count.whole().filter(|count| *count > 0).map(Some))
        .map(|count| count.unwrap_or(1))
}

#[allow(clippy::option_option, reason = "one layer for left out, one for unreadable")]
fn floor(object: &Value) -> Option<Option<Floor>> {
    or_default(object, "floor", |floor| Some(Some(Floor::parse(floor.text()?)?)))
}

/// Reads a mark; `None` if it is not valid.
fn mark(&(id, object): &Part) -> Option<Mark> {
    Some(Mark { id, at_ms: time_ms(object, "at_ms")?, floor: floor(object)? })
}

/// Reads a capture. The outer `None` means that it is not valid, the inner one that its kind is unknown to this build.
#[allow(clippy::option_option, reason = "one layer for not known, one for unreadable")]
fn capture(&(id, object): &Part) -> Option<Option<Rc<Capture>>> {
    let kind = Kind::parse(object.field("kind")?.text()?);
    let at_ms = time_ms(object, "at_ms")?;
    let floor = floor(object)?;
    let words = text(object.field("words")?, MAX_WORDS)?;
    let said_by = or_default(object, "said_by", |name| Some(Some(text(name, MAX_NAME)?)))?;
    let earlier = each(object, "earlier", &|words| text(words, MAX_WORDS))?;
    let Some(kind) = kind else { return Some(None) };
    let capture = Capture { floor, said_by, earlier, ..Capture::new(id, kind, at_ms, words) };
    Some(Some(Rc::new(review::capture(capture, object))))
}

/// Reads a count. It is a function because a closure would need explicit lifetimes.
fn whole(count: &Value) -> Option<u32> {
    count.whole()
}

/// Reads the tallies; `None` if they are not valid.
fn tallies(object: &Value) -> Option<Tallies> {
    let count = |name| or_default(object, name, whole);
    matches!(object, Value::Object(_)).then_some(())?;
    Some(Tallies {
        asked: count("asked")?,
        played_back: count("played_back")?,
        jumped_in: count("jumped_in")?,
    })
}
