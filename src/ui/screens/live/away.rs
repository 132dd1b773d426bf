//! Time away, in which it is unknown who spoke, and the question of what to count it as.

use heard_core::Meeting;
use heard_core::event::kind::EventKind;
use heard_core::meeting::away::{Away, Counted};
use yew::prelude::*;

use crate::store::Command;
use crate::ui::components::choice_chips::{Chip, Choice, choice};
use crate::ui::components::format::clock;
use crate::ui::components::links::more_rows;
use crate::ui::components::parts::{line, title};
use crate::ui::context::request::Request;
use crate::ui::context::view::View;

/// What it can be counted as, in the order of the chips.
const WAYS: [Counted; 3] = [Counted::Listen, Counted::Talk, Counted::LeftOut];

/// The question about time away in the present turn that is not answered yet. Earlier ones are asked in the review.
pub(crate) fn open_question(view: &View, meeting: &Meeting) -> Html {
    let until_ms = meeting.position(view.store.now());
    let here = |away: &Away| away.is_default && away.end_ms >= meeting.since_ms();
    let open = meeting.aways(until_ms).into_iter().rev().find(here);
    html! {
        if let Some(away) = open {
            <section class="away" data-away={away.id.to_string()}>{ question(view, &away) }</section>
        }
    }
}

/// All time away of a meeting that has ended.
pub(crate) fn all_questions(view: &View, meeting: &Meeting) -> Html {
    let aways = meeting.aways(meeting.ended_ms.unwrap_or(0));
    html! {
        if !aways.is_empty() {
            <section class="away">
                { title(view.words.away.title) }
                for away in aways.iter().take(view.row_limit(3)) {
                    <div key={away.id.to_string()} data-away={away.id.to_string()}>
                        { question(view, away) }
                    </div>
                }
                { more_rows(view, aways.len(), view.row_limit(3)) }
            </section>
        }
    }
}

fn question(view: &View, away: &Away) -> Html {
    let texts = &view.words.away;
    let Away { id, start_ms, end_ms, counted, .. } = *away;
    let chips = WAYS.map(|way| Chip::plain((texts.count_as)(way)));
    let name: AttrValue = format!("away-{id}").into();
    let chosen = WAYS.iter().position(|way| *way == counted);
    let what = Choice { label: texts.counted, name, chips: &chips, chosen, part: None };
    let counted = view.on_request.reform(move |index: usize| {
        let counted = WAYS[index];
        Request::Dispatch(Command::Record(EventKind::AwayCounted { away: id, counted }))
    });
    html! {
        <>
            { line("sub", format!("{} {}", (texts.found)(&clock(end_ms - start_ms), &clock(start_ms)), texts.why)) }
            { choice(&what, &counted) }
        </>
    }
}
