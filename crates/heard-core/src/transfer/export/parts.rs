//! The parts of a meeting's object that have the same form in every file.

use serde::Serialize;
use serde_json::value::RawValue;

use crate::event::away::Counted;
use crate::event::capture::{Capture, Mark};
use crate::event::floor::{Floor, Party, Source};
use crate::event::id::EventId;
use crate::imported::ExtraFields;
use crate::meeting::metrics::Metrics;
use crate::meeting::{Interval, State};
use crate::transfer::export::after;
use crate::transfer::export::object::Object;

#[derive(Serialize)]
struct Turn {
    party: Floor,
    start_ms: u64,
    end_ms: u64,
    source: Source,
}

#[derive(Serialize)]
struct Break {
    start_ms: u64,
    end_ms: u64,
}

#[derive(Serialize)]
struct Away {
    id: EventId,
    start_ms: u64,
    end_ms: u64,
    counted_as: Counted,
}

/// The fields `turns`, `breaks` and `away` of a meeting, with times in milliseconds from its start.
pub(super) fn intervals(intervals: &[Interval]) -> Object {
    let turns = intervals.iter().filter_map(|one| match (one.state, one.away) {
        (State::Floor(party), None) => {
            let Interval { start_ms, end_ms, source, .. } = *one;
            Some(Turn { party, start_ms, end_ms, source })
        }
        _ => None,
    });
    let breaks = intervals.iter().filter(|one| one.state == State::Break);
    let breaks = breaks.map(|one| Break { start_ms: one.start_ms, end_ms: one.end_ms });
    let away = intervals.iter().filter_map(|one| {
        let (id, counted_as) = one.away?;
        Some(Away { id, start_ms: one.start_ms, end_ms: one.end_ms, counted_as })
    });
    let mut fields = Object::of("turns", &turns.collect::<Vec<_>>());
    fields.put("breaks", &breaks.collect::<Vec<_>>());
    fields.put("away", &away.collect::<Vec<_>>());
    fields
}

/// A mark in an exported file.
#[derive(Serialize)]
pub(super) struct MarkItem {
    id: String,
    at_ms: u64,
    floor: Option<Floor>,
}

impl MarkItem {
    /// The exported form of a mark, with `id` as its identifier in the file.
    pub(super) fn of(mark: &Mark, id: String) -> Self {
        Self { id, at_ms: mark.at_ms, floor: mark.floor }
    }
}

/// The metrics of a meeting in an exported file.
#[derive(Serialize)]
pub(super) struct Measures {
    talk_ms: u64,
    listen_ms: u64,
    talk_share_of_speech: Option<Box<RawValue>>,
    opening_story_ms: Option<u64>,
    longest_story_ms: u64,
    longest_talk_ms: u64,
    floor_changes: u32,
}

impl Measures {
    pub(super) fn of(intervals: &[Interval]) -> Self {
        let metrics = Metrics::of(intervals);
        let share = metrics.share_of_speech(Party::Consultant, 10_000);
        Self {
            talk_ms: metrics.talk_ms,
            listen_ms: metrics.listen_ms,
            talk_share_of_speech: share
                .and_then(|share| RawValue::from_string(decimal(share)).ok()),
            opening_story_ms: metrics.opening_story_ms,
            longest_story_ms: metrics.longest_story_ms,
            longest_talk_ms: metrics.longest_talk_ms,
            floor_changes: metrics.floor_changes,
        }
    }
}

/// Formats ten-thousandths as a decimal with four places, exactly and without floating-point arithmetic.
pub(super) fn decimal(ten_thousandths: u64) -> String {
    format!("{}.{:04}", ten_thousandths / 10_000, ten_thousandths % 10_000)
}

/// Adds the fields of an imported object that the contract does not name, at the end of the object.
pub(super) fn write_unnamed(to: &mut Object, extra: Option<&ExtraFields>) {
    for (name, value) in extra.into_iter().flat_map(ExtraFields::unnamed) {
        to.put_json(name, value);
    }
}

/// The exported object of a capture, with `id` as its identifier in the file.
pub(super) fn capture_object(
    capture: &Capture,
    id: &str,
    private: bool,
    extra: Option<&ExtraFields>,
) -> Object {
    let mut object = Object::of("id", id);
    object.put("kind", &capture.kind).put("at_ms", &capture.at_ms).put("floor", &capture.floor);
    object.put("words", &capture.words).put("said_by", &capture.said_by);
    object.put("earlier", &capture.earlier);
    after::write_capture(&mut object, capture, private, extra);
    write_unnamed(&mut object, extra);
    object
}
