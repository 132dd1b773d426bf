//! SVG shapes that charts share.

use heard_core::report::chart::along;
use yew::prelude::*;

/// A line between two horizontal positions, from one height in pixels to another.
pub(crate) fn line(class: &'static str, x1: &str, x2: &str, [y1, y2]: [u64; 2]) -> Html {
    let [x1, x2, y1, y2] = [x1.to_owned(), x2.to_owned(), y1.to_string(), y2.to_string()];
    html! { <line {class} {x1} {x2} {y1} {y2} /> }
}

/// A text at a horizontal position and a height in pixels.
pub(crate) fn text(x: &str, y: u64, anchor: &'static str, text: &str) -> Html {
    html! { <text x={x.to_owned()} y={y.to_string()} text-anchor={anchor}>{ text }</text> }
}

/// A time as a position: a percentage of the width, with two decimals.
pub(crate) fn percent(at_ms: u64, length_ms: u64) -> String {
    let along = along(at_ms, length_ms);
    format!("{}.{:02}%", along / 100, along % 100)
}
