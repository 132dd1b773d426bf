//! Three things counted, a touch each.

use heard_core::act::Act;
use heard_core::capture::{Tallies as Counts, Tally};
use yew::prelude::*;

use crate::live::Said;
use crate::ui::hotkeys::key_of_tally;
use crate::ui::saying::saying;
use crate::ui::words::Words;

/// A button each, with its count.
pub(crate) fn tallies(counts: Counts, on_said: &Callback<Said>, words: Words) -> Html {
    let one = |tally: Tally| {
        html! {
            <button
                part="button"
                class="tally"
                type="button"
                data-tally={tally.word()}
                aria-keyshortcuts={key_of_tally(tally)}
                onclick={saying(on_said, Said::Act(Act::Tallied(tally)))}
            >
                <span>{ (words.tally)(tally) }<kbd aria-hidden="true">{ key_of_tally(tally) }</kbd></span>
                { " " }<b>{ counts.of(tally).to_string() }</b>
            </button>
        }
    };
    html! { <div class="tallies">for tally in Tally::ALL { { one(tally) } }</div> }
}
