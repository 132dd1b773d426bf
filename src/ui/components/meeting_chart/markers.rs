//! What was kept, as pins under the lanes: a mark is round, what was caught has the letter of its kind.

use heard_core::event::capture::Kind;
use heard_core::report::chart::gathered;
use heard_core::sorted_map;
use yew::prelude::*;

use crate::ui::components::meeting_chart::drawing::percent;
use crate::ui::widget::hotkeys::key_of_kind;

/// Something kept: when, in milliseconds from the start, and of which kind, if it is not only a mark.
pub(crate) type Kept = (u64, Option<Kind>);

/// A row of them, gathered where they stand too close: `most` find room.
pub(crate) fn pins(length_ms: u64, mut kept: Vec<Kept>, most: u64, top: u64) -> Html {
    sorted_map::sort(&mut kept, &|one, other| one.0.cmp(&other.0));
    let places: Vec<u64> = kept.iter().map(|(at_ms, _)| *at_ms).collect();
    html! {
        for group in gathered(&places, length_ms / most) {
            { pin(&kept[group], length_ms, top) }
        }
    }
}

fn pin(group: &[Kept], length_ms: u64, top: u64) -> Html {
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
