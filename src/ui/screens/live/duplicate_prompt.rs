//! Raised again? Asked below what was just caught, and never taken for granted.

use heard_core::event::capture::Capture;
use heard_core::event::kind::EventKind;
use heard_core::{EventId, Floor};
use yew::prelude::*;

use crate::browser::locale;
use crate::store::Command;
use crate::ui::components::parts::{Button, line};
use crate::ui::widget::view::View;

/// The question of a capture; or, where it was answered with a yes, how often it was raised.
pub(crate) fn again(view: &View, capture: &Capture) -> Html {
    if !capture.begins_loop() {
        return Html::default();
    }
    let notebook = view.notebook();
    // While the client talks nobody is asked anything.
    let theirs = notebook.running().is_some_and(|meeting| meeting.floor() == Some(Floor::Client));
    if let Some(older) = notebook.likely_same(capture.id).filter(|_| !theirs) {
        let says = &view.words.opening;
        let day = locale::day(older.raised[0].at.wall_ms);
        return html! {
            <div class="again" role="group" aria-label={(says.same)(&day)}>
                { line("sub", (says.same)(&day)) }
                <q dir="auto">{ &older.words }</q>
                <div class="controls">
                    { answer(view, "again-yes", says.yes, capture.id, Some(older.id)) }
                    { answer(view, "again-no", says.no, capture.id, None) }
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
    Button::plain(name, label)
        .draw(view.saying(Command::Record(EventKind::Likened { capture, to })))
}
