//! The question to the client how heard they felt, with five answers.

use heard_core::Meeting;
use yew::prelude::*;

use crate::ui::components::parts::{line, toggle_button};
use crate::ui::screens::client_view::update::{ClientView, ClientViewMsg};

/// The page. The answers go from the least to the most, so that the most flattering one is not the nearest.
pub(crate) fn felt_heard(view: &ClientView, meeting: &Meeting) -> Html {
    let texts = &view.words.hand_over;
    let step = |(step, word): (u8, &'static str)| {
        let chosen = meeting.after.felt_heard == Some(step);
        toggle_button("step", word, chosen, view.on(ClientViewMsg::FeltHeard(step)))
    };
    html! {
        <>
            { line("sub", texts.felt_hint) }
            <div class="steps" role="group" aria-label={texts.felt}>
                { for (1_u8..).zip(texts.steps).map(step) }
            </div>
        </>
    }
}
