//! Guess first: how much did I talk? ClientFilter then the answer, and how far off it was.

use heard_core::event::kind::EventKind;
use heard_core::{EventId, Meeting};
use yew::prelude::*;

use crate::store::Command;
use crate::ui::components::parts::{Button, line};
use crate::ui::screens::review::guess_chart::gap;
use crate::ui::widget::view::{Msg, View};

/// What can be guessed, in percent.
const GUESSES: [u8; 9] = [10, 20, 30, 40, 50, 60, 70, 80, 90];

/// Whether the guess is still open: what it is about must not be on the screen yet.
pub(crate) fn is_open(view: &View, meeting: &Meeting) -> bool {
    is_covered(meeting, view.local.revealed)
}

/// The same, where one meeting was revealed without a guess.
pub(crate) fn is_covered(meeting: &Meeting, revealed: Option<EventId>) -> bool {
    let was_shown = revealed == Some(meeting.id);
    meeting.was_touched() && meeting.after.guess_percent.is_none() && !was_shown
}

/// The question.
pub(crate) fn guess(view: &View, meeting: &Meeting) -> Html {
    let says = &view.words.after;
    let chip = |percent: u8| {
        let label = (view.words.percent)(u64::from(percent));
        let onclick = view.saying(Command::Record(EventKind::Guessed { percent }));
        html! {
            <button part="button" class="chip" type="button" data-guess={percent.to_string()} {onclick}>
                { label }
            </button>
        }
    };
    html! {
        <section class="guess">
            <h2 ref={&view.local.heading} tabindex="-1">{ says.guess }</h2>
            { line("sub", says.guess_of) }
            <div class="chips" role="group" aria-label={says.guess}>{ for GUESSES.map(chip) }</div>
            { Button { class: "quiet-button", ..Button::plain("reveal", says.show) }
                .draw(view.on(Msg::Revealed(meeting.id))) }
        </section>
    }
}

/// What was guessed beside what was so, and the gap over time.
pub(crate) fn reveal(view: &View, meeting: &Meeting) -> Html {
    let says = &view.words.after;
    let (Some(guessed), Some(truth)) = (meeting.after.guess_percent, truth(meeting)) else {
        return Html::default();
    };
    html! {
        <div class="reveal">
            { line("sub", (says.guessed)(u64::from(guessed), truth)) }
            { gap(view) }
        </div>
    }
}

/// One's own share in percent of the time in which somebody spoke.
fn truth(meeting: &Meeting) -> Option<u64> {
    let measures = meeting.measures(meeting.ended_ms?);
    measures.talk_percent().filter(|_| meeting.was_touched())
}
