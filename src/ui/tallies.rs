//! Three things counted, a touch each.

use heard_core::act::Act;
use heard_core::capture::{Tallies, Tally};
use yew::prelude::*;

use crate::live::Said;
use crate::ui::hotkeys::key_of_tally;
use crate::ui::parts::key_cap;
use crate::ui::view::View;

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
                onclick={view.saying(Said::Act(Act::Tallied(tally)))}
            >
                <span>{ (view.words.tally)(tally) }{ key_cap(Some(key)) }</span>
                { " " }<b>{ counts.of(tally).to_string() }</b>
            </button>
        }
    };
    html! { <div class="tallies">{ for Tally::ALL.map(one) }</div> }
}
