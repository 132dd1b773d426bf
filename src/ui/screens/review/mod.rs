//! After a meeting: the picture, the figures, their words, and what can still be corrected.

pub(crate) mod cards;
pub(crate) mod costs;
pub(crate) mod edit_turns;
pub(crate) mod guess;
pub(crate) mod guess_chart;
pub(crate) mod journal_entry;
pub(crate) mod marks;
pub(crate) mod metrics;
pub(crate) mod notices;
pub(crate) mod recap;
pub(crate) mod work_backwards;

use std::rc::Rc;

use heard_core::Meeting;
use heard_core::event::capture::{Capture, Kind};
use heard_core::meeting::talk_band::Band;
use yew::prelude::*;

use crate::browser::locale;
use crate::store::Command;
use crate::ui::components::format::clock;
use crate::ui::components::meeting_chart::picture;
use crate::ui::components::parts::{Button, danger, line, name, title};
use crate::ui::screens::client_view::hand_over;
use crate::ui::screens::data::sure;
use crate::ui::screens::live::away;
use crate::ui::screens::live::capture_list::capture_list;
use crate::ui::screens::review::costs::costs;
use crate::ui::screens::review::edit_turns::turns;
use crate::ui::screens::review::guess::guess;
use crate::ui::screens::review::guess::is_open;
use crate::ui::screens::review::guess::reveal;
use crate::ui::screens::review::journal_entry::stories;
use crate::ui::screens::review::marks::marks;
use crate::ui::screens::review::metrics::facts;
use crate::ui::screens::review::notices::notices;
use crate::ui::widget::language::Words;
use crate::ui::widget::ui_state::{Asking, ROWS};
use crate::ui::widget::view::{Msg, View};

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
            if is_open(view, meeting) {
                { guess(view, meeting) }
            } else {
                { verdict(view, meeting) }
                { reveal(view, meeting) }
                { picture(view, meeting) }
                { facts(meeting, words) }
            }
            { marks(view, meeting) }
            { captures(view, meeting) }
            { hand_over(view, meeting) }
            { costs(view, meeting) }
            { notices(view, meeting) }
            { stories(view, meeting) }
            { recap::recap(view, meeting) }
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
    let on = view.notebook().redoing(view.snapshot.review).is_ok();
    let redo = Button { on, ..Button::plain("redo", words.nav.redo) };
    let done = Button { class: "big", ..Button::plain("done", words.review.done) };
    let file = Button::plain("file", words.review.file);
    let erase = danger("erase-record", words.data.erase);
    html! {
        <div class="controls">
            { Button::plain("undo", words.nav.undo).draw(view.saying(Command::Undo)) }
            { redo.draw(view.saying(Command::Redo)) }
            { file.draw(view.on(Msg::Filed(Some(meeting.id)))) }
            { erase.draw(view.on(Msg::Asked(Some(Asking::Record(meeting.id))))) }
            { done.draw(view.saying(Command::CloseReview)) }
        </div>
    }
}
