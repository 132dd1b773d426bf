//! A row of the list of loops. The days since the last update come first and are largest.

use std::rc::Rc;

use heard_core::loops::{ListedLoop, Loop, LoopKind, StateKind, Whose};
use heard_core::time::Day;
use yew::prelude::*;

use crate::browser::locale;
use crate::ui::components::parts::name;
use crate::ui::context::view::View;
use crate::ui::screens::loops::card::card;
use crate::ui::screens::loops::update::{LoopsView, Msg};

/// A row. A touch opens the card of its loop.
pub(crate) fn row(view: &LoopsView, listed: &ListedLoop, today: Day) -> Html {
    let one = &listed.one;
    let shows_client = view.state.query.client == Whose::Any;
    let client = listed.client.clone().filter(|_| shows_client);
    let is_open = view.state.open == Some(one.id);
    let is_overdue = one.is_in_black_hole(today, view.notebook().settings().black_hole_days);
    html! {
        <li
            key={one.id.to_string()}
            class="loop"
            data-loop={one.id.to_string()}
            data-overdue={is_overdue.to_string()}
        >
            <button
                part="button"
                class="loop-row"
                type="button"
                aria-expanded={is_open.to_string()}
                onclick={view.on(Msg::RowTouched(one.id))}
            >
                { age(view, one, today) }
                <span class="loop-text">
                    <span class="loop-words" data-kind={one.kind.capture().as_str()} dir="auto" translate="no">{ &one.words }</span>
                    <span class="loop-caption">{ caption(view, one, today, is_overdue) }</span>
                    { facts(view, one, client, today, is_overdue) }
                </span>
            </button>
            if is_open { { card(view, one, today) } }
        </li>
    }
}

/// A row that can not be opened and does not name the client.
pub(crate) fn read_only_row(view: &View, one: &Loop, today: Day) -> Html {
    let is_overdue = one.is_in_black_hole(today, view.notebook().settings().black_hole_days);
    html! {
        <li class="loop" data-loop={one.id.to_string()} data-overdue={is_overdue.to_string()}>
            { age(view, one, today) }
            <span class="loop-text">
                <span class="loop-words" data-kind={one.kind.capture().as_str()} dir="auto" translate="no">{ &one.words }</span>
                <span class="loop-caption">{ caption(view, one, today, is_overdue) }</span>
                { facts(view, one, None, today, is_overdue) }
            </span>
        </li>
    }
}

/// The days since the last update; for a closed loop, that it is closed.
fn age(view: &View, one: &Loop, today: Day) -> Html {
    let texts = &view.words.loops;
    if one.closed.is_some() {
        return html! { <span class="loop-age word"><b>{ texts.closed }</b></span> };
    }
    let (figure, unit) = (texts.silence)(one.silence_days(today));
    let class = classes!("loop-age", unit.is_empty().then_some("word"));
    html! { <span {class}><b>{ figure }</b>{ " " }<small>{ unit }</small></span> }
}

/// What that number means.
fn caption(view: &View, one: &Loop, today: Day, is_overdue: bool) -> String {
    let texts = &view.words.loops;
    let whom = one.raised_by().unwrap_or(texts.them);
    let days = one.silence_days(today);
    match (one.closed, &one.last_update) {
        (Some(closed), _) => (texts.closed_on)(&locale::day(closed.wall_ms)),
        (None, Some(_)) if is_overdue => (texts.since_update)(whom),
        (None, None) if is_overdue => (texts.never_updated)(whom),
        (None, Some(_)) => (texts.updated_ago)(days),
        (None, None) => (texts.raised_ago)(days),
    }
}

/// Its state, how often it was raised, its date, its kind and its client.
fn facts(view: &View, one: &Loop, client: Option<Rc<str>>, today: Day, is_overdue: bool) -> Html {
    let texts = &view.words.loops;
    let due = one.due_in_days(today).zip(one.promised_by);
    html! {
        <span class="loop-facts">
            if is_overdue { <span class="loop-overdue">{ texts.in_black_hole }</span> }
            <span class="loop-state" data-state={if one.closed.is_some() { "closed" } else { one.state.as_str() }}>
                { if one.closed.is_some() { texts.closed } else { (texts.state)(StateKind::of(&one.state)) } }
            </span>
            if one.is_raised_twice() {
                <span class="loop-again">{ (texts.raised_times)(one.times_raised) }</span>
            }
            if let Some((days, day)) = due {
                <span class={classes!("loop-due", (days < 0).then_some("past"))}>
                    { (texts.due)(days, &locale::calendar_day(day)) }
                </span>
            }
            if one.kind == LoopKind::Promise { <span>{ (view.words.kind)(one.kind.capture()) }</span> }
            if let Some(client) = client { { name(client.into()) } }
        </span>
    }
}
