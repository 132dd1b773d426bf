//! The three tallies.

use heard_core::event::capture::{Tallies, Tally};
use heard_core::event::kind::EventKind;
use yew::prelude::*;

use crate::store::Command;
use crate::ui::components::parts::key_cap;
use crate::ui::context::key_names::key_of_tally;
use crate::ui::context::view::View;

/// A button for each tally, with its count.
pub(crate) fn tallies(view: &View, counts: Tallies) -> Html {
    let one = |tally: Tally| {
        let key = key_of_tally(tally);
        html! {
            <button
                part="button tally"
                class="tally"
                type="button"
                data-tally={tally.as_str()}
                aria-keyshortcuts={key}
                onclick={view.sends(Command::Record(EventKind::Tallied(tally)))}
            >
                <span>{ (view.words.tally)(tally) }{ key_cap(Some(key)) }</span>
                { " " }<b>{ counts.of(tally).to_string() }</b>
            </button>
        }
    };
    html! { <div class="tallies">{ for Tally::ALL.map(one) }</div> }
}
