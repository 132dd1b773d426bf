//! Correcting turns afterwards: when one began, who had the floor, and changes that were missed.

use heard_core::Meeting;
use heard_core::event::floor::Floor;
use heard_core::event::kind::EventKind;
use heard_core::meeting::{Interval, State};
use wasm_bindgen::JsCast;
use web_sys::{HtmlFormElement, HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use crate::store::Command;
use crate::ui::components::format::{clock, read_clock};
use crate::ui::components::links::more_rows;
use crate::ui::context::language::Words;
use crate::ui::context::view::{ROWS, View};
use crate::ui::screens::live::floor_button::state_word;

/// The turns in order, each with its start and its holder, and a form to add one that was missed.
pub(crate) fn edit_turns(view: &View, meeting: &Meeting) -> Html {
    let (on_command, words, limit) = (view.on_command, view.words, view.row_limit(ROWS));
    let until_ms = meeting.ended_ms.unwrap_or(0);
    let intervals = meeting.intervals(until_ms);
    let count = intervals.len();
    html! {
        <details class="turns">
            <summary>{ words.review.turns }</summary>
            <p class="sub">{ words.review.turns_hint }</p>
            <ol>
                for (interval, goes_on) in with_parts(&intervals).take(limit) {
                    <li key={interval.start_ms.to_string()}>
                        { turn(interval, goes_on, on_command, words) }
                    </li>
                }
            </ol>
            { more_rows(view, count, limit) }
            { missed(until_ms, on_command, words) }
        </details>
    }
}

/// Every interval, and whether it continues a turn that time away has split.
fn with_parts(intervals: &[Interval]) -> impl Iterator<Item = (&Interval, bool)> {
    let before = std::iter::once(None).chain(intervals.iter().map(|interval| Some(interval.id)));
    intervals.iter().zip(before).map(|(interval, before)| (interval, before == Some(interval.id)))
}

fn turn(interval: &Interval, goes_on: bool, on_command: &Callback<Command>, words: Words) -> Html {
    let Interval { id, start_ms, end_ms, state, .. } = *interval;
    let label = |what: &str| {
        let of = (words.review.turn_of)(state_word(state, &words), &clock(start_ms));
        (words.capture.actions_for)(what, &of)
    };
    let moved = on_command.reform(move |event: Event| {
        let field = event.target_unchecked_into::<HtmlInputElement>();
        // A text that is no time is refused with the same message as a time outside the turn.
        let to_ms = read_clock(&field.value()).unwrap_or(u64::MAX);
        field.set_value(&clock(start_ms));
        Command::Record(EventKind::TurnMoved { turn: id, to_ms })
    });
    let given = on_command.reform(move |event: Event| {
        let field = event.target_unchecked_into::<HtmlSelectElement>();
        let to = Floor::parse(&field.value()).unwrap_or(Floor::Client);
        Command::Record(EventKind::TurnGiven { turn: id, to })
    });
    html! {
        <div class="turn" data-turn={id.to_string()}>
            <input
                class="field time"
                type="text"
                inputmode="numeric"
                aria-label={label(words.review.start_time)}
                value={clock(start_ms)}
                disabled={start_ms == 0 || goes_on}
                onchange={moved}
            />
            <span class="until">{ "–" }{ clock(end_ms) }</span>
            if let Some((_, counted)) = interval.away {
                <span>{ words.away.title }{ ": " }{ (words.away.count_as)(counted) }</span>
            } else if let State::Floor(floor) = state {
                { holder(floor, label(words.review.floor_holder), given, words) }
            } else {
                <span>{ words.live.on_break }</span>
            }
        </div>
    }
}

fn holder(floor: Floor, label: String, on_change: Callback<Event>, words: Words) -> Html {
    html! {
        <select class="field" aria-label={label} onchange={on_change}>
            for one in [Floor::Client, Floor::Consultant, Floor::Open] {
                <option key={one.as_str()} value={one.as_str()} selected={one == floor}>
                    { state_word(State::Floor(one), &words) }
                </option>
            }
        </select>
    }
}

/// The form for a change of floor that was missed.
fn missed(until_ms: u64, on_command: &Callback<Command>, words: Words) -> Html {
    let added = on_command.reform(|event: SubmitEvent| {
        event.prevent_default();
        let form = event.target_unchecked_into::<HtmlFormElement>();
        let field = |name: &str| form.elements().named_item(name);
        let at = field("at").map(|field| field.unchecked_into::<HtmlInputElement>().value());
        let to = field("to").map(|field| field.unchecked_into::<HtmlSelectElement>().value());
        Command::Record(EventKind::TurnSplit {
            at_ms: at.and_then(|text| read_clock(&text)).unwrap_or(u64::MAX),
            to: to.and_then(|word| Floor::parse(&word)).unwrap_or(Floor::Consultant),
        })
    });
    html! {
        <form class="turn add-turn" onsubmit={added}>
            <input
                name="at"
                class="field time"
                type="text"
                inputmode="numeric"
                aria-label={words.review.change_time}
                placeholder={clock(until_ms / 2)}
            />
            <select name="to" class="field" aria-label={words.review.floor_holder}>
                for one in [Floor::Consultant, Floor::Client] {
                    <option
                        key={one.as_str()}
                        value={one.as_str()}
                        selected={one == Floor::Consultant}
                    >
                        { state_word(State::Floor(one), &words) }
                    </option>
                }
            </select>
            <button part="button" class="ghost" type="submit">{ words.review.add_change }</button>
        </form>
    }
}
