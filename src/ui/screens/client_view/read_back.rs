//! The read-back: captures in the client's own words, each to be confirmed or corrected.

use std::rc::Rc;

use heard_core::Meeting;
use heard_core::event::capture::{Capture, Kind};
use heard_core::event::review::Answer;
use heard_core::validate::MAX_WORDS;
use yew::prelude::*;

use crate::ui::components::format;
use crate::ui::components::links::more_rows;
use crate::ui::components::parts::{Button, line, name, title, toggle_button};
use crate::ui::context::view::{ROWS, View};
use crate::ui::screens::client_view::ranking::ranking;
use crate::ui::screens::client_view::update::{ClientView, ClientViewMsg};

/// The kinds that are read back, in this order. A held answer is private, and what the client was spared is not something
/// they can confirm.
const READ_BACK: [Kind; 4] = [Kind::Outcome, Kind::Issue, Kind::Insight, Kind::Promise];

/// The captures of a meeting that are read back, kind by kind.
fn captures(meeting: &Meeting) -> Vec<&Rc<Capture>> {
    let of_kind = |kind| meeting.captures.iter().filter(move |capture| capture.kind == kind);
    let all = READ_BACK.into_iter().flat_map(of_kind);
    all.filter(|capture| !capture.words.trim().is_empty()).collect()
}

/// The page.
pub(crate) fn read_back(view: &ClientView, meeting: &Meeting) -> Html {
    let texts = &view.words.hand_over;
    let all = captures(meeting);
    let limit = view.row_limit(ROWS);
    let some = &all[..all.len().min(limit)];
    let begins = |place: usize| place == 0 || some[place - 1].kind != some[place].kind;
    html! {
        <>
            { line("sub", (texts.confirm)(all.len())) }
            for (place, capture) in some.iter().enumerate() {
                if begins(place) { { title((texts.group)(capture.kind)) } }
                { card(view, capture) }
            }
            { more_rows(view, all.len(), limit) }
            { ranking(view, meeting) }
        </>
    }
}

fn card(view: &ClientView, capture: &Rc<Capture>) -> Html {
    let texts = &view.words.hand_over;
    let id = capture.id;
    let answer = |name, label, answer| {
        let pressed = capture.answer == Some(answer);
        toggle_button(name, label, pressed, view.on(ClientViewMsg::Answered(id, answer)))
    };
    html! {
        <article key={id.to_string()} data-id={id.to_string()} data-kind={capture.kind.as_str()}>
            <blockquote dir="auto" translate="no">{ &capture.words }</blockquote>
            if let Some(said_by) = &capture.said_by {
                <p class="sub">{ name(said_by.clone().into()) }</p>
            }
            <div class="row" role="group" aria-label={(texts.answer_to)(&format::short(&capture.words))}>
                { answer("yes", texts.yes, Answer::Yes) }
                { answer("not-quite", texts.not_quite, Answer::NotQuite) }
            </div>
            if view.state.rewording == Some(id) { { reword_form(view, capture) } }
        </article>
    }
}

/// The field in which the client rewords a capture. It contains the present words, because often only one is wrong.
fn reword_form(view: &ClientView, capture: &Rc<Capture>) -> Html {
    let texts = &view.words.hand_over;
    html! {
        <label class="rather">
            { texts.rephrase }
            <textarea
                class="say"
                rows="3"
                dir="auto"
                maxlength={MAX_WORDS.to_string()}
                defaultvalue={capture.words.clone()}
            />
            <span class="row">
                { Button::plain("say-anew", texts.use_words).draw(view.on(ClientViewMsg::Reworded(capture.id))) }
                { Button::plain("leave-it", texts.skip).draw(view.on(ClientViewMsg::RewordingCancelled)) }
            </span>
        </label>
    }
}

/// The client's answer about a capture and its rank, for the review.
pub(crate) fn client_answer(view: &View, capture: &Capture) -> Html {
    let texts = &view.words.hand_over;
    if view.notebook().running().is_some() || !READ_BACK.contains(&capture.kind) {
        return Html::default();
    }
    let (answer, word) = match capture.answer {
        Some(Answer::Yes) => ("yes", texts.confirmed),
        Some(Answer::NotQuite) => ("not-quite", texts.disputed),
        None => ("none", texts.unread),
    };
    let rank = capture.rank.filter(|_| capture.kind == Kind::Outcome);
    html! {
        <span class="client-answer">
            <span class="answer" data-answer={answer}>{ word }</span>
            if let Some(rank) = rank { { " · " }<b>{ (texts.rank)(rank) }</b> }
        </span>
    }
}
