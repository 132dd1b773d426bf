//! The review after a meeting: the chart, the figures, the captures, the recap, and corrections.

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
pub(crate) mod state;
pub(crate) mod work_backwards;

use std::rc::Rc;

use heard_core::Meeting;
use heard_core::event::capture::{Capture, Kind};
use heard_core::meeting::talk_band::Band;
use heard_core::transfer::export::Wanted as Part;
use yew::prelude::*;

use crate::browser::locale;
use crate::store::Command;
use crate::ui::components::confirm::confirm_dialog;
use crate::ui::components::format::clock;
use crate::ui::components::meeting_chart::meeting_chart;
use crate::ui::components::parts::{Button, danger, line, name, title};
use crate::ui::components::share::ShareView;
use crate::ui::context::language::Words;
use crate::ui::context::request::{Confirmation, Request, TableForm};
use crate::ui::context::view::{ROWS, View};
use crate::ui::screens::client_view::hand_over_buttons;
use crate::ui::screens::client_view::update::ClientViewMsg;
use crate::ui::screens::live::away::all_questions;
use crate::ui::screens::live::capture_list::capture_list;
use crate::ui::screens::live::state::CaptureView;
use crate::ui::screens::review::costs::costs;
use crate::ui::screens::review::edit_turns::edit_turns;
use crate::ui::screens::review::guess::{guess, reveal};
use crate::ui::screens::review::journal_entry::journal_entries;
use crate::ui::screens::review::marks::marks;
use crate::ui::screens::review::metrics::facts;
use crate::ui::screens::review::notices::notices;
use crate::ui::screens::review::recap::recap;
use crate::ui::screens::review::state::{Msg, ReviewView};

/// What the parts of the review are rendered from that have a state of their own.
pub(crate) struct ReviewParts<'a> {
    /// The capture form and the lists of captures.
    pub(crate) captures: CaptureView<'a>,
    /// The preview of the recap and its share buttons.
    pub(crate) share: ShareView<'a>,
    /// Takes messages to the client view.
    pub(crate) client_view: &'a Callback<ClientViewMsg>,
}

/// The review of a meeting.
pub(crate) fn review(view: &ReviewView, parts: &ReviewParts, meeting: &Meeting) -> Html {
    let picked = view.link.reform(Msg::TurnPicked);
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
            if view.shared.hides_figures(meeting) {
                { guess(view, meeting) }
            } else {
                { verdict(view, meeting) }
                { reveal(view, meeting) }
                { meeting_chart(view, meeting, view.state.selected_turn, &picked) }
                { facts(meeting, words) }
            }
            { marks(view, &parts.captures, meeting) }
            { captures(&parts.captures, meeting) }
            { hand_over_buttons(view, parts.client_view, meeting) }
            { costs(view, meeting) }
            { notices(view, meeting) }
            { journal_entries(view, meeting) }
            { recap(view, &parts.share, meeting) }
            { all_questions(view, meeting) }
            { edit_turns(view, meeting) }
            { view.shared.status.line() }
            { actions(view, meeting) }
            if let Some(confirmation) = view.shared.confirming {
                { confirm_dialog(view, confirmation) }
            }
        </section>
    }
}

/// The consultant's share in a sentence, and how it compares to the usual band. There is no score on purpose.
fn verdict(view: &View, meeting: &Meeting) -> Html {
    let words = view.words;
    let measures = meeting.measures(meeting.ended_ms.unwrap_or(0));
    let percent = measures.talk_percent().filter(|_| meeting.was_touched());
    let (texts, usual) = match percent {
        Some(percent) => {
            let usual = beside(percent, meeting, words);
            ((words.review.talked)(&(words.percent)(percent)), usual)
        }
        None => (words.review.unknown.to_owned(), String::new()),
    };
    html! {
        <>
            <h2 ref={&view.shared.heading} tabindex="-1">{ texts }</h2>
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

fn captures(view: &CaptureView, meeting: &Meeting) -> Html {
    if meeting.captures.is_empty() {
        return line("sub", view.words.review.no_notes);
    }
    html! { { for Kind::ALL.map(|kind| of_kind(view, meeting, kind)) } }
}

fn of_kind(view: &CaptureView, meeting: &Meeting, kind: Kind) -> Html {
    let captures = meeting.captures.iter().filter(|capture| capture.kind == kind);
    let captures: Vec<&Rc<Capture>> = captures.collect();
    html! {
        if !captures.is_empty() {
            <section>
                { title((view.words.kinds)(kind)) }
                { capture_list(view, &mut captures.iter().copied(), captures.len(), ROWS) }
            </section>
        }
    }
}

fn actions(view: &View, meeting: &Meeting) -> Html {
    let words = view.words;
    let enabled = view.notebook().redoing(view.snapshot.review).is_ok();
    let redo = Button { enabled, ..Button::plain("redo", words.nav.redo) };
    let done = Button { class: "big", ..Button::plain("done", words.review.done) };
    let part = Part { meeting: Some(meeting.id), ..Part::default() };
    let file = Button::plain("file", words.review.file);
    let workbook = Button::plain("xlsx", words.data.workbook);
    let table = Button::plain("csv", words.data.csv);
    let erase = danger("erase-record", words.data.erase);
    html! {
        <div class="controls">
            { Button::plain("undo", words.nav.undo).draw(view.sends(Command::Undo)) }
            { redo.draw(view.sends(Command::Redo)) }
            { file.draw(view.requests(Request::Export(part))) }
            { workbook.draw(view.requests(Request::ExportTable(part, TableForm::Workbook))) }
            { table.draw(view.requests(Request::ExportTable(part, TableForm::Csv))) }
            { erase.draw(view.requests(Request::Confirm(Some(Confirmation::EraseRecord(meeting.id))))) }
            { done.draw(view.sends(Command::CloseReview)) }
        </div>
    }
}
