//! Reading acts, each under the name by which it is written.

use std::str::FromStr;

use crate::codec::{loops, review};
use crate::event::away::Counted;
use crate::event::capture::{Kind, Tally};
use crate::event::floor::{Floor, Party, Source};
use crate::event::id::EventId;
use crate::event::kind::{EventKind, MeetingKind, NewCapture, Opening};
use crate::event::settings::{Face, Setting, Theme};
use crate::event::timestamp::{DocumentId, Timestamp};
use crate::json::{Json, Writer};

/// Reads an kind; nothing, when it is none that this build knows.
pub(super) fn read(value: &Json) -> Option<EventKind> {
    match value.text() {
        Some(name) => bare(name),
        None => only(value).and_then(|(name, body)| with(name, body)),
    }
}

/// The name under which the kind at the start of a text is written, if this build knows it; not whether it can be read.
pub(super) fn known(text: &str) -> Option<&str> {
    let object = text.strip_prefix('{');
    let (name, _) = object.unwrap_or(text).strip_prefix('"')?.split_once('"')?;
    let knows = if object.is_some() { has_body(name) } else { bare(name).is_some() };
    knows.then_some(name)
}

/// The one field of an object that has one.
pub(super) fn only<'a, 'b>(value: &'b Json<'a>) -> Option<(&'b str, &'b Json<'a>)> {
    let Json::Object(fields) = value else { return None };
    let [(name, body)] = &fields[..] else { return None };
    Some((name, body))
}

fn bare(name: &str) -> Option<EventKind> {
    Some(match name {
        "break-taken" => EventKind::BreakTaken,
        "break-ended" => EventKind::BreakEnded,
        "moment-marked" => EventKind::MomentMarked,
        "meeting-ended" => EventKind::MeetingEnded,
        "file-saved" => EventKind::FileSaved,
        _ => return None,
    })
}

/// The names that [`with`] reads.
fn has_body(name: &str) -> bool {
    matches!(
        name,
        "client-added"
            | "client-renamed"
            | "client-merged"
            | "meeting-opened"
            | "floor-taken"
            | "floor-left"
            | "captured"
            | "amended"
            | "struck"
            | "tallied"
            | "turn-moved"
            | "turn-given"
            | "turn-split"
            | "undone"
            | "redone"
            | "setting-changed"
            | "away-found"
            | "away-counted"
            | "guessed"
            | "kind-changed"
            | "attributed"
            | "reworded"
            | "planned"
            | "chain-drawn"
            | "read-back"
            | "ranked"
            | "felt-heard"
            | "cost-noted"
            | "notice-written"
            | "story-written"
            | "likened"
            | "loop-stepped"
            | "loop-assigned"
            | "client-brought"
            | "meeting-brought"
            | "rest-brought"
    )
}

fn with(name: &str, body: &Json) -> Option<EventKind> {
    Some(match name {
        "client-added" => EventKind::ClientAdded { name: owned(body, "name")? },
        "client-renamed" => EventKind::ClientRenamed { name: owned(body, "name")? },
        "client-merged" => EventKind::ClientMerged { into: id(body, "into")? },
        "meeting-opened" => EventKind::MeetingOpened(opening(body)?),
        "floor-taken" => {
            let by = Party::of_word(text(body, "by")?)?;
            EventKind::FloorTaken { by, source: source(body)? }
        }
        "floor-left" => EventKind::FloorLeft { source: source(body)? },
        "captured" => EventKind::Captured(catch(body)?),
        "amended" => {
            EventKind::Amended { capture: id(body, "capture")?, words: owned(body, "words")? }
        }
        "struck" => EventKind::Struck { what: id(body, "what")? },
        "tallied" => EventKind::Tallied(Tally::of_word(body.text()?)?),
        "turn-moved" => {
            EventKind::TurnMoved { turn: id(body, "turn")?, to_ms: whole(body, "to_ms")? }
        }
        "turn-given" => EventKind::TurnGiven { turn: id(body, "turn")?, to: floor(body)? },
        "turn-split" => EventKind::TurnSplit { at_ms: whole(body, "at_ms")?, to: floor(body)? },
        "undone" => EventKind::Undone { event: id(body, "event")? },
        "redone" => EventKind::Redone { event: id(body, "event")? },
        "setting-changed" => EventKind::SettingChanged(setting(body)?),
        "away-found" => EventKind::AwayFound { since: moment(body.field("since")?)? },
        "away-counted" => EventKind::AwayCounted {
            away: id(body, "away")?,
            counted: Counted::of_word(text(body, "as")?)?,
        },
        "client-brought" => EventKind::ClientBrought { json: raw(body)? },
        "meeting-brought" => EventKind::MeetingBrought { json: raw(body)? },
        "rest-brought" => EventKind::RestBrought { json: raw(body)? },
        _ => return review::with(name, body).or_else(|| loops::with(name, body)),
    })
}

