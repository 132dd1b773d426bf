//! After a meeting: the strip, the figures, their words, and what can still be corrected.

use std::rc::Rc;

use heard_core::act::Act;
use heard_core::band::Band;
use heard_core::capture::{Capture, Kind};
use heard_core::{EventId, Meeting};
use web_sys::HtmlElement;
use yew::prelude::*;

use crate::live::{Draft, Said};
use crate::shell::locale;
use crate::ui::amending::Amending;
use crate::ui::capture_line::CaptureLine;
use crate::ui::capture_list::{CaptureList, capture_list};
use crate::ui::facts::facts;
use crate::ui::format::clock;
use crate::ui::hearing::Hearing;
use crate::ui::saying::{Button, saying};
use crate::ui::strip::strip;
use crate::ui::turns::turns;
use crate::ui::window::Window;
use crate::ui::words::Words;

/// What the screen after a meeting shows.
pub(crate) struct ReviewScreen<'a> {
    /// The meeting, which has ended.
    pub(crate) meeting: &'a Rc<Meeting>,
    /// The client's name.
    pub(crate) client: Option<Rc<str>>,
    /// The capture line to begin with.
    pub(crate) draft: Draft,
    /// Whether something can be brought back.
    pub(crate) can_redo: bool,
    /// How much of the long lists is shown.
    pub(crate) window: &'a Window,
    /// Which capture is being corrected.
    pub(crate) amending: &'a Amending,
    /// The heading, which takes the focus when the screen appears.
    pub(crate) heading: &'a NodeRef,
    /// What the widget hears.
    pub(crate) hearing: &'a Hearing,
    /// The language.
    pub(crate) words: Words,
}

/// Gives the focus to the heading of a meeting that just came under review.
#[hook]
pub(crate) fn use_heading(review: Option<EventId>) -> NodeRef {
    let heading = use_node_ref();
    use_effect_with(review, {
        let heading = heading.clone();
        move |_| {
            if let Some(heading) = heading.cast::<HtmlElement>() {
                // Focusing an element in the document can not fail.
                let _ = heading.focus();
            }
        }
    });
    heading
}

/// The screen after a meeting.
pub(crate) fn review(screen: &ReviewScreen) -> Html {
    let ReviewScreen { meeting, ref client, hearing, window, amending, words, .. } = *screen;
    let Hearing { on_said, on_keep, status, .. } = hearing;
    let list = CaptureList { captures: &meeting.captures, window, amending, on_said, words };
    let name = client.as_deref().unwrap_or(words.someone);
    let until_ms = meeting.ended_ms.unwrap_or(0);
    html! {
        <main class="review" part="review">
            <p class="sub">
                <b><bdi>{ name }</bdi></b>{ " · " }{ (words.meeting_kind)(meeting.opening.kind) }
                { " · " }{ locale::day(meeting.started_wall_ms) }
                { " " }{ locale::time_of_day(meeting.started_wall_ms) }{ " · " }{ clock(until_ms) }
            </p>
            { verdict(meeting, screen.heading.clone(), words) }
            { strip(meeting, words.live.strip, NodeRef::default()) }
            { legend(words) }
            { facts(meeting, words) }
            { captures(&list) }
            { marks(meeting, on_said, words) }
            <details class="add">
                <summary>{ words.review.add }</summary>
                <CaptureLine
                    {words}
                    draft={screen.draft.clone()}
                    wanted={None}
                    {on_said}
                    {on_keep}
                    on_writing={Callback::noop()}
                />
            </details>
            { turns(meeting, window, on_said, words) }
            <p class="said" aria-hidden="true">{ status }</p>
            { actions(screen) }
        </main>
    }
}

/// One's own share, and how it lies to what is usual. No score: a sentence.
fn verdict(meeting: &Meeting, heading: NodeRef, words: Words) -> Html {
    let measures = meeting.measures(meeting.ended_ms.unwrap_or(0));
    let opening = &meeting.opening;
    let band = Band::of(opening.kind, opening.us, opening.them);
    let (says, usual) = match measures.talk_percent() {
        Some(percent) if meeting.was_touched() => {
            ((words.review.talked)(&(words.percent)(percent)), Some(beside(percent, band, words)))
        }
        _ => (words.review.unknown.to_owned(), None),
    };
    html! {
        <>
            <h2 ref={heading} tabindex="-1">{ says }</h2>
            if let Some(usual) = usual { <p class="sub">{ usual }{ " " }{ words.review.of_speech }</p> }
        </>
    }
}

fn beside(percent: u64, band: Band, words: Words) -> String {
    let (low, high) = (u64::from(band.low_percent), u64::from(band.high_percent));
    match percent {
        less if less < low => (words.review.under)(band),
        more if more > high => (words.review.over)(band),
        _ => (words.review.within)(band),
    }
}

fn legend(words: Words) -> Html {
    html! {
        <p class="legend" aria-hidden="true">
            <i class="key client"></i>{ words.review.listen }
            <i class="key consultant"></i>{ words.review.talk }
            <i class="key mark"></i>{ words.live.mark }
            <i class="key capture"></i>{ words.capture.keep }
        </p>
    }
}

fn captures(list: &CaptureList) -> Html {
    let words = list.words;
    if list.captures.is_empty() {
        return html! { <p class="sub">{ words.review.nothing_caught }</p> };
    }
    html! {
        for kind in Kind::ALL {
            { of_kind(kind, list) }
        }
    }
}

fn of_kind(kind: Kind, list: &CaptureList) -> Html {
    let captures = list.captures.iter().filter(|capture| capture.kind == kind);
    let captures: Vec<Rc<Capture>> = captures.cloned().collect();
    html! {
        if !captures.is_empty() {
            <section>
                <h3>{ (list.words.kinds)(kind) }</h3>
                { capture_list(&CaptureList { captures: &captures, ..*list }) }
            </section>
        }
    }
}

fn marks(meeting: &Meeting, on_said: &Callback<Said>, words: Words) -> Html {
    html! {
        if !meeting.marks.is_empty() {
            <section>
                <h3>{ words.review.marks }</h3>
                <ul class="marks">
                    for mark in &meeting.marks {
                        <li key={mark.id.to_string()}>
                            <time>{ clock(mark.at_ms) }</time>
                            <button
                                part="button"
                                class="quiet-button"
                                type="button"
                                aria-label={(words.capture.actions_for)(words.capture.strike, &clock(mark.at_ms))}
                                onclick={saying(on_said, Said::Act(Act::Struck { what: mark.id }))}
                            >{ words.capture.strike }</button>
                        </li>
                    }
                </ul>
            </section>
        }
    }
}

fn actions(screen: &ReviewScreen) -> Html {
    let ReviewScreen { hearing: Hearing { on_said, on_file, .. }, words, can_redo, .. } = *screen;
    let id = screen.meeting.id;
    let redo = Button { on: can_redo, ..Button::plain("redo", words.nav.redo) };
    let done = Button { class: "big", ..Button::plain("done", words.review.done) };
    html! {
        <div class="controls">
            { Button::plain("undo", words.nav.undo).draw(saying(on_said, Said::Undo)) }
            { redo.draw(saying(on_said, Said::Redo)) }
            { Button::plain("file", words.review.file).draw(on_file.reform(move |_| Some(id))) }
            { done.draw(saying(on_said, Said::PutAway)) }
        </div>
    }
}
