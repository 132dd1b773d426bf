//! After a meeting: the strip, the figures, their words, and what can still be corrected.

use std::rc::Rc;

use heard_core::Meeting;
use heard_core::act::Act;
use heard_core::band::Band;
use heard_core::capture::{Capture, Kind};
use web_sys::HtmlElement;
use yew::prelude::*;

use crate::live::{Draft, Said};
use crate::shell::locale;
use crate::ui::capture_line::CaptureLine;
use crate::ui::capture_list::CaptureList;
use crate::ui::facts::facts;
use crate::ui::format::clock;
use crate::ui::strip::strip;
use crate::ui::turns::Turns;
use crate::ui::words::{Words, use_words};

/// Props of [`ReviewScreen`].
#[derive(Properties, PartialEq)]
pub(crate) struct ReviewScreenProps {
    /// The meeting, which has ended.
    pub(crate) meeting: Rc<Meeting>,
    /// The client's name.
    pub(crate) client: Option<Rc<str>>,
    /// The capture line to begin with.
    pub(crate) draft: Draft,
    /// Whether something can be undone and redone.
    pub(crate) can_redo: bool,
    /// What the status line says last.
    pub(crate) status: AttrValue,
    /// Something was said.
    pub(crate) on_said: Callback<Said>,
    /// Words were given to be kept; says whether they were.
    pub(crate) on_keep: Callback<Draft, bool>,
    /// A file of this meeting is wanted.
    pub(crate) on_file: Callback<()>,
}

/// The screen after a meeting.
#[component]
pub(crate) fn ReviewScreen(props: &ReviewScreenProps) -> Html {
    let ReviewScreenProps { meeting, client, on_said, .. } = props;
    let words = use_words();
    let heading = use_node_ref();
    use_effect_with(meeting.id, {
        let heading = heading.clone();
        move |_| {
            if let Some(heading) = heading.cast::<HtmlElement>() {
                // Focusing an element in the document can not fail.
                let _ = heading.focus();
            }
        }
    });
    let name = client.as_deref().unwrap_or(words.someone);
    let until_ms = meeting.ended_ms.unwrap_or(0);
    html! {
        <main class="review" part="review">
            <p class="sub">
                <b><bdi>{ name }</bdi></b>{ " · " }{ (words.meeting_kind)(meeting.opening.kind) }
                { " · " }{ locale::day(meeting.started_wall_ms) }
                { " " }{ locale::time_of_day(meeting.started_wall_ms) }{ " · " }{ clock(until_ms) }
            </p>
            { verdict(meeting, heading, words) }
            { strip(meeting, words.live.strip, NodeRef::default()) }
            { legend(words) }
            { facts(meeting, words) }
            { captures(meeting, on_said, words) }
            { marks(meeting, on_said, words) }
            <details class="add">
                <summary>{ words.review.add }</summary>
                <CaptureLine
                    draft={props.draft.clone()}
                    wanted={None}
                    {on_said}
                    on_keep={&props.on_keep}
                    on_writing={Callback::noop()}
                />
            </details>
            <Turns {meeting} {on_said} />
            <p class="said" aria-hidden="true">{ &props.status }</p>
            { actions(props, words) }
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

fn captures(meeting: &Meeting, on_said: &Callback<Said>, words: Words) -> Html {
    let of_kind = |kind: Kind| -> Vec<Rc<Capture>> {
        meeting.captures.iter().filter(|capture| capture.kind == kind).cloned().collect()
    };
    if meeting.captures.is_empty() {
        return html! { <p class="sub">{ words.review.nothing_caught }</p> };
    }
    html! {
        for kind in Kind::ALL {
            if meeting.captures.iter().any(|capture| capture.kind == kind) {
                <section key={kind.word()}>
                    <h3>{ (words.kinds)(kind) }</h3>
                    <CaptureList captures={of_kind(kind)} {on_said} />
                </section>
            }
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
                                onclick={on_said.reform({
                                    let what = mark.id;
                                    move |_| Said::Act(Act::Struck { what })
                                })}
                            >{ words.capture.strike }</button>
                        </li>
                    }
                </ul>
            </section>
        }
    }
}

fn actions(props: &ReviewScreenProps, words: Words) -> Html {
    let say = |said: Said, label: &'static str, name: &'static str, off: bool| {
        html! {
            <button
                part="button"
                class="ghost"
                type="button"
                data-act={name}
                disabled={off}
                onclick={props.on_said.reform(move |_| said.clone())}
            >{ label }</button>
        }
    };
    html! {
        <div class="controls">
            { say(Said::Undo, words.nav.undo, "undo", false) }
            { say(Said::Redo, words.nav.redo, "redo", !props.can_redo) }
            <button
                part="button"
                class="ghost"
                type="button"
                data-act="file"
                onclick={props.on_file.reform(|_| ())}
            >{ words.review.file }</button>
            <button
                part="button"
                class="big"
                type="button"
                data-act="done"
                onclick={props.on_said.reform(|_| Said::PutAway)}
            >{ words.review.done }</button>
        </div>
    }
}
