//! A meeting's object, read: sound as a whole, or not taken at all.

use std::rc::Rc;

use crate::codec::value::Value;
use crate::event::capture::{Capture, Kind, Mark, Tallies};
use crate::event::floor::Floor;
use crate::event::id::EventId;
use crate::event::kind::{MeetingKind, Opening};
use crate::event::limits::{MAX_NAME, MAX_WORDS};
use crate::event::review::After;
use crate::imported::{MAX_ID, Tiles, client_id, id_text, part_id, review};
use crate::sorted_map;
use crate::time::read_rfc3339;

/// The latest time within a meeting: 278 years. Sums of such times stay far from the end of the numbers.
const MAX_MS: u64 = 1 << 43;
/// The most marks and captures in a meeting: more would only make everything slow.
const MOST_PARTS: usize = 10_000;

/// What a meeting's object says.
pub(crate) struct ImportedMeeting {
    pub(crate) opening: Opening,
    pub(crate) started_wall_ms: i64,
    pub(crate) tiles: Tiles,
    pub(crate) marks: Vec<Mark>,
    pub(crate) captures: Vec<Rc<Capture>>,
    pub(crate) tallies: Tallies,
    pub(crate) after: After,
}

/// A mark or capture in a meeting's object, and the name that it has here.
pub(crate) type Part<'a, 'b> = (EventId, &'b Value<'a>);

impl ImportedMeeting {
    /// Reads the object of the meeting `id`; nothing, where any of it is not sound.
    pub(crate) fn read(id: EventId, object: &Value) -> Option<Self> {
        let (started_wall_ms, utc_offset_min) = read_rfc3339(object.field("started_at")?.text()?)?;
        let ended = or_default(object, "ended_at", |at| Some(Some(read_rfc3339(at.text()?)?.0)))?;
        if ended.is_some_and(|ended_wall_ms| ended_wall_ms < started_wall_ms) {
            return None;
        }
        let opening = Opening {
            client: client(object)?,
            kind: or_default(object, "kind", |kind| {
                // A kind of another tool stays in the object; here it is the plainest.
                Some(MeetingKind::of_word(kind.text()?).unwrap_or_default())
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

/// The marks or captures of a meeting's object, each with the name that it has here.
pub(crate) fn parts<'a, 'b>(
    meeting: EventId,
    object: &'b Value<'a>,
    list: &str,
) -> Option<Vec<Part<'a, 'b>>> {
    each(object, list, &|part| Some((part_id(meeting, id_text(part)?), part)))
}

/// What a field says; the default, where it is missing or null; nothing, where it can not be read.
pub(super) fn or_default<T: Default>(
    object: &Value,
    name: &str,
    read: impl FnOnce(&Value) -> Option<T>,
) -> Option<T> {
    match object.field(name) {
        None | Some(Value::Null) => Some(T::default()),
        Some(value) => read(value),
    }
}

/// The items of a list, which may be missing or null.
pub(super) fn each<'a, 'b, T>(
    object: &'b Value<'a>,
    name: &str,
    read: &dyn Fn(&'b Value<'a>) -> Option<T>,
) -> Option<Vec<T>> {
    match object.field(name) {
        None | Some(Value::Null) => Some(Vec::new()),
        Some(Value::List(list)) => all(list, read),
        Some(_) => None,
    }
}

/// What all of a list come to, if each comes to something. The one loop is smaller than an iterator for each list.
fn all<'b, A, T>(list: &'b [A], read: &dyn Fn(&'b A) -> Option<T>) -> Option<Vec<T>> {
    let mut items = Vec::with_capacity(list.len());
    for item in list {
        items.push(read(item)?);
    }
    Some(items)
}

/// A time within the meeting.
pub(super) fn time_ms(object: &Value, name: &str) -> Option<u64> {
    object.field(name)?.whole().filter(|ms| *ms <= MAX_MS)
}

pub(super) fn text(value: &Value, most: usize) -> Option<String> {
    let text = value.text()?;
    text.chars().nth(most).is_none().then(|| text.to_owned())
}

#[allow(clippy::option_option, reason = "one layer for left out, one for unreadable")]
fn client(object: &Value) -> Option<Option<EventId>> {
    or_default(object, "client", |client| Some(Some(client_id(&text(client, MAX_ID)?))))
}

fn head_count(object: &Value, name: &str) -> Option<u8> {
    or_default(object, name, |count| count.whole().filter(|count| *count > 0).map(Some))
        .map(|count| count.unwrap_or(1))
}

#[allow(clippy::option_option, reason = "one layer for left out, one for unreadable")]
fn floor(object: &Value) -> Option<Option<Floor>> {
    or_default(object, "floor", |floor| Some(Some(Floor::of_word(floor.text()?)?)))
}

fn mark(&(id, object): &Part) -> Option<Mark> {
    Some(Mark { id, at_ms: time_ms(object, "at_ms")?, floor: floor(object)? })
}

/// A capture; none within, if it is of a kind that this build does not know.
#[allow(clippy::option_option, reason = "one layer for not known, one for unreadable")]
fn capture(&(id, object): &Part) -> Option<Option<Rc<Capture>>> {
    let kind = Kind::of_word(object.field("kind")?.text()?);
    let at_ms = time_ms(object, "at_ms")?;
    let floor = floor(object)?;
    let words = text(object.field("words")?, MAX_WORDS)?;
    let said_by = or_default(object, "said_by", |name| Some(Some(text(name, MAX_NAME)?)))?;
    let earlier = each(object, "earlier", &|words| text(words, MAX_WORDS))?;
    let Some(kind) = kind else { return Some(None) };
    let capture = Capture { floor, said_by, earlier, ..Capture::new(id, kind, at_ms, words) };
    Some(Some(Rc::new(review::capture(capture, object))))
}

/// A count, for a closure that names no lifetime.
fn whole(count: &Value) -> Option<u32> {
    count.whole()
}

fn tallies(object: &Value) -> Option<Tallies> {
    let count = |name| or_default(object, name, whole);
    matches!(object, Value::Object(_)).then_some(())?;
    Some(Tallies {
        asked: count("asked")?,
        played_back: count("played_back")?,
        jumped_in: count("jumped_in")?,
    })
}
