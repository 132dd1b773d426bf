//! The last meetings and months as pictures side by side. What may live here draws them; what they come to is the core's.

pub(crate) mod figure;
pub(crate) mod loops;
pub(crate) mod meetings;

use heard_core::EventId;
use heard_core::loops::Loop;
use heard_core::report::trends::{self, Met, Months};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

pub(crate) use crate::ui::screens::trends::meetings::guesses;

use crate::ui::screens::trends::figure::too_few;

use crate::ui::components::parts::line;
use crate::ui::screens::review::guess::is_covered;
use crate::ui::widget::Widget;
use crate::ui::widget::ui_state::ROWS;
use crate::ui::widget::view::{Msg, View};

/// What the pictures are drawn from, as of when their screen was opened.
#[derive(Default)]
pub(crate) struct Seen {
    /// Whose they are; of everybody, where it is nobody's.
    pub(crate) client: Option<EventId>,
    met: Vec<Met>,
    /// How many meetings wait for a guess, and are not snapshot.
    covered: usize,
    months: Months,
    /// Whose they could be.
    clients: Vec<EventId>,
}

impl Widget {
    /// Works the pictures out anew.
    pub(crate) fn see_trends(&mut self) {
        let notebook = &self.snapshot.notebook;
        // One who was erased has none.
        let client = self.local.trends.client.filter(|id| notebook.client(*id).is_some());
        let revealed = self.local.revealed;
        let (met, covered) =
            trends::met(notebook, client, &|meeting| is_covered(meeting, revealed));
        let loops = notebook.loops().iter().map(|one| &**one);
        let loops: Vec<&Loop> =
            loops.filter(|one| client.is_none() || one.client == client).collect();
        let today = self.live.here().day();
        let months = trends::months(&loops, today);
        let mut clients = trends::clients(notebook, ROWS);
        clients.extend(client.filter(|id| !clients.contains(id)));
        self.local.trends = Seen { client, met, covered, months, clients };
    }
}

/// The screen of the pictures.
pub(crate) fn trends(view: &View) -> Html {
    let (says, seen) = (&view.words.trends, &view.local.trends);
    html! {
        <section class="screen trends">
            <h2 ref={&view.local.heading} tabindex="-1">{ says.title }</h2>
            { line("sub", says.how) }
            { whose(view) }
            if seen.covered > 0 { { line("sub", (says.covered)(seen.covered)) } }
            { meetings::share(view, &seen.met) }
            { guesses(view, &seen.met).unwrap_or_else(|| too_few("guess", &says.guess)) }
            { meetings::openings(view, &seen.met) }
            { loops::silence(view, &seen.months) }
            { loops::flow(view, &seen.months) }
        </section>
    }
}

/// Whose pictures are wanted: everybody's together, or those with one client.
fn whose(view: &View) -> Html {
    let (says, seen) = (&view.words.trends, &view.local.trends);
    let notebook = view.notebook();
    let named = seen.clients.iter().filter_map(|id| notebook.client(*id));
    let all: Vec<(Option<EventId>, AttrValue)> = std::iter::once((None, says.all.into()))
        .chain(named.map(|client| (Some(client.id), client.name.clone().into())))
        .collect();
    if all.len() == 1 {
        return Html::default();
    }
    let ids: Vec<Option<EventId>> = all.iter().map(|(id, _)| *id).collect();
    let chosen = view.link.reform(move |event: Event| {
        let field = event.target_unchecked_into::<HtmlSelectElement>();
        let nth = usize::try_from(field.selected_index()).ok();
        Msg::WentToTrends(nth.and_then(|nth| *ids.get(nth)?))
    });
    html! {
        <label class="trend-whose">
            <span>{ says.client }</span>
            <select class="field" onchange={chosen}>
                for (id, name) in all {
                    <option key={id.map_or_else(String::new, |id| id.to_string())} selected={id == seen.client}>
                        { name }
                    </option>
                }
            </select>
        </label>
    }
}
