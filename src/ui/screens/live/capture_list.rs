//! The list of captures, newest first.

use std::rc::Rc;

use heard_core::event::capture::{Capture, Kind};
use heard_core::event::kind::EventKind;
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use crate::store::Command;
use crate::ui::components::format;
use crate::ui::components::links::more_rows;
use crate::ui::components::parts::{Button, name, quiet};
use crate::ui::screens::client_view::read_back::client_answer;
use crate::ui::screens::live::duplicate_prompt::duplicate_prompt;
use crate::ui::screens::live::state::{CaptureMsg, CaptureView};
use crate::ui::screens::review::work_backwards::details;

/// The length in bytes from which a quotation may need to scroll.
const LONG: usize = 400;

/// The captures, newest first, at first the last `few`, each with its time, its speaker and its buttons. `count` is how many
/// there are.
pub(crate) fn capture_list(
    view: &CaptureView,
    captures: &mut dyn DoubleEndedIterator<Item = &Rc<Capture>>,
    count: usize,
    few: usize,
) -> Html {
    let limit = view.row_limit(few);
    html! {
        <div part="captures" class="captures">
            <ol>
                for capture in captures.rev().take(limit) {
                    <li key={capture.id.to_string()}>{ row(view, capture) }</li>
                }
            </ol>
            { more_rows(view, count, limit) }
        </div>
    }
}

fn row(view: &CaptureView, capture: &Rc<Capture>) -> Html {
    let (id, words) = (capture.id, view.words);
    let editing = view.state.editing == Some(id);
    let text =
        if capture.words.is_empty() { words.capture.held_without } else { capture.words.as_str() };
    let kind = match capture.kind {
        Kind::Held => words.capture.held,
        other => (words.kind)(other),
    };
    // A long quotation scrolls, and so must be focusable to be scrolled by keyboard.
    let is_long = text.len() > LONG;
    let button = |name, what: &'static str, on_click: Callback<MouseEvent>| {
        let aria_label = Some((words.capture.actions_for)(what, &format::short(text)));
        Button { aria_label, ..quiet(name, what) }.draw(on_click)
    };
    html! {
        <article class="quote" data-kind={capture.kind.as_str()} data-id={id.to_string()}>
            if editing {
                { edit_form(view, capture) }
            } else {
                <blockquote dir="auto" translate="no" tabindex={is_long.then_some("0")}>{ text }</blockquote>
            }
            if let Some(first) = capture.earlier.first() {
                <p class="first" dir="auto" translate="no">{ words.capture.original }{ ": " }<q>{ first }</q></p>
            }
            <footer>
                <small>
                    { kind }{ " · " }{ format::clock(capture.at_ms) }
                    if let Some(said_by) = &capture.said_by {
                        { " · " }{ name(said_by.clone().into()) }
                    }
                    { client_answer(view, capture) }
                </small>
                <span class="space"></span>
                if !editing {
                    { button("amend", words.capture.edit, view.on(CaptureMsg::EditRequested(Some(id)))) }
                    { button("strike", words.capture.delete, view.sends(Command::Record(EventKind::Struck { what: id }))) }
                }
            </footer>
            { duplicate_prompt(view, capture) }
            if view.notebook().running().is_none() { { details(view, capture) } }
        </article>
    }
}

fn edit_form(view: &CaptureView, capture: &Rc<Capture>) -> Html {
    let words = view.words;
    let save = Callback::from({
        let (field, capture) = (view.state.edit_field.clone(), Rc::clone(capture));
        let (link, on_command) = (view.link.clone(), view.on_command.clone());
        move |_| {
            let field = field.cast::<HtmlTextAreaElement>();
            let words = field.map(|field| field.value().trim().to_owned()).unwrap_or_default();
            if words != capture.words {
                on_command.emit(Command::Record(EventKind::Amended { capture: capture.id, words }));
            }
            link.emit(CaptureMsg::EditRequested(None));
        }
    });
    html! {
        <>
            <textarea
                ref={&view.state.edit_field}
                class="say"
                rows="3"
                dir="auto"
                aria-label={words.capture.edit}
            />
            <div class="row">
                { Button::plain("save", words.capture.save).draw(save) }
                { Button::plain("cancel", words.nav.cancel).draw(view.on(CaptureMsg::EditRequested(None))) }
            </div>
        </>
    }
}
