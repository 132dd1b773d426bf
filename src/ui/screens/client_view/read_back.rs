//! The read-back: what was heard, in the client's own words, for their yes or not quite.

use std::rc::Rc;

use heard_core::Meeting;
use heard_core::event::capture::{Capture, Kind};
use heard_core::event::review::Answer;
use heard_core::validate::MAX_WORDS;
use yew::prelude::*;

use crate::ui::components::format;
use crate::ui::components::parts::{Button, line, name, title};
use crate::ui::screens::client_view::ranking;
use crate::ui::screens::client_view::{ClientViewMsg, Handing, press};
use crate::ui::widget::ui_state::ROWS;
use crate::ui::widget::view::{Msg, View};

/// What is read back, in this order. An answer that was held is nobody's but ours, and of what did not happen to them
/// they can not say whether it is so.
const READ_BACK: [Kind; 4] = [Kind::Outcome, Kind::Issue, Kind::Insight, Kind::Promise];

/// What of a meeting is read back, kind by kind.
fn read_back(meeting: &Meeting) -> Vec<&Rc<Capture>> {
    let of_kind = |kind| meeting.captures.iter().filter(move |capture| capture.kind == kind);
    let all = READ_BACK.into_iter().flat_map(of_kind);
    all.filter(|capture| !capture.words.trim().is_empty()).collect()
}

/// The page.
pub(crate) fn page(view: &View, handing: &Handing, meeting: &Meeting) -> Html {
    let says = &view.words.hand_over;
    let all = read_back(meeting);
    let most = view.most(ROWS);
    let some = &all[..all.len().min(most)];
    let begins = |place: usize| place == 0 || some[place - 1].kind != some[place].kind;
    html! {
        <>
            { line("sub", (says.confirm)(all.len())) }
            for (place, capture) in some.iter().enumerate() {
                if begins(place) { { title((says.group)(capture.kind)) } }
                { card(view, handing, capture) }
            }
            { view.rest(all.len(), most) }
            { ranking::section(view, handing, meeting) }
        </>
    }
}

fn card(view: &View, handing: &Handing, capture: &Rc<Capture>) -> Html {
    let says = &view.words.hand_over;
    let id = capture.id;
    let answer = |name, label, answer| {
        let pressed = capture.answer == Some(answer);
        press(name, label, pressed, view.on(Msg::HandOver(ClientViewMsg::Answered(id, answer))))
    };
    html! {
        <article key={id.to_string()} data-id={id.to_string()} data-kind={capture.kind.word()}>
            <blockquote dir="auto">{ &capture.words }</blockquote>
            if let Some(said_by) = &capture.said_by {
                <p class="sub">{ name(said_by.clone().into()) }</p>
            }
            <div class="row" role="group" aria-label={(says.answer_to)(&format::short(&capture.words))}>
                { answer("yes", says.yes, Answer::Yes) }
                { answer("not-quite", says.not_quite, Answer::NotQuite) }
            </div>
            if handing.rewording == Some(id) { { other_words(view, capture) } }
        </article>
    }
}

/// Their words stand in the field already: often it is one of them that is wrong.
fn other_words(view: &View, capture: &Rc<Capture>) -> Html {
    let says = &view.words.hand_over;
    let hand = |hand: ClientViewMsg| view.on(Msg::HandOver(hand));
    html! {
        <label class="rather">
            { says.rephrase }
            <textarea
                class="say"
                rows="3"
                dir="auto"
                maxlength={MAX_WORDS.to_string()}
                defaultvalue={capture.words.clone()}
            />
            <span class="row">
                { Button::plain("say-anew", says.use_words).draw(hand(ClientViewMsg::SaidAnew(capture.id))) }
                { Button::plain("leave-it", says.skip).draw(hand(ClientViewMsg::LeftAsIs)) }
            </span>
        </label>
    }
}

/// What the client made of a capture, for the review: told by a word and a shape.
pub(crate) fn standing(view: &View, capture: &Capture) -> Html {
    let says = &view.words.hand_over;
    if view.notebook().running().is_some() || !READ_BACK.contains(&capture.kind) {
        return Html::default();
    }
    let (answer, word) = match capture.answer {
        Some(Answer::Yes) => ("yes", says.confirmed),
        Some(Answer::NotQuite) => ("not-quite", says.disputed),
        None => ("none", says.unread),
    };
    let rank = capture.rank.filter(|_| capture.kind == Kind::Outcome);
    html! {
        <span class="standing">
            <span class="answer" data-answer={answer}>{ word }</span>
            if let Some(rank) = rank { { " · " }<b>{ (says.rank)(rank) }</b> }
        </span>
    }
}
