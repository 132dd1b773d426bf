//! Marks and captures under the lanes: a mark is a dot, a capture a label with the key of its kind.

use heard_core::event::capture::Kind;
use heard_core::report::chart::clusters;
use heard_core::sorted_map;
use yew::prelude::*;

use crate::ui::components::meeting_chart::shapes::percent;
use crate::ui::context::key_names::key_of_kind;

/// When something was noted, in milliseconds from the start, and the kind of the capture; `None` for a mark.
pub(crate) type Marker = (u64, Option<Kind>);

/// A row of markers. Those that are too close to each other are grouped: `most` fit side by side.
pub(crate) fn markers(length_ms: u64, mut all: Vec<Marker>, limit: u64, top: u64) -> Html {
    sorted_map::sort(&mut all, &|one, other| one.0.cmp(&other.0));
    let places: Vec<u64> = all.iter().map(|(at_ms, _)| *at_ms).collect();
    html! {
        for group in clusters(&places, length_ms / limit) {
            { marker(&all[group], length_ms, top) }
        }
    }
}

fn marker(group: &[Marker], length_ms: u64, top: u64) -> Html {
    let Some((at_ms, kind)) = group.first() else { return Html::default() };
    let x = percent(*at_ms, length_ms);
    let Some(kind) = kind else {
        return html! { <circle class="mark" cx={x} cy={(top + 8).to_string()} r="4" /> };
    };
    let alike = group.iter().all(|(_, other)| *other == Some(*kind));
    let letter = match group.len() {
        1 => key_of_kind(*kind).to_owned(),
        many if alike => format!("{}{many}", key_of_kind(*kind)),
        many => many.to_string(),
    };
    let half = if letter.len() > 1 { 10 } else { 8 };
    html! {
        <svg class="pin" {x} y={(top + 4).to_string()}>
            <rect x={(-half).to_string()} width={(2 * half).to_string()} height="17" rx="2" />
            <text y="13" text-anchor="middle">{ letter }</text>
        </svg>
    }
}
