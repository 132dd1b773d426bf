//! Writing acts, each under the name by which it is read.

use crate::codec::{loops, review};
use crate::event::id::EventId;
use crate::event::kind::{EventKind, NewCapture, Opening};
use crate::event::settings::Setting;
use crate::event::timestamp::Timestamp;
use crate::json::Writer;

/// Writes an kind: a bare name, or an object whose one field has the name.
pub(super) fn tell(to: &mut Writer, kind: &EventKind) {
    match kind {
        EventKind::BreakTaken => bare(to, "break-taken"),
        EventKind::BreakEnded => bare(to, "break-ended"),
        EventKind::MomentMarked => bare(to, "moment-marked"),
        EventKind::MeetingEnded => bare(to, "meeting-ended"),
        EventKind::FileSaved => bare(to, "file-saved"),
        _ => {
            to.object();
            named(to, kind);
            to.end_object();
        }
    }
}

fn bare(to: &mut Writer, name: &str) {
    to.text(name);
}

fn named(to: &mut Writer, kind: &EventKind) {
    match kind {
        EventKind::ClientAdded { name } => fields(to, "client-added", |to| text(to, "name", name)),
        EventKind::ClientRenamed { name } => {
            fields(to, "client-renamed", |to| text(to, "name", name))
        }
        EventKind::ClientMerged { into } => fields(to, "client-merged", |to| id(to, "into", *into)),
        EventKind::MeetingOpened(opening) => fields(to, "meeting-opened", |to| opened(to, opening)),
        EventKind::FloorTaken { by, source } => fields(to, "floor-taken", |to| {
            text(to, "by", by.word());
            text(to, "source", source.word());
        }),
        EventKind::FloorLeft { source } => {
            fields(to, "floor-left", |to| text(to, "source", source.word()));
        }
        EventKind::Captured(catch) => fields(to, "captured", |to| caught(to, catch)),
        EventKind::Amended { capture, words } => fields(to, "amended", |to| {
            id(to, "capture", *capture);
            text(to, "words", words);
        }),
        EventKind::Struck { what } => fields(to, "struck", |to| id(to, "what", *what)),
        EventKind::Tallied(tally) => text(to, "tallied", tally.word()),
        EventKind::TurnMoved { turn, to_ms } => fields(to, "turn-moved", |to| {
            id(to, "turn", *turn);
            to.key("to_ms").number(to_ms);
        }),
        EventKind::TurnGiven { turn, to: floor } => fields(to, "turn-given", |to| {
            id(to, "turn", *turn);
            text(to, "to", floor.word());
        }),
        EventKind::TurnSplit { at_ms, to: floor } => fields(to, "turn-split", |to| {
            to.key("at_ms").number(at_ms);
            text(to, "to", floor.word());
        }),
        EventKind::Undone { event } => fields(to, "undone", |to| id(to, "event", *event)),
        EventKind::Redone { event } => fields(to, "redone", |to| id(to, "event", *event)),
        EventKind::SettingChanged(setting) => fields(to, "setting-changed", |to| set(to, *setting)),
        EventKind::AwayFound { since } => fields(to, "away-found", |to| {
            moment(to.key("since"), *since);
        }),
        EventKind::AwayCounted { away, counted } => fields(to, "away-counted", |to| {
            id(to, "away", *away);
            text(to, "as", counted.word());
        }),
        EventKind::ClientBrought { json } => raw(to, "client-brought", json),
        EventKind::MeetingBrought { json } => raw(to, "meeting-brought", json),
        EventKind::RestBrought { json } => raw(to, "rest-brought", json),
        EventKind::Likened { .. } | EventKind::LoopStepped(_) | EventKind::LoopAssigned { .. } => {
            loops::named(to, kind);
        }
        _ => review::named(to, kind),
    }
}

fn fields(to: &mut Writer, name: &str, fill: impl FnOnce(&mut Writer)) {
    to.key(name).object();
    fill(to);
    to.end_object();
}

/// A moment, whole.
pub(super) fn moment(to: &mut Writer, at: Timestamp) {
    text(to.object(), "boot", &at.boot.to_string());
    to.key("wall").number(at.wall_ms).key("mono").number(at.mono_ms).end_object();
}

/// JSON within JSON, as it is.
fn raw(to: &mut Writer, name: &str, json: &str) {
    to.key(name).number(json);
}

pub(super) fn text(to: &mut Writer, name: &str, value: &str) {
    to.key(name).text(value);
}

pub(super) fn id(to: &mut Writer, name: &str, value: EventId) {
    text(to, name, &value.to_string());
}

fn opened(to: &mut Writer, opening: &Opening) {
    if let Some(client) = opening.client {
        id(to, "client", client);
    }
    text(to, "kind", opening.kind.word());
    to.key("us").number(opening.us);
    to.key("them").number(opening.them);
    if opening.began_ms_ago > 0 {
        to.key("began_ms_ago").number(opening.began_ms_ago);
    }
    if let Some(percent) = opening.aim_percent {
        to.key("aim_percent").number(percent);
    }
    to.key("utc_offset_min").number(opening.utc_offset_min);
}

fn caught(to: &mut Writer, catch: &NewCapture) {
    text(to, "kind", catch.kind.word());
    text(to, "words", &catch.words);
    if let Some(name) = &catch.said_by {
        text(to, "said_by", name);
    }
    if let Some(mark) = catch.mark {
        id(to, "mark", mark);
    }
    if catch.ago_ms > 0 {
        to.key("ago_ms").number(catch.ago_ms);
    }
}

fn set(to: &mut Writer, setting: Setting) {
    match setting {
        Setting::Aim(percent) => to.key("aim").maybe_number(percent),
        Setting::Nudge(seconds) => to.key("nudge").maybe_number(seconds),
        Setting::Face(face) => to.key("face").text(face.word()),
        Setting::Theme(theme) => to.key("theme").text(theme.word()),
        Setting::Retention(months) => to.key("retention_months").maybe_number(months),
        Setting::BlackHole(days) => to.key("black_hole_days").number(days),
    };
}
