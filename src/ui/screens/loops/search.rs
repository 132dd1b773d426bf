//! Looking for some of the loops: by what one types, and by what is so of them.

use heard_core::loops::{LoopKind, Query, StateKind, Whose};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::ui::components::choice_chips::{Chip, Choice, choice};
use crate::ui::components::parts::{Button, line};
use crate::ui::screens::loops::update::{Narrow, Turn};
use crate::ui::widget::view::{Msg, View};

/// The field, what else there is to choose, and how many fit.
pub(crate) fn search(view: &View) -> Html {
    let (says, board) = (&view.words.loops, &view.local.loops);
    let found = &board.found;
    let theirs = Query { client: board.query.client.clone(), ..Query::default() };
    let theirs = Query { closed: board.query.closed, ..theirs };
    let all = board.shelf.find(&theirs, view.live.here().day()).places.len();
    // What is held in its row may fit no longer.
    let all = all.max(found.places.len());
    let typed = |words| Msg::Loops(Turn::Narrowed(Narrow::Words(words)));
    html! {
        <>
            <input
                class="field"
                type="search"
                name="loops"
                dir="auto"
                autocomplete="off"
                aria-label={says.search}
                placeholder={says.search}
                value={board.query.words.clone()}
                oninput={view.on_typed(typed)}
            />
            <details class="loops-narrow">
                <summary>{ says.filters }</summary>
                { state(view) }
                <div class="loops-picks">
                    { client(view) }
                    { owner(view) }
                    { kind(view) }
                </div>
            </details>
            <output class="sub">{ (says.count)(found.places.len(), all) }</output>
            if found.places.is_empty() && !board.query.is_open() {
                { line("sub", says.none) }
                { Button::plain("everything", says.show_all)
                    .draw(view.on(Msg::Loops(Turn::Widened(Narrow::Everything)))) }
            }
        </>
    }
}

fn state(view: &View) -> Html {
    let says = &view.words.loops;
    let all = [None].into_iter().chain(StateKind::ALL.map(Some));
    let all: Vec<Option<StateKind>> = all.collect();
    let label = |state: &Option<StateKind>| state.map_or(says.any, says.state);
    let chips: Vec<Chip> = all.iter().map(|state| Chip::plain(label(state))).collect();
    let chosen = all.iter().position(|state| *state == view.local.loops.query.state);
    let label = says.status;
    let what = Choice { label, name: "loop-state".into(), chips: &chips, chosen, part: None };
    choice(view, &what, |index| Msg::Loops(Turn::Narrowed(Narrow::State(all[index]))))
}

fn client(view: &View) -> Html {
    let (says, board) = (&view.words.loops, &view.local.loops);
    let clients = board.shelf.clients();
    let mut all = vec![(says.all_clients.into(), Narrow::Client(Whose::Any))];
    all.extend(clients.into_iter().map(|(name, id)| (name.into(), Narrow::Client(Whose::Of(id)))));
    if board.shelf.all().iter().any(|one| one.one.client.is_none()) {
        all.push((says.no_client.into(), Narrow::Client(Whose::Nobodys)));
    }
    if all.len() < 3 {
        // There is nothing to choose between.
        return Html::default();
    }
    pick(view, says.client, all, &Narrow::Client(board.query.client.clone()))
}

fn owner(view: &View) -> Html {
    let (says, board) = (&view.words.loops, &view.local.loops);
    let owners = board.shelf.owners();
    if owners.is_empty() {
        return Html::default();
    }
    let mut all = vec![
        (says.any.into(), Narrow::Owner(Whose::Any)),
        (says.unassigned.into(), Narrow::Owner(Whose::Nobodys)),
    ];
    all.extend(
        owners.into_iter().map(|name| (name.clone().into(), Narrow::Owner(Whose::Of(name)))),
    );
    pick(view, says.owner, all, &Narrow::Owner(board.query.owner.clone()))
}

fn kind(view: &View) -> Html {
    let says = &view.words.loops;
    let word = |kind: LoopKind| (view.words.kind)(kind.capture());
    let kinds = [LoopKind::Issue, LoopKind::Promise];
    let mut all = vec![(says.any.into(), Narrow::Kind(None))];
    all.extend(kinds.map(|kind| (word(kind).into(), Narrow::Kind(Some(kind)))));
    pick(view, says.kind, all, &Narrow::Kind(view.local.loops.query.kind))
}

/// One of many.
fn pick(view: &View, label: &'static str, all: Vec<(AttrValue, Narrow)>, chosen: &Narrow) -> Html {
    let options = all.iter().enumerate().map(|(index, (word, narrow))| {
        html! { <option key={index} selected={narrow == chosen}>{ word }</option> }
    });
    let options: Html = options.collect();
    let onchange = view.link.reform(move |event: Event| {
        let field = event.target_unchecked_into::<HtmlSelectElement>();
        let index = usize::try_from(field.selected_index()).unwrap_or(0);
        Msg::Loops(Turn::Narrowed(all[index.min(all.len() - 1)].1.clone()))
    });
    html! {
        <label>
            <span class="sub">{ label }</span>
            <select class="field" {onchange}>{ options }</select>
        </label>
    }
}
