//! The recap of the meeting, for the client or for the consultant.

use heard_core::Meeting;
use heard_core::report::recap::has_dates;
use heard_core::time::Day;
use heard_core::transfer::export::{Audience, Wanted};
use heard_core::transfer::file_name;
use yew::prelude::*;

use crate::ui::components::choice_chips::{Chip, Choice, choice};
use crate::ui::components::parts::{line, title};
use crate::ui::components::share::document::{Document, DocumentKind};
use crate::ui::components::share::{ShareView, share_card};
use crate::ui::screens::review::state::{Msg, ReviewView};

/// The readers to choose from.
const AUDIENCES: [Audience; 2] = [Audience::Client, Audience::Me];

/// The card. The consultant's own recap has the talk share, so it is not available while that is still to be guessed.
pub(crate) fn recap(view: &ReviewView, share: &ShareView, meeting: &Meeting) -> Html {
    let texts = &view.words.recap;
    let may_be_own = !view.shared.hides_figures(meeting);
    let is_own = may_be_own && view.state.recap_is_own;
    let audience = AUDIENCES[usize::from(is_own)];
    let day = Day::of(meeting.started_wall_ms, meeting.opening.utc_offset_min);
    let document = Document {
        kind: DocumentKind::Recap(Wanted { meeting: Some(meeting.id), audience, client: None }),
        // The file name of the consultant's own recap says so, lest it be sent to the client.
        file: file_name::of_client(
            view.notebook(),
            texts.files[usize::from(is_own)],
            meeting.opening.client,
            day,
        ),
        has_calendar: has_dates(meeting),
        table: None,
    };
    let chips = texts.audiences.map(Chip::plain);
    let whom = Choice {
        label: texts.whom,
        name: "recap-for".into(),
        chips: &chips,
        chosen: Some(usize::from(is_own)),
        part: None,
    };
    html! {
        <section class="recap" data-audience={if is_own { "me" } else { "client" }}>
            { title(texts.title) }
            if may_be_own {
                { choice(&whom, &view.link.reform(|index: usize| Msg::AudienceChosen(AUDIENCES[index]))) }
            } else {
                { line("sub", texts.first_guess) }
            }
            { share_card(share, document) }
        </section>
    }
}
