//! Charts over the last meetings and months. They are computed in the core and only drawn here.

pub(crate) mod figure;
pub(crate) mod loops;
pub(crate) mod meetings;

use heard_core::loops::Loop;
use heard_core::report::trends::{self, Met, Months};
use heard_core::time::Day;
use heard_core::{EventId, Notebook};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::ui::components::parts::line;
use crate::ui::context::request::Request;
use crate::ui::context::view::{ROWS, SharedState, View};
use crate::ui::screens::trends::figure::too_few;

/// The figures of the charts, as of when the screen was opened or the notebook last changed.
#[derive(Default)]
pub(crate) struct TrendsState {
    /// The client; `None` for all.
    pub(crate) client: Option<EventId>,
    /// The last meetings.
    met: Vec<Met>,
    /// How many meetings are left out because their talk share is still to be guessed.
    hidden: usize,
    /// The last months.
    months: Months,
    /// The clients to choose from.
    clients: Vec<EventId>,
}

impl TrendsState {
    /// Computes the charts of a client, or of all if `client` is `None` or was erased.
    pub(crate) fn compute(
        notebook: &Notebook,
        client: Option<EventId>,
        shared: &SharedState,
        today: Day,
    ) -> Self {
        let client = client.filter(|id| notebook.client(*id).is_some());
        let (met, hidden) = trends::met(notebook, client, &|meeting| shared.hides_figures(meeting));
        let loops = notebook.loops().iter().map(|one| &**one);
        let loops: Vec<&Loop> =
            loops.filter(|one| client.is_none() || one.client == client).collect();
        let months = trends::months(&loops, today);
        let mut clients = trends::clients(notebook, ROWS);
        clients.extend(client.filter(|id| !clients.contains(id)));
        Self { client, met, hidden, months, clients }
    }
}

/// The screen of the charts.
pub(crate) fn trends(view: &View, state: &TrendsState) -> Html {
    let texts = &view.words.trends;
    html! {
        <section class="screen trends">
            <h2 ref={&view.shared.heading} tabindex="-1">{ texts.title }</h2>
            { line("sub", texts.how) }
            { client_select(view, state) }
            if state.hidden > 0 { { line("sub", (texts.covered)(state.hidden)) } }
            { meetings::share(view, &state.met) }
            { meetings::guesses(view, &state.met).unwrap_or_else(|| too_few("guess", &texts.guess)) }
            { meetings::openings(view, &state.met) }
            { loops::silence(view, &state.months) }
            { loops::flow(view, &state.months) }
        </section>
    }
}

/// The choice of a client, or of all.
fn client_select(view: &View, state: &TrendsState) -> Html {
    let texts = &view.words.trends;
    let notebook = view.notebook();
    let named = state.clients.iter().filter_map(|id| notebook.client(*id));
    let all: Vec<(Option<EventId>, AttrValue)> = std::iter::once((None, texts.all.into()))
        .chain(named.map(|client| (Some(client.id), client.name.clone().into())))
        .collect();
    if all.len() == 1 {
        return Html::default();
    }
    let ids: Vec<Option<EventId>> = all.iter().map(|(id, _)| *id).collect();
    let chosen = view.on_request.reform(move |event: Event| {
        let field = event.target_unchecked_into::<HtmlSelectElement>();
        let nth = usize::try_from(field.selected_index()).ok();
        Request::OpenTrends(nth.and_then(|nth| *ids.get(nth)?))
    });
    html! {
        <label class="trend-whose">
            <span>{ texts.client }</span>
            <select class="field" onchange={chosen}>
                for (id, name) in all {
                    <option key={id.map_or_else(String::new, |id| id.to_string())} selected={id == state.client}>
                        { name }
                    </option>
                }
            </select>
        </label>
    }
}
