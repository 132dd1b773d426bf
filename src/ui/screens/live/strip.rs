//! A meeting as a small strip of turns, breaks, marks and captures. Heights repeat what the colours say.

use std::fmt::{self, Write};

use heard_core::Meeting;
use heard_core::event::floor::Floor;
use heard_core::meeting::{Interval, State};
use yew::prelude::*;

/// How far the last interval of a running meeting is drawn beyond its start: a day in milliseconds, clipped by the `viewBox`.
const BEYOND_MS: u64 = 86_400_000;

/// One path for each class, because a list has 30 strips.
const CLASSES: [&str; 7] =
    ["client", "consultant", "open", "break", "away", "dot mark", "dot capture"];
const MARK: usize = 5;
const CAPTURE: usize = 6;

/// The strip, one unit of width for a millisecond. While the meeting runs, only the `viewBox` of `node` changes.
pub(crate) fn strip(meeting: &Meeting, label: &'static str, node: NodeRef) -> Html {
    let until_ms = meeting.ended_ms.unwrap_or(meeting.since_ms() + BEYOND_MS);
    let mut paths = CLASSES.map(|_| String::new());
    // Writing to a string can not fail.
    let mut draw = |path: usize, d: fmt::Arguments| paths[path].write_fmt(d).unwrap_or_default();
    for interval in meeting.intervals(until_ms) {
        let (path, top, height) = shape(&interval);
        let (start_ms, ms) = (interval.start_ms, interval.ms());
        draw(path, format_args!("M{start_ms} {top}h{ms}v{height}h-{ms}z"));
    }
    for mark in &meeting.marks {
        draw(MARK, format_args!("M{} 26h0", mark.at_ms));
    }
    for capture in &meeting.captures {
        draw(CAPTURE, format_args!("M{} 26h0", capture.at_ms));
    }
    html! {
        <svg
            ref={node}
            class="strip"
            part="strip"
            role="img"
            aria-label={label}
            viewBox={view_box(meeting.ended_ms.unwrap_or(1))}
            preserveAspectRatio="none"
        >
            for (class, d) in CLASSES.into_iter().zip(paths).filter(|(_, d)| !d.is_empty()) {
                <path {class} {d} vector-effect="non-scaling-stroke" />
            }
        </svg>
    }
}

/// The `viewBox` of a strip of a length in milliseconds, with a margin so that dots at both ends are not clipped.
pub(crate) fn view_box(until_ms: u64) -> String {
    let margin = until_ms / 80;
    format!("-{margin} 0 {} 32", until_ms.max(1) + 2 * margin)
}

/// The path of an interval, its top and its height.
fn shape(interval: &Interval) -> (usize, u8, u8) {
    match interval.state {
        _ if interval.away.is_some() => (4, 15, 5),
        State::Floor(Floor::Client) => (0, 8, 12),
        State::Floor(Floor::Consultant) => (1, 0, 20),
        State::Floor(Floor::Open) => (2, 15, 5),
        State::Break => (3, 18, 2),
    }
}
