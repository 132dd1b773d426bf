//! A loop in the list: the days of silence first, and largest.

use std::rc::Rc;

use heard_core::loops::{ListedLoop, Loop, LoopKind, StateKind, Whose};
use heard_core::time::Day;
use yew::prelude::*;

use crate::browser::locale;
use crate::ui::components::parts::name;
use crate::ui::screens::loops::card::card;
use crate::ui::screens::loops::update::Turn;
use crate::ui::widget::view::{Msg, View};

/// A row. A touch opens it.
pub(crate) fn row(view: &View, shelved: &ListedLoop, today: Day) -> Html {
    let one = &shelved.one;
    let shows_client = view.local.loops.query.client == Whose::Any;
    let client = shelved.client.clone().filter(|_| shows_client);
    let is_open = view.local.loops.open == Some(one.id);
    let in_hole = one.is_in_black_hole(today, view.notebook().settings().black_hole_days);
    html! {
        <li
            key={one.id.to_string()}
            class="loop"
            data-loop={one.id.to_string()}
            data-hole={in_hole.to_string()}
        >
            <button
                part="button"
                class="loop-row"
                type="button"
                aria-expanded={is_open.to_string()}
                onclick={view.on(Msg::Loops(Turn::Touched(one.id)))}
            >
                { age(view, one, today) }
                <span class="loop-told">
                    <span class="loop-words" data-kind={one.kind.capture().word()} dir="auto">{ &one.words }</span>
                    <span class="loop-caption">{ caption(view, one, today, in_hole) }</span>
                    { facts(view, one, client, today, in_hole) }
                </span>
            </button>
            if is_open { { card(view, one, today) } }
        </li>
    }
}

/// A loop to be read and not touched, where all are of one client.
pub(crate) fn told(view: &View, one: &Loop, today: Day) -> Html {
    let in_hole = one.is_in_black_hole(today, view.notebook().settings().black_hole_days);
    html! {
        <li class="loop" data-loop={one.id.to_string()} data-hole={in_hole.to_string()}>
            { age(view, one, today) }
            <span class="loop-told">
                <span class="loop-words" data-kind={one.kind.capture().word()} dir="auto">{ &one.words }</span>
                <span class="loop-caption">{ caption(view, one, today, in_hole) }</span>
                { facts(view, one, None, today, in_hole) }
            </span>
        </li>
    }
}

/// How long it has been silent; of what the client closed there is no silence to tell.
fn age(view: &View, one: &Loop, today: Day) -> Html {
    let says = &view.words.loops;
    if one.closed.is_some() {
        return html! { <span class="loop-age word"><b>{ says.closed }</b></span> };
    }
    let (figure, unit) = (says.silence)(one.silence_days(today));
    let class = classes!("loop-age", unit.is_empty().then_some("word"));
    html! { <span {class}><b>{ figure }</b>{ " " }<small>{ unit }</small></span> }
}

/// What that number means, said humbly.
fn caption(view: &View, one: &Loop, today: Day, in_hole: bool) -> String {
    let says = &view.words.loops;
    let whom = one.raised_by().unwrap_or(says.them);
    let days = one.silence_days(today);
    match (one.closed, &one.told) {
        (Some(closed), _) => (says.closed_on)(&locale::day(closed.wall_ms)),
        (None, Some(_)) if in_hole => (says.since_update)(whom),
        (None, None) if in_hole => (says.never_updated)(whom),
        (None, Some(_)) => (says.updated_ago)(days),
        (None, None) => (says.raised_ago)(days),
    }
}

/// Where it stands, and what else one should know before opening it.
fn facts(view: &View, one: &Loop, client: Option<Rc<str>>, today: Day, in_hole: bool) -> Html {
    let says = &view.words.loops;
    let due = one.due_in_days(today).zip(one.promised_by);
    html! {
        <span class="loop-facts">
            if in_hole { <span class="loop-hole">{ says.in_black_hole }</span> }
            <span class="loop-state" data-state={if one.closed.is_some() { "closed" } else { one.state.word() }}>
                { if one.closed.is_some() { says.closed } else { (says.state)(StateKind::of(&one.state)) } }
            </span>
            if one.is_raised_twice() {
                <span class="loop-again">{ (says.raised_times)(one.times_raised) }</span>
            }
            if let Some((days, day)) = due {
                <span class={classes!("loop-due", (days < 0).then_some("past"))}>
                    { (says.due)(days, &locale::calendar_day(day)) }
                </span>
            }
            if one.kind == LoopKind::Promise { <span>{ (view.words.kind)(one.kind.capture()) }</span> }
            if let Some(client) = client { { name(client.into()) } }
        </span>
    }
}
