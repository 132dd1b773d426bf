//! What was caught, in their words, newest first.

use std::rc::Rc;

use heard_core::act::Act;
use heard_core::capture::Capture;
use heard_core::EventId;
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use crate::live::Said;
use crate::ui::format;
use crate::ui::words::{Words, use_words};

/// How many are drawn at most: no act may touch more rows than that.
const WINDOW: usize = 50;

/// Props of [`CaptureList`].
#[derive(Properties, PartialEq)]
pub(crate) struct CaptureListProps {
    /// The captures, oldest first.
    pub(crate) captures: Vec<Rc<Capture>>,
    /// How many to show at first.
    #[prop_or(WINDOW)]
    pub(crate) few: usize,
    /// A capture was corrected or withdrawn.
    pub(crate) on_said: Callback<Said>,
}

/// The captures, each with its time, its speaker and what can be done with it.
#[component]
pub(crate) fn CaptureList(CaptureListProps { captures, few, on_said }: &CaptureListProps) -> Html {
    let words = use_words();
    let most = use_state_eq(|| *few);
    let amending = use_state_eq(|| None::<EventId>);
    let on_amend = Callback::from({
        let amending = amending.setter();
        move |id| amending.set(id)
    });
    let line = use_node_ref();
    use_effect_with(*amending, {
        let (line, captures) = (line.clone(), captures.clone());
        move |amending| {
            let standing = captures.iter().find(|capture| Some(capture.id) == *amending);
            if let (Some(standing), Some(line)) = (standing, line.cast::<HtmlTextAreaElement>()) {
                line.set_value(&standing.words);
                // Focusing a field in the document can not fail.
                let _ = line.focus();
            }
        }
    });
    let rows = Rows { line: &line, on_amend: &on_amend, on_said, words };
    html! {
        <div part="captures" class="captures">
            <ol>
                for capture in captures.iter().rev().take(*most) {
                    <li key={capture.id.to_string()}>
                        { row(capture, *amending == Some(capture.id), &rows) }
                    </li>
                }
            </ol>
            if captures.len() > *most {
                <button
                    part="button"
                    class="ghost"
                    type="button"
                    onclick={Callback::from({
                        let most = most.clone();
                        move |_| most.set(*most + WINDOW)
                    })}
                >{ words.nav.more }</button>
            }
        </div>
    }
}

/// What a row needs of the list.
struct Rows<'a> {
    line: &'a NodeRef,
    on_amend: &'a Callback<Option<EventId>>,
    on_said: &'a Callback<Said>,
    words: Words,
}

fn row(capture: &Rc<Capture>, amending: bool, rows: &Rows) -> Html {
    let Rows { on_amend, on_said, words, .. } = *rows;
    let id = capture.id;
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
                { amending_line(capture, rows) }
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
                    { button(words.capture.amend, on_amend.reform(move |_| Some(id))) }
                    { button(words.capture.strike, on_said.reform(move |_| {
                        Said::Act(Act::Struck { what: id })
                    })) }
                }
            </footer>
        </article>
    }
}

fn amending_line(capture: &Rc<Capture>, rows: &Rows) -> Html {
    let Rows { line, on_amend, on_said, words } = *rows;
    let save = Callback::from({
        let (line, capture) = (line.clone(), Rc::clone(capture));
        let (on_amend, on_said) = (on_amend.clone(), on_said.clone());
        move |_| {
            let line = line.cast::<HtmlTextAreaElement>();
            let words = line.map(|line| line.value().trim().to_owned()).unwrap_or_default();
            if words != capture.words {
                on_said.emit(Said::Act(Act::Amended { capture: capture.id, words }));
            }
            on_amend.emit(None);
        }
    });
    html! {
        <>
            <textarea ref={line} class="say" rows="3" dir="auto" aria-label={words.capture.amend} />
            <div class="row">
                <button part="button" class="ghost" type="button" onclick={save}>
                    { words.capture.save }
                </button>
                <button part="button" class="ghost" type="button" onclick={on_amend.reform(|_| None)}>
                    { words.nav.cancel }
                </button>
            </div>
        </>
    }
}
