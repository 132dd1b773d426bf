//! What is asked and shown when a meeting is over: a function for each card of the review.

mod backwards;
mod costs;
mod felt;
mod gap;
mod guess;
mod handover;
mod hands;
mod marks;
mod notices;
mod ranking;
mod readback;
pub(crate) mod recap;
mod stories;

pub(crate) use backwards::about;
pub(crate) use costs::costs;
pub(crate) use guess::{guess, is_covered, is_open, reveal};
pub(crate) use handover::{Hand, Handing, hand_over, handed, restored, show};
pub(crate) use marks::marks;
pub(crate) use notices::notices;
pub(crate) use readback::standing;
pub(crate) use stories::stories;

use heard_core::EventId;
use heard_core::act::Act;
use yew::prelude::*;

use crate::live::Said;
use crate::ui::format::short;
use crate::ui::parts::Button;
use crate::ui::view::View;

/// Each of a list, and an empty one after the last. The first lies open; the others, and the empty one after them, open by
/// a touch. What is written into the empty one stays where it is drawn.
fn each_and_one_more(titles: &[String], more: &'static str, draw: &dyn Fn(usize) -> Html) -> Html {
    let one = |nth: usize| match nth {
        0 => draw(0),
        nth => html! {
            <details class="more-of">
                <summary>{ titles.get(nth).map_or(more.to_owned(), |title| short(title)) }</summary>
                { draw(nth) }
            </details>
        },
    };
    html! { <>for nth in 0..=titles.len() { <div key={nth}>{ one(nth) }</div> }</> }
}

/// The button that withdraws a thing.
fn withdraw(view: &View, what: EventId, name: &str) -> Html {
    let label = view.words.capture.delete;
    let aria_label = Some((view.words.capture.actions_for)(label, name));
    Button { class: "quiet-button", aria_label, ..Button::plain("strike", label) }
        .draw(view.saying(Said::Act(Act::Struck { what })))
}
