//! After a meeting: the picture, the figures, their words, and what can still be corrected.

use std::rc::Rc;

use heard_core::Meeting;
use heard_core::band::Band;
use heard_core::capture::{Capture, Kind};
use yew::prelude::*;

use crate::live::Said;
use crate::shell::locale;
use crate::ui::capture_list::capture_list;
use crate::ui::facts::facts;
use crate::ui::format::clock;
use crate::ui::local::{Asking, ROWS};
use crate::ui::parts::{Button, danger, line, name, title};
use crate::ui::picture::picture;
use crate::ui::store::sure;
use crate::ui::turns::turns;
use crate::ui::view::{Msg, View};
use crate::ui::words::Words;
use crate::ui::{after, away};

/// The screen after a meeting.
pub(crate) fn review(view: &View, meeting: &Meeting) -> Html {
    let words = view.words;
    let about = [
        (words.meeting_kind)(meeting.opening.kind).to_owned(),
        locale::day(meeting.started_wall_ms),
        locale::time_of_day(meeting.started_wall_ms),
        clock(meeting.ended_ms.unwrap_or(0)),
    ];
    html! {
        <section class="screen review" part="review">
            <p class="sub">
                <b>{ name(view.client_name(meeting)) }</b>{ " · " }{ about.join(" · ") }
            </p>
            if after::is_open(view, meeting) {
                { after::guess(view, meeting) }
            } else {
                { verdict(view, meeting) }
                { after::reveal(view, meeting) }
                { picture(view, meeting) }
                { facts(meeting, words) }
            }
            { after::marks(view, meeting) }
            { captures(view, meeting) }
            { after::hand_over(view, meeting) }
            { after::costs(view, meeting) }
            { after::notices(view, meeting) }
            { after::stories(view, meeting) }
            { after::recap::recap(view, meeting) }
            { away::all(view, meeting) }
            { turns(view, meeting) }
            <p class="said" aria-hidden="true">{ &view.local.status }</p>
            { actions(view, meeting) }
            if let Some(asking) = view.local.asking { { sure(view, asking) } }
        </section>
    }
}

/// One's own share, and how it lies to what is usual. No score: a sentence.
fn verdict(view: &View, meeting: &Meeting) -> Html {
    let words = view.words;
    let measures = meeting.measures(meeting.ended_ms.unwrap_or(0));
    let percent = measures.talk_percent().filter(|_| meeting.was_touched());
    let (says, usual) = match percent {
        Some(percent) => {
            let usual = beside(percent, meeting, words);
            ((words.review.talked)(&(words.percent)(percent)), usual)
        }
        None => (words.review.unknown.to_owned(), String::new()),
    };
    html! {
        <>
            <h2 ref={&view.local.heading} tabindex="-1">{ says }</h2>
            { line("sub", usual) }
        </>
    }
}

fn beside(percent: u64, meeting: &Meeting, words: Words) -> String {
    let opening = &meeting.opening;
    let band = Band::of(opening.kind, opening.us, opening.them);
    match percent {
        less if less < u64::from(band.low_percent) => (words.review.under)(band),
        more if more > u64::from(band.high_percent) => (words.review.over)(band),
        _ => (words.review.within)(band),
    }
}

fn captures(view: &View, meeting: &Meeting) -> Html {
    if meeting.captures.is_empty() {
        return line("sub", view.words.review.no_notes);
    }
    html! { { for Kind::ALL.map(|kind| of_kind(view, meeting, kind)) } }
}

fn of_kind(view: &View, meeting: &Meeting, kind: Kind) -> Html {
    let captures = meeting.captures.iter().filter(|capture| capture.kind == kind);
    let captures: Vec<Rc<Capture>> = captures.cloned().collect();
    html! {
        if !captures.is_empty() {
            <section>
                { title((view.words.kinds)(kind)) }
                { capture_list(view, &captures, ROWS) }
            </section>
        }
    }
}

fn actions(view: &View, meeting: &Meeting) -> Html {
    let words = view.words;
    let on = view.desk().redoing(view.shown.review).is_ok();
    let redo = Button { on, ..Button::plain("redo", words.nav.redo) };
    let done = Button { class: "big", ..Button::plain("done", words.review.done) };
    let file = Button::plain("file", words.review.file);
    let erase = danger("erase-record", words.data.erase);
    html! {
        <div class="controls">
            { Button::plain("undo", words.nav.undo).draw(view.saying(Said::Undo)) }
            { redo.draw(view.saying(Said::Redo)) }
            { file.draw(view.on(Msg::Filed(Some(meeting.id)))) }
            { erase.draw(view.on(Msg::Asked(Some(Asking::Record(meeting.id))))) }
            { done.draw(view.saying(Said::PutAway)) }
        </div>
    }
}
