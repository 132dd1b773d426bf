//! What was caught, in their words, newest first.

use std::rc::Rc;

use heard_core::act::Act;
use heard_core::capture::Capture;
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use crate::live::Said;
use crate::ui::amending::Amending;
use crate::ui::format;
use crate::ui::saying::saying;
use crate::ui::window::Window;
use crate::ui::words::Words;

/// A list of captures, and what can be done with them.
pub(crate) struct CaptureList<'a> {
    /// The captures, oldest first.
    pub(crate) captures: &'a [Rc<Capture>],
    /// How many are shown.
    pub(crate) window: &'a Window,
    /// Which is being corrected.
    pub(crate) amending: &'a Amending,
    /// A capture was corrected or withdrawn.
    pub(crate) on_said: &'a Callback<Said>,
    /// The language.
    pub(crate) words: Words,
}

/// The captures, each with its time, its speaker and what can be done with it.
pub(crate) fn capture_list(list: &CaptureList) -> Html {
    html! {
        <div part="captures" class="captures">
            <ol>
                for capture in list.captures.iter().rev().take(list.window.most) {
                    <li key={capture.id.to_string()}>{ row(capture, list) }</li>
                }
            </ol>
            { list.window.rest(list.captures.len(), list.words) }
        </div>
    }
}

fn row(capture: &Rc<Capture>, list: &CaptureList) -> Html {
    let CaptureList { amending: &Amending { id: amended, ref set, .. }, on_said, words, .. } =
        *list;
    let id = capture.id;
    let amending = amended == Some(id);
    let shown =
        if capture.words.is_empty() { words.capture.held_without } else { capture.words.as_str() };
    let button = |what: &'static str, on_click: Callback<MouseEvent>| {
        html! {
            <button
                part="button"
                class="quiet-button"
                type="button"
                aria-label={(words.capture.actions_for)(what, &format::short(shown))}
                onclick={on_click}
            >{ what }</button>
        }
    };
    html! {
        <article class="quote" data-kind={capture.kind.word()} data-id={id.to_string()}>
            if amending {
                { amending_line(capture, list) }
            } else {
                <blockquote dir="auto">{ shown }</blockquote>
            }
            if let Some(first) = capture.earlier.first() {
                <p class="first" dir="auto">{ words.capture.first }{ ": " }<q>{ first }</q></p>
            }
            <footer>
                <small>
                    { (words.kind)(capture.kind) }{ " · " }<time>{ format::clock(capture.at_ms) }</time>
                    if let Some(name) = &capture.said_by { { " · " }<bdi>{ name }</bdi> }
                </small>
                <span class="space"></span>
                if !amending {
                    { button(words.capture.amend, set.reform(move |_| Some(id))) }
                    { button(words.capture.strike, saying(on_said, Said::Act(Act::Struck { what: id }))) }
                }
            </footer>
        </article>
    }
}

fn amending_line(capture: &Rc<Capture>, list: &CaptureList) -> Html {
    let CaptureList { amending: Amending { line, set, .. }, on_said, words, .. } = *list;
    let save = Callback::from({
        let (line, capture) = (line.clone(), Rc::clone(capture));
        let (set, on_said) = (set.clone(), on_said.clone());
        move |_| {
            let line = line.cast::<HtmlTextAreaElement>();
            let words = line.map(|line| line.value().trim().to_owned()).unwrap_or_default();
            if words != capture.words {
                on_said.emit(Said::Act(Act::Amended { capture: capture.id, words }));
            }
            set.emit(None);
        }
    });
    html! {
        <>
            <textarea ref={line} class="say" rows="3" dir="auto" aria-label={words.capture.amend} />
            <div class="row">
                <button part="button" class="ghost" type="button" onclick={save}>
                    { words.capture.save }
                </button>
                <button part="button" class="ghost" type="button" onclick={set.reform(|_| None)}>
                    { words.nav.cancel }
                </button>
            </div>
        </>
    }
}
