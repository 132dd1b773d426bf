//! What was caught, in their words, newest first.

use std::rc::Rc;

use heard_core::event::capture::{Capture, Kind};
use heard_core::event::kind::EventKind;
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use crate::store::Command;
use crate::ui::components::format;
use crate::ui::components::parts::{Button, name};
use crate::ui::screens::client_view::read_back::standing;
use crate::ui::screens::live::duplicate_prompt::again;
use crate::ui::screens::review::work_backwards::about;
use crate::ui::widget::view::{Msg, View};

/// Bytes beyond which words may not fit their box.
const LONG: usize = 400;

/// The captures, newest first, each with its time, its speaker and what can be done with it.
pub(crate) fn capture_list(view: &View, captures: &[Rc<Capture>], few: usize) -> Html {
    let most = view.most(few);
    html! {
        <div part="captures" class="captures">
            <ol>
                for capture in captures.iter().rev().take(most) {
                    <li key={capture.id.to_string()}>{ row(view, capture) }</li>
                }
            </ol>
            { view.rest(captures.len(), most) }
        </div>
    }
}

fn row(view: &View, capture: &Rc<Capture>) -> Html {
    let (id, words) = (capture.id, view.words);
    let amending = view.local.amending == Some(id);
    let snapshot =
        if capture.words.is_empty() { words.capture.held_without } else { capture.words.as_str() };
    let kind = match capture.kind {
        Kind::Held => words.capture.held,
        other => (words.kind)(other),
    };
    // A long one scrolls, and who scrolls by key must be able to get there.
    let is_long = snapshot.len() > LONG;
    let button = |name, what: &'static str, on_click: Callback<MouseEvent>| {
        let aria_label = Some((words.capture.actions_for)(what, &format::short(snapshot)));
        Button { class: "quiet-button", aria_label, ..Button::plain(name, what) }.draw(on_click)
    };
    html! {
        <article class="quote" data-kind={capture.kind.word()} data-id={id.to_string()}>
            if amending {
                { amending_line(view, capture) }
            } else {
                <blockquote dir="auto" tabindex={is_long.then_some("0")}>{ snapshot }</blockquote>
            }
            if let Some(first) = capture.earlier.first() {
                <p class="first" dir="auto">{ words.capture.original }{ ": " }<q>{ first }</q></p>
            }
            <footer>
                <small>
                    { kind }{ " · " }{ format::clock(capture.at_ms) }
                    if let Some(said_by) = &capture.said_by {
                        { " · " }{ name(said_by.clone().into()) }
                    }
                    { standing(view, capture) }
                </small>
                <span class="space"></span>
                if !amending {
                    { button("amend", words.capture.edit, view.on(Msg::Amending(Some(id)))) }
                    { button("strike", words.capture.delete, view.saying(Command::Record(EventKind::Struck { what: id }))) }
                }
            </footer>
            { again(view, capture) }
            if view.notebook().running().is_none() { { about(view, capture) } }
        </article>
    }
}

fn amending_line(view: &View, capture: &Rc<Capture>) -> Html {
    let words = view.words;
    let save = Callback::from({
        let (line, capture) = (view.local.amended_line.clone(), Rc::clone(capture));
        let (to_widget, on_said) = (view.link.clone(), view.on_said.clone());
        move |_| {
            let line = line.cast::<HtmlTextAreaElement>();
            let words = line.map(|line| line.value().trim().to_owned()).unwrap_or_default();
            if words != capture.words {
                on_said.emit(Command::Record(EventKind::Amended { capture: capture.id, words }));
            }
            to_widget.emit(Msg::Amending(None));
        }
    });
    html! {
        <>
            <textarea
                ref={&view.local.amended_line}
                class="say"
                rows="3"
                dir="auto"
                aria-label={words.capture.edit}
            />
            <div class="row">
                { Button::plain("save", words.capture.save).draw(save) }
                { Button::plain("cancel", words.nav.cancel).draw(view.on(Msg::Amending(None))) }
            </div>
        </>
    }
}
