//! Pieces that the cards of the review share.

use heard_core::EventId;
use heard_core::event::kind::EventKind;
use yew::prelude::*;

use crate::store::Command;
use crate::ui::components::format::short;
use crate::ui::components::parts::{Button, quiet};
use crate::ui::context::view::View;

/// The forms of a list, and an empty one after the last. The first is open; the others are in `<details>` elements. An empty form
/// that is filled in keeps its place.
pub(crate) fn each_and_one_more(
    titles: &[String],
    more: &'static str,
    draw: &dyn Fn(usize) -> Html,
) -> Html {
    let one = |nth: usize| match nth {
        0 => draw(0),
        nth => html! {
            <details class="more-entries">
                <summary>{ titles.get(nth).map_or(more.to_owned(), |title| short(title)) }</summary>
                { draw(nth) }
            </details>
        },
    };
    html! { <>for nth in 0..=titles.len() { <div key={nth}>{ one(nth) }</div> }</> }
}

/// The button that removes a record from the meeting; `name` describes the record to screen readers.
pub(crate) fn withdraw(view: &View, what: EventId, name: &str) -> Html {
    let label = view.words.capture.delete;
    let aria_label = Some((view.words.capture.actions_for)(label, name));
    Button { aria_label, ..quiet("strike", label) }
        .draw(view.sends(Command::Record(EventKind::Struck { what })))
}
