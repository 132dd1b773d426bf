//! What is asked and snapshot when a meeting is over: a function for each card of the review.

use heard_core::EventId;
use heard_core::event::kind::EventKind;
use yew::prelude::*;

use crate::store::Command;
use crate::ui::components::format::short;
use crate::ui::components::parts::Button;
use crate::ui::widget::view::View;

/// Each of a list, and an empty one after the last. The first lies open; the others, and the empty one after them, open by
/// a touch. What is written into the empty one stays where it is drawn.
pub(crate) fn each_and_one_more(
    titles: &[String],
    more: &'static str,
    draw: &dyn Fn(usize) -> Html,
) -> Html {
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
pub(crate) fn withdraw(view: &View, what: EventId, name: &str) -> Html {
    let label = view.words.capture.delete;
    let aria_label = Some((view.words.capture.actions_for)(label, name));
    Button { class: "quiet-button", aria_label, ..Button::plain("strike", label) }
        .draw(view.saying(Command::Record(EventKind::Struck { what })))
}
