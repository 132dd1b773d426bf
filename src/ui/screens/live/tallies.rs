//! Three things counted, a touch each.

use heard_core::event::capture::{Tallies, Tally};
use heard_core::event::kind::EventKind;
use yew::prelude::*;

use crate::store::Command;
use crate::ui::components::parts::key_cap;
use crate::ui::widget::hotkeys::key_of_tally;
use crate::ui::widget::view::View;

/// A button each, with its count.
pub(crate) fn tallies(view: &View, counts: Tallies) -> Html {
    let one = |tally: Tally| {
        let key = key_of_tally(tally);
        html! {
            <button
                part="button tally"
                class="tally"
                type="button"
                data-tally={tally.word()}
                aria-keyshortcuts={key}
                onclick={view.saying(Command::Record(EventKind::Tallied(tally)))}
            >
                <span>{ (view.words.tally)(tally) }{ key_cap(Some(key)) }</span>
                { " " }<b>{ counts.of(tally).to_string() }</b>
            </button>
        }
    };
    html! { <div class="tallies">{ for Tally::ALL.map(one) }</div> }
}
