//! The meeting drawn as a strip: their turns, ours, breaks and marks. Height tells what colour tells.

use std::fmt::{self, Write};

use heard_core::Meeting;
use heard_core::event::floor::Floor;
use heard_core::meeting::{Interval, State};
use yew::prelude::*;

/// A day in milliseconds: how far the last stretch of a running meeting is drawn, mostly out of sight.
const BEYOND_MS: u64 = 86_400_000;

/// All of a class is one path, however many its turns: a list has thirty strips.
const CLASSES: [&str; 7] =
    ["client", "consultant", "open", "break", "away", "dot mark", "dot capture"];
const MARK: usize = 5;
const CAPTURE: usize = 6;

/// Draws a millisecond as a unit of width; only the `viewBox` of the `node` changes while the meeting goes on.
pub(crate) fn strip(meeting: &Meeting, label: &'static str, node: NodeRef) -> Html {
    let until_ms = meeting.ended_ms.unwrap_or(meeting.since_ms() + BEYOND_MS);
    let mut paths = CLASSES.map(|_| String::new());
    // Writing to a string can not fail.
    let mut draw = |path: usize, d: fmt::Arguments| paths[path].write_fmt(d).unwrap_or_default();
    for stretch in meeting.stretches(until_ms) {
        let (path, top, height) = tile(&stretch);
        let (start_ms, ms) = (stretch.start_ms, stretch.ms());
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

/// The `viewBox` of a strip of a length in milliseconds, with room for whole dots at both ends.
pub(crate) fn view_box(until_ms: u64) -> String {
    let margin = until_ms / 80;
    format!("-{margin} 0 {} 32", until_ms.max(1) + 2 * margin)
}

/// In which path a stretch is drawn, from where and how high.
fn tile(stretch: &Interval) -> (usize, u8, u8) {
    match stretch.state {
        _ if stretch.away.is_some() => (4, 15, 5),
        State::Floor(Floor::Client) => (0, 8, 12),
        State::Floor(Floor::Consultant) => (1, 0, 20),
        State::Floor(Floor::Open) => (2, 15, 5),
        State::Break => (3, 18, 2),
    }
}
