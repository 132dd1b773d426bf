//! The question whether a capture repeats an open loop. It is asked, never assumed.

use heard_core::event::capture::Capture;
use heard_core::event::kind::EventKind;
use heard_core::{EventId, Floor};
use yew::prelude::*;

use crate::browser::locale;
use crate::store::Command;
use crate::ui::components::parts::{Button, line};
use crate::ui::context::view::View;

/// The question about a capture; or, once it was answered with yes, how often the loop was raised.
pub(crate) fn duplicate_prompt(view: &View, capture: &Capture) -> Html {
    if !capture.begins_loop() {
        return Html::default();
    }
    let notebook = view.notebook();
    // No questions while the client has the floor.
    let client_talks =
        notebook.running().is_some_and(|meeting| meeting.floor() == Some(Floor::Client));
    if let Some(older) = notebook.likely_same(capture.id).filter(|_| !client_talks) {
        let texts = &view.words.opening;
        let day = locale::day(older.raised[0].at.wall_ms);
        return html! {
            <div class="duplicate" role="group" aria-label={(texts.same)(&day)}>
                { line("sub", (texts.same)(&day)) }
                <q dir="auto" translate="no">{ &older.words }</q>
                <div class="controls">
                    { answer(view, "again-yes", texts.yes, capture.id, Some(older.id)) }
                    { answer(view, "again-no", texts.no, capture.id, None) }
                </div>
            </div>
        };
    }
    let known = notebook.find_loop(capture.id).filter(|one| one.is_raised_twice());
    html! {
        if let Some(one) = known {
            <p class="loop-facts">
                <span class="loop-again">{ (view.words.loops.raised_times)(one.times_raised) }</span>
            </p>
        }
    }
}

fn answer(
    view: &View,
    name: &'static str,
    label: &'static str,
    capture: EventId,
    to: Option<EventId>,
) -> Html {
    Button::plain(name, label).draw(view.sends(Command::Record(EventKind::Likened { capture, to })))
}
