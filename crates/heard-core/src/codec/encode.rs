//! Writing acts, each under the name by which it is read.

use crate::codec::{loops, review};
use crate::event::id::EventId;
use crate::event::kind::{Act, Catch, Opening};
use crate::event::settings::Setting;
use crate::event::timestamp::Moment;
use crate::json::Writer;

/// Writes an act: a bare name, or an object whose one field has the name.
pub(super) fn tell(to: &mut Writer, act: &Act) {
    match act {
        Act::BreakTaken => bare(to, "break-taken"),
        Act::BreakEnded => bare(to, "break-ended"),
        Act::MomentMarked => bare(to, "moment-marked"),
        Act::MeetingEnded => bare(to, "meeting-ended"),
        Act::FileSaved => bare(to, "file-saved"),
        _ => {
            to.object();
            named(to, act);
            to.end_object();
        }
    }
}

fn bare(to: &mut Writer, name: &str) {
    to.text(name);
}

fn named(to: &mut Writer, act: &Act) {
    match act {
        Act::ClientAdded { name } => fields(to, "client-added", |to| text(to, "name", name)),
        Act::ClientRenamed { name } => fields(to, "client-renamed", |to| text(to, "name", name)),
        Act::ClientMerged { into } => fields(to, "client-merged", |to| id(to, "into", *into)),
        Act::MeetingOpened(opening) => fields(to, "meeting-opened", |to| opened(to, opening)),
        Act::FloorTaken { by, source } => fields(to, "floor-taken", |to| {
            text(to, "by", by.word());
            text(to, "source", source.word());
        }),
        Act::FloorLeft { source } => {
            fields(to, "floor-left", |to| text(to, "source", source.word()));
        }
        Act::Captured(catch) => fields(to, "captured", |to| caught(to, catch)),
        Act::Amended { capture, words } => fields(to, "amended", |to| {
            id(to, "capture", *capture);
            text(to, "words", words);
        }),
        Act::Struck { what } => fields(to, "struck", |to| id(to, "what", *what)),
        Act::Tallied(tally) => text(to, "tallied", tally.word()),
        Act::TurnMoved { turn, to_ms } => fields(to, "turn-moved", |to| {
            id(to, "turn", *turn);
            to.key("to_ms").number(to_ms);
        }),
        Act::TurnGiven { turn, to: floor } => fields(to, "turn-given", |to| {
            id(to, "turn", *turn);
            text(to, "to", floor.word());
        }),
        Act::TurnSplit { at_ms, to: floor } => fields(to, "turn-split", |to| {
            to.key("at_ms").number(at_ms);
            text(to, "to", floor.word());
        }),
        Act::Undone { event } => fields(to, "undone", |to| id(to, "event", *event)),
        Act::Redone { event } => fields(to, "redone", |to| id(to, "event", *event)),
        Act::SettingChanged(setting) => fields(to, "setting-changed", |to| set(to, *setting)),
        Act::AwayFound { since } => fields(to, "away-found", |to| {
            moment(to.key("since"), *since);
        }),
        Act::AwayCounted { away, counted } => fields(to, "away-counted", |to| {
            id(to, "away", *away);
            text(to, "as", counted.word());
        }),
        Act::ClientBrought { json } => raw(to, "client-brought", json),
        Act::MeetingBrought { json } => raw(to, "meeting-brought", json),
        Act::RestBrought { json } => raw(to, "rest-brought", json),
        Act::Likened { .. } | Act::LoopStepped(_) | Act::LoopAssigned { .. } => {
            loops::named(to, act);
        }
        _ => review::named(to, act),
    }
}

fn fields(to: &mut Writer, name: &str, fill: impl FnOnce(&mut Writer)) {
    to.key(name).object();
    fill(to);
    to.end_object();
}

/// A moment, whole.
pub(super) fn moment(to: &mut Writer, at: Moment) {
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

fn caught(to: &mut Writer, catch: &Catch) {
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