pub(super) fn text<'b>(body: &'b Json, name: &str) -> Option<&'b str> {
    body.field(name)?.text()
}

pub(super) fn owned(body: &Json, name: &str) -> Option<String> {
    text(body, name).map(str::to_owned)
}

pub(super) fn id(body: &Json, name: &str) -> Option<EventId> {
    EventId::parse(text(body, name)?)
}

pub(super) fn whole<T: FromStr>(body: &Json, name: &str) -> Option<T> {
    body.field(name)?.whole()
}

pub(super) fn moment(body: &Json) -> Option<Timestamp> {
    let boot = DocumentId::parse(text(body, "boot")?)?;
    Some(Timestamp { boot, wall_ms: whole(body, "wall")?, mono_ms: whole(body, "mono")? })
}

/// An object within the kind, as JSON again.
fn raw(body: &Json) -> Option<String> {
    matches!(body, Json::Object(_)).then(|| {
        let mut json = Writer::default();
        json.value(body);
        json.done()
    })
}

fn floor(body: &Json) -> Option<Floor> {
    Floor::of_word(text(body, "to")?)
}

/// Whether something that may be left out is.
pub(super) fn is_left_out(body: &Json, name: &str) -> bool {
    body.field(name).is_none_or(Json::is_null)
}

fn source(body: &Json) -> Option<Source> {
    if is_left_out(body, "source") {
        return Some(Source::default());
    }
    Source::of_word(text(body, "source")?)
}

/// A number that may be left out.
#[allow(clippy::option_option, reason = "one layer for left out, one for unreadable")]
fn maybe<T: FromStr>(body: &Json, name: &str) -> Option<Option<T>> {
    if is_left_out(body, name) { Some(None) } else { whole(body, name).map(Some) }
}

/// A name that may be left out.
#[allow(clippy::option_option, reason = "one layer for left out, one for unreadable")]
pub(super) fn maybe_id(body: &Json, name: &str) -> Option<Option<EventId>> {
    if is_left_out(body, name) { Some(None) } else { id(body, name).map(Some) }
}

/// A text that may be left out.
#[allow(clippy::option_option, reason = "one layer for left out, one for unreadable")]
pub(super) fn maybe_text(body: &Json, name: &str) -> Option<Option<String>> {
    if is_left_out(body, name) { Some(None) } else { owned(body, name).map(Some) }
}

fn opening(body: &Json) -> Option<Opening> {
    Some(Opening {
        client: maybe_id(body, "client")?,
        kind: MeetingKind::of_word(text(body, "kind")?)?,
        us: whole(body, "us")?,
        them: whole(body, "them")?,
        began_ms_ago: maybe(body, "began_ms_ago")?.unwrap_or(0),
        aim_percent: maybe(body, "aim_percent")?,
        utc_offset_min: maybe(body, "utc_offset_min")?.unwrap_or(0),
    })
}

fn catch(body: &Json) -> Option<NewCapture> {
    Some(NewCapture {
        kind: Kind::of_word(text(body, "kind")?)?,
        words: owned(body, "words")?,
        said_by: maybe_text(body, "said_by")?,
        mark: maybe_id(body, "mark")?,
        ago_ms: maybe(body, "ago_ms")?.unwrap_or(0),
    })
}

fn setting(body: &Json) -> Option<Setting> {
    let (name, value) = only(body)?;
    Some(match name {
        "aim" => Setting::Aim(or_null(value)?),
        "nudge" => Setting::Nudge(or_null(value)?),
        "face" => Setting::Face(Face::of_word(value.text()?)?),
        "theme" => Setting::Theme(Theme::of_word(value.text()?)?),
        "retention_months" => Setting::Retention(or_null(value)?),
        "black_hole_days" => Setting::BlackHole(value.whole()?),
        _ => return None,
    })
}

#[allow(clippy::option_option, reason = "one layer for left out, one for unreadable")]
fn or_null<T: FromStr>(value: &Json) -> Option<Option<T>> {
    if value.is_null() { Some(None) } else { value.whole().map(Some) }
}
