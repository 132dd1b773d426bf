//! Time that nobody can vouch for, and the question what it is to count as. Always reversible.

use heard_core::Meeting;
use heard_core::event::kind::EventKind;
use heard_core::meeting::away::{Away, Counted};
use yew::prelude::*;

use crate::store::Command;
use crate::ui::components::choice_chips::{Chip, Choice, choice};
use crate::ui::components::format::clock;
use crate::ui::components::parts::{line, title};
use crate::ui::widget::view::{Msg, View};

/// The ways of counting, the way back last.
const WAYS: [Counted; 3] = [Counted::Listen, Counted::Talk, Counted::LeftOut];

/// What was found in the present turn and nobody has answered yet. When the floor is passed on, it waits for the review.
pub(crate) fn asked(view: &View, meeting: &Meeting) -> Html {
    let until_ms = meeting.position(view.live.now());
    let here = |away: &Away| away.is_default && away.end_ms >= meeting.since_ms();
    let open = meeting.aways(until_ms).into_iter().rev().find(here);
    html! {
        if let Some(away) = open {
            <section class="away" data-away={away.id.to_string()}>{ question(view, &away) }</section>
        }
    }
}

/// All of it, after the meeting.
pub(crate) fn all(view: &View, meeting: &Meeting) -> Html {
    let aways = meeting.aways(meeting.ended_ms.unwrap_or(0));
    html! {
        if !aways.is_empty() {
            <section class="away">
                { title(view.words.away.title) }
                for away in aways.iter().take(view.most(3)) {
                    <div key={away.id.to_string()} data-away={away.id.to_string()}>
                        { question(view, away) }
                    </div>
                }
                { view.rest(aways.len(), view.most(3)) }
            </section>
        }
    }
}

fn question(view: &View, away: &Away) -> Html {
    let says = &view.words.away;
    let Away { id, start_ms, end_ms, counted, .. } = *away;
    let chips = WAYS.map(|way| Chip::plain((says.count_as)(way)));
    let name: AttrValue = format!("away-{id}").into();
    let chosen = WAYS.iter().position(|way| *way == counted);
    let what = Choice { label: says.counted, name, chips: &chips, chosen, part: None };
    html! {
        <>
            { line("sub", format!("{} {}", (says.found)(&clock(end_ms - start_ms), &clock(start_ms)), says.why)) }
            { choice(view, &what, |index| {
                Msg::Say(Command::Record(EventKind::AwayCounted { away: id, counted: WAYS[index] }))
            }) }
        </>
    }
}
