//! Were you heard? One question to the client, in five words to touch.

use heard_core::Meeting;
use yew::prelude::*;

use crate::ui::components::parts::line;
use crate::ui::screens::client_view::{ClientViewMsg, press};
use crate::ui::widget::view::{Msg, View};

/// The question. The steps go from the least to the most, so that the flattering one is not nearest.
pub(crate) fn page(view: &View, meeting: &Meeting) -> Html {
    let says = &view.words.hand_over;
    let step = |(step, word): (u8, &'static str)| {
        let chosen = meeting.after.felt_heard == Some(step);
        press("step", word, chosen, view.on(Msg::HandOver(ClientViewMsg::Felt(step))))
    };
    html! {
        <>
            { line("sub", says.felt_hint) }
            <div class="steps" role="group" aria-label={says.felt}>
                { for (1_u8..).zip(says.steps).map(step) }
            </div>
        </>
    }
}
