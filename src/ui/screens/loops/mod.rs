//! The screen of loops: issues and promises with the days since the client last had an update.
//!
//! It only renders loops and sends messages. Which steps a loop allows is decided in the core.

pub(crate) mod card;
pub(crate) mod row;
pub(crate) mod search;
pub(crate) mod steps;
pub(crate) mod update;

use heard_core::loops::{ListedLoop, Whose};
use yew::prelude::*;

use crate::ui::components::links::{more_rows, sheet_button};
use crate::ui::components::parts::{line, quiet};
use crate::ui::context::view::ROWS;
use crate::ui::screens::loops::row::row;
use crate::ui::screens::loops::search::search;
use crate::ui::screens::loops::update::{Filter, LoopsView, Msg};

/// How many rows of a search are shown at first.
const FEW_FOUND: usize = 12;

/// The screen.
pub(crate) fn loops(view: &LoopsView) -> Html {
    let (texts, state) = (&view.words.loops, view.state);
    let client = match &state.query.client {
        Whose::Of(id) => view.notebook().client(*id),
        _ => None,
    };
    let is_empty =
        state.found.places.is_empty() && state.found.closed == 0 && state.query.is_open();
    let all = || {
        quiet("all-clients", texts.all_clients)
            .draw(view.on(Msg::FilterRemoved(Filter::Client(Whose::Any))))
    };
    html! {
        <section class="screen loops" part="loops">
            <div class="loops-head">
                <h2 ref={&view.shared.heading} tabindex="-1" dir="auto" translate="no">
                    { client.map_or(texts.title.into(), |client| (texts.title_of)(&client.name)) }
                </h2>
                if state.query.client != Whose::Any { { all() } }
            </div>
            { sheet(view) }
            if is_empty {
                { line("sub", if client.is_some() { texts.empty_of } else { texts.empty }) }
            } else {
                { search(view) }
                { list(view) }
            }
        </section>
    }
}

/// The button to the sheet of the client in the filter.
fn sheet(view: &LoopsView) -> Html {
    match view.state.query.client {
        Whose::Of(id) => sheet_button(view, Some(id)),
        Whose::Nobodys => sheet_button(view, None),
        Whose::Any => Html::default(),
    }
}

/// The loops that match, those with a promised date in the next days first.
fn list(view: &LoopsView) -> Html {
    let (texts, state) = (&view.words.loops, view.state);
    // While typing, rows are rendered again at each letter, so there are fewer of them.
    let limit = view.row_limit(if state.query.words.is_empty() { ROWS } else { FEW_FOUND });
    let found = &state.found;
    let today = view.store.local_now().day();
    let (due, rest) = found.places.split_at(found.due);
    let rows = |places: &[usize], few: usize| {
        let shown = places.iter().take(few).filter_map(|place| state.list.get(*place));
        let draw = |listed: &ListedLoop| row(view, listed, today);
        html! { <ul>{ for shown.map(draw) }</ul> }
    };
    html! {
        <>
            if !due.is_empty() {
                <h3>{ texts.due_soon }</h3>
                { rows(due, limit) }
                if !rest.is_empty() { <h3>{ texts.by_silence }</h3> }
            }
            { rows(rest, limit.saturating_sub(due.len())) }
            { more_rows(view, found.places.len(), limit) }
            { closed(view) }
        </>
    }
}

/// The button that shows or hides closed loops.
fn closed(view: &LoopsView) -> Html {
    let (texts, state) = (&view.words.loops, view.state);
    let show = !state.query.closed;
    if show && state.found.closed == 0 {
        return Html::default();
    }
    let label =
        if show { (texts.show_closed)(state.found.closed) } else { texts.hide_closed.to_owned() };
    html! {
        <button
            part="button"
            class="quiet-button"
            type="button"
            data-act="closed"
            onclick={view.on(Msg::FilterChanged(Filter::Closed(show)))}
        >{ label }</button>
    }
}
