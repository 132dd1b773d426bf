//! The search field and the filters of the list of loops.

use heard_core::loops::{LoopKind, Query, StateKind, Whose};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::ui::components::choice_chips::{Chip, Choice, choice};
use crate::ui::components::parts::{Button, line};
use crate::ui::screens::loops::update::{Filter, LoopsView, Msg};

/// The field, the filters, and how many loops match.
pub(crate) fn search(view: &LoopsView) -> Html {
    let (texts, state) = (&view.words.loops, view.state);
    let found = &state.found;
    let unfiltered = Query { client: state.query.client.clone(), ..Query::default() };
    let unfiltered = Query { closed: state.query.closed, ..unfiltered };
    let all = state.list.find(&unfiltered, view.store.local_now().day()).places.len();
    // A loop whose card is open is shown even if it matches no longer.
    let all = all.max(found.places.len());
    let typed = |words| Msg::FilterChanged(Filter::Words(words));
    html! {
        <>
            <input
                class="field"
                type="search"
                name="loops"
                dir="auto"
                autocomplete="off"
                aria-label={texts.search}
                placeholder={texts.search}
                value={state.query.words.clone()}
                oninput={view.on_typed(typed)}
            />
            <details class="loops-filters">
                <summary>{ texts.filters }</summary>
                { state_chips(view) }
                <div class="loops-selects">
                    { client(view) }
                    { owner(view) }
                    { kind(view) }
                </div>
            </details>
            <output class="sub">{ (texts.count)(found.places.len(), all) }</output>
            if found.places.is_empty() && !state.query.is_open() {
                { line("sub", texts.none) }
                { Button::plain("everything", texts.show_all)
                    .draw(view.on(Msg::FilterRemoved(Filter::None))) }
            }
        </>
    }
}

fn state_chips(view: &LoopsView) -> Html {
    let texts = &view.words.loops;
    let all = [None].into_iter().chain(StateKind::ALL.map(Some));
    let all: Vec<Option<StateKind>> = all.collect();
    let label = |state: &Option<StateKind>| state.map_or(texts.any, texts.state);
    let chips: Vec<Chip> = all.iter().map(|state| Chip::plain(label(state))).collect();
    let chosen = all.iter().position(|state| *state == view.state.query.state);
    let label = texts.status;
    let what = Choice { label, name: "loop-state".into(), chips: &chips, chosen, part: None };
    let chosen =
        view.link.reform(move |index: usize| Msg::FilterChanged(Filter::State(all[index])));
    choice(&what, &chosen)
}

fn client(view: &LoopsView) -> Html {
    let (texts, state) = (&view.words.loops, view.state);
    let clients = state.list.clients();
    let mut all = vec![(texts.all_clients.into(), Filter::Client(Whose::Any))];
    all.extend(clients.into_iter().map(|(name, id)| (name.into(), Filter::Client(Whose::Of(id)))));
    if state.list.all().iter().any(|one| one.one.client.is_none()) {
        all.push((texts.no_client.into(), Filter::Client(Whose::Nobodys)));
    }
    if all.len() < 3 {
        // With one client there is nothing to choose.
        return Html::default();
    }
    pick(view, texts.client, all, &Filter::Client(state.query.client.clone()))
}

fn owner(view: &LoopsView) -> Html {
    let (texts, state) = (&view.words.loops, view.state);
    let owners = state.list.owners();
    if owners.is_empty() {
        return Html::default();
    }
    let mut all = vec![
        (texts.any.into(), Filter::Owner(Whose::Any)),
        (texts.unassigned.into(), Filter::Owner(Whose::Nobodys)),
    ];
    all.extend(
        owners.into_iter().map(|name| (name.clone().into(), Filter::Owner(Whose::Of(name)))),
    );
    pick(view, texts.owner, all, &Filter::Owner(state.query.owner.clone()))
}

fn kind(view: &LoopsView) -> Html {
    let texts = &view.words.loops;
    let word = |kind: LoopKind| (view.words.kind)(kind.capture());
    let kinds = [LoopKind::Issue, LoopKind::Promise];
    let mut all = vec![(texts.any.into(), Filter::Kind(None))];
    all.extend(kinds.map(|kind| (word(kind).into(), Filter::Kind(Some(kind)))));
    pick(view, texts.kind, all, &Filter::Kind(view.state.query.kind))
}

/// A select element for a filter.
fn pick(
    view: &LoopsView,
    label: &'static str,
    all: Vec<(AttrValue, Filter)>,
    chosen: &Filter,
) -> Html {
    let options = all.iter().enumerate().map(|(index, (word, filter))| {
        html! { <option key={index} selected={filter == chosen}>{ word }</option> }
    });
    let options: Html = options.collect();
    let onchange = view.link.reform(move |event: Event| {
        let field = event.target_unchecked_into::<HtmlSelectElement>();
        let index = usize::try_from(field.selected_index()).unwrap_or(0);
        Msg::FilterChanged(all[index.min(all.len() - 1)].1.clone())
    });
    html! {
        <label>
            <span class="sub">{ label }</span>
            <select class="field" {onchange}>{ options }</select>
        </label>
    }
}
