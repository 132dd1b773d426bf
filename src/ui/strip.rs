//! The meeting drawn as a strip: their turns, ours, breaks and marks. Height tells what colour tells.

use heard_core::Meeting;
use heard_core::floor::Floor;
use heard_core::meeting::{State, Stretch};
use yew::prelude::*;

/// A day in milliseconds: how far the last stretch of a running meeting is drawn, mostly out of sight.
const BEYOND_MS: u64 = 86_400_000;

/// Draws a millisecond as a unit of width; only the `viewBox` of the `node` changes while the meeting goes on.
pub(crate) fn strip(meeting: &Meeting, label: &'static str, node: NodeRef) -> Html {
    let until_ms = meeting.ended_ms.unwrap_or(meeting.since_ms() + BEYOND_MS);
    let dots = meeting.marks.iter().map(|mark| (mark.at_ms, "dot mark"));
    let captured = meeting.captures.iter().map(|capture| (capture.at_ms, "dot capture"));
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
            for stretch in meeting.stretches(until_ms) { { tile(&stretch) } }
            for (at_ms, class) in dots.chain(captured) {
                <path {class} d={format!("M{at_ms} 26h0")} vector-effect="non-scaling-stroke" />
            }
        </svg>
    }
}

/// The `viewBox` of a strip of a length in milliseconds, with room for whole dots at both ends.
pub(crate) fn view_box(until_ms: u64) -> String {
    let margin = until_ms / 80;
    format!("-{margin} 0 {} 32", until_ms.max(1) + 2 * margin)
}

fn tile(stretch: &Stretch) -> Html {
    let (class, top, height) = match stretch.state {
        _ if stretch.away.is_some() => ("away", 15, 5),
        State::Floor(Floor::Client) => ("client", 8, 12),
        State::Floor(Floor::Consultant) => ("consultant", 0, 20),
        State::Floor(Floor::Open) => ("open", 15, 5),
        State::Break => ("break", 18, 2),
    };
    html! {
        <rect
            {class}
            x={stretch.start_ms.to_string()}
            y={top.to_string()}
            width={stretch.ms().to_string()}
            height={height.to_string()}
        />
    }
}
