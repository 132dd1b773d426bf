//! The recap: what was heard, as it will be read, for the client or for oneself.

use heard_core::Meeting;
use heard_core::report::recap::has_dates;
use heard_core::time::Day;
use heard_core::transfer::export::{Audience, Wanted};
use yew::prelude::*;

use crate::ui::components::choice_chips::{Chip, Choice, choice};
use crate::ui::components::parts::{line, title};
use crate::ui::components::share::{Leaving, What, ways_out};
use crate::ui::screens::review::guess::is_open;
use crate::ui::widget::view::{Msg, View};

const AUDIENCES: [Audience; 2] = [Audience::Client, Audience::Me];

/// The card. While the guess is open there is none for oneself: it would tell what is being guessed.
pub(crate) fn recap(view: &View, meeting: &Meeting) -> Html {
    let says = &view.words.recap;
    let may_be_own = !is_open(view, meeting);
    let is_own = may_be_own && view.local.recap_is_own;
    let audience = AUDIENCES[usize::from(is_own)];
    let day = Day::of(meeting.started_wall_ms, meeting.opening.utc_offset_min);
    let leaving = Leaving {
        what: What::Recap(Wanted { meeting: Some(meeting.id), audience, client: None }),
        // What is for oneself says so, lest it be sent to somebody else.
        file: [says.files[usize::from(is_own)], "-", &day.to_string()].concat(),
        has_calendar: has_dates(meeting),
        table: None,
    };
    let chips = says.audiences.map(Chip::plain);
    let whom = Choice {
        label: says.whom,
        name: "recap-for".into(),
        chips: &chips,
        chosen: Some(usize::from(is_own)),
        part: None,
    };
    html! {
        <section class="recap" data-audience={if is_own { "me" } else { "client" }}>
            { title(says.title) }
            if may_be_own {
                { choice(view, &whom, |index| Msg::RecapFor(AUDIENCES[index])) }
            } else {
                { line("sub", says.first_guess) }
            }
            { ways_out(view, leaving) }
        </section>
    }
}
