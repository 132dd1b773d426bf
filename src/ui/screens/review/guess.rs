//! The guess of one's own talk share, asked before the figures are shown, and then compared with them.

use heard_core::Meeting;
use heard_core::event::kind::EventKind;
use yew::prelude::*;

use crate::store::Command;
use crate::ui::components::parts::{line, quiet};
use crate::ui::screens::review::guess_chart::guess_chart;
use crate::ui::screens::review::state::{Msg, ReviewView};

/// The guesses to choose from, in percent.
const GUESSES: [u8; 9] = [10, 20, 30, 40, 50, 60, 70, 80, 90];

/// The question.
pub(crate) fn guess(view: &ReviewView, meeting: &Meeting) -> Html {
    let texts = &view.words.after;
    let chip = |percent: u8| {
        let label = (view.words.percent)(u64::from(percent));
        let onclick = view.sends(Command::Record(EventKind::Guessed { percent }));
        html! {
            <button part="button" class="chip" type="button" data-guess={percent.to_string()} {onclick}>
                { label }
            </button>
        }
    };
    html! {
        <section class="guess">
            <h2 ref={&view.shared.heading} tabindex="-1">{ texts.guess }</h2>
            { line("sub", texts.guess_of) }
            <div class="chips" role="group" aria-label={texts.guess}>{ for GUESSES.map(chip) }</div>
            { quiet("reveal", texts.show)
                .draw(view.on(Msg::RevealRequested(meeting.id))) }
        </section>
    }
}

/// The guess beside the actual share, and the chart of earlier guesses.
pub(crate) fn reveal(view: &ReviewView, meeting: &Meeting) -> Html {
    let texts = &view.words.after;
    let (Some(guessed), Some(actual)) = (meeting.after.guess_percent, actual_percent(meeting))
    else {
        return Html::default();
    };
    html! {
        <div class="reveal">
            { line("sub", (texts.guessed)(u64::from(guessed), actual)) }
            { guess_chart(view) }
        </div>
    }
}

/// The consultant's share of the speech in percent; `None` if it is not known who spoke.
fn actual_percent(meeting: &Meeting) -> Option<u64> {
    let measures = meeting.measures(meeting.ended_ms?);
    measures.talk_percent().filter(|_| meeting.was_touched())
}
