//! The page of loops: what they said, led by how long nobody has gone back to them.
//!
//! What may live here draws loops and says what happened to one; what a loop is, and which step leads on, the core knows.

pub(crate) mod card;
pub(crate) mod row;
pub(crate) mod search;
pub(crate) mod steps;
pub(crate) mod update;

use heard_core::EventId;
use heard_core::loops::{ListedLoop, Whose};
use yew::prelude::*;

pub(crate) use row::told;
pub(crate) use update::{Board, Turn};

use crate::ui::components::parts::{Button, line};
use crate::ui::screens::loops::update::Narrow;
use crate::ui::screens::sheet::sheet_button;
use crate::ui::widget::ui_state::ROWS;
use crate::ui::widget::view::{Msg, View};

/// How many rows are snapshot at first of what was searched.
const FEW_FOUND: usize = 12;

/// The way to the loops of a client, or of all.
pub(crate) fn loops_button(view: &View, client: Option<EventId>) -> Html {
    let says = &view.words.loops;
    let label = if client.is_some() { says.see } else { says.title };
    let whose = client.map_or(Whose::Any, Whose::Of);
    Button::plain("loops", label).draw(view.on(Msg::Loops(Turn::Wanted(whose))))
}

/// What the bar says of this page: its name, and a dot where a loop is in the black hole.
pub(crate) fn label(view: &View) -> Html {
    let says = &view.words.loops;
    html! {
        <>
            { says.title }
            if view.local.waits { <i class="loop-dot" role="img" aria-label={says.waiting}></i> }
        </>
    }
}

/// The page.
pub(crate) fn loops(view: &View) -> Html {
    let (says, board) = (&view.words.loops, &view.local.loops);
    let client = match &board.query.client {
        Whose::Of(id) => view.notebook().client(*id),
        _ => None,
    };
    let is_bare = board.found.places.is_empty() && board.found.closed == 0 && board.query.is_open();
    let all = || {
        Button { class: "quiet-button", ..Button::plain("all-clients", says.all_clients) }
            .draw(view.on(Msg::Loops(Turn::Widened(Narrow::Client(Whose::Any)))))
    };
    html! {
        <section class="screen loops" part="loops">
            <div class="loops-head">
                <h2 ref={&view.local.heading} tabindex="-1" dir="auto">
                    { client.map_or(says.title.into(), |client| (says.title_of)(&client.name)) }
                </h2>
                if board.query.client != Whose::Any { { all() } }
            </div>
            { sheet(view) }
            if is_bare {
                { line("sub", if client.is_some() { says.empty_of } else { says.empty }) }
            } else {
                { search::search(view) }
                { list(view) }
            }
        </section>
    }
}

/// The way to what became of them all, while the page is of one.
fn sheet(view: &View) -> Html {
    match view.local.loops.query.client {
        Whose::Of(id) => sheet_button(view, Some(id)),
        Whose::Nobodys => sheet_button(view, None),
        Whose::Any => Html::default(),
    }
}

/// What was found: the promised ones of these days first, if there are any.
fn list(view: &View) -> Html {
    let (says, board) = (&view.words.loops, &view.local.loops);
    // With each letter typed other rows are drawn, before the next one comes.
    let most = view.most(if board.query.words.is_empty() { ROWS } else { FEW_FOUND });
    let found = &board.found;
    let today = view.live.here().day();
    let (due, rest) = found.places.split_at(found.due);
    let rows = |places: &[usize], few: usize| {
        let snapshot = places.iter().take(few).filter_map(|place| board.shelf.get(*place));
        let draw = |shelved: &ListedLoop| row::row(view, shelved, today);
        html! { <ul>{ for snapshot.map(draw) }</ul> }
    };
    html! {
        <>
            if !due.is_empty() {
                <h3>{ says.due_soon }</h3>
                { rows(due, most) }
                if !rest.is_empty() { <h3>{ says.by_silence }</h3> }
            }
            { rows(rest, most.saturating_sub(due.len())) }
            { view.rest(found.places.len(), most) }
            { closed(view) }
        </>
    }
}

/// What the client closed is asked for.
fn closed(view: &View) -> Html {
    let (says, board) = (&view.words.loops, &view.local.loops);
    let show = !board.query.closed;
    if show && board.found.closed == 0 {
        return Html::default();
    }
    let label =
        if show { (says.show_closed)(board.found.closed) } else { says.hide_closed.to_owned() };
    html! {
        <button
            part="button"
            class="quiet-button"
            type="button"
            data-act="closed"
            onclick={view.on(Msg::Loops(Turn::Narrowed(Narrow::Closed(show))))}
        >{ label }</button>
    }
}
