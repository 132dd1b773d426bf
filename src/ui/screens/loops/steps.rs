//! The steps that lead on from where a loop stands, and no others.

use heard_core::loops::{Loop, StepKind};
use heard_core::time::Day;
use heard_core::validate::MAX_WORDS;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::ui::components::choice_chips::{Chip, Choice, choice};
use crate::ui::screens::loops::update::{Telling, Turn};
use crate::ui::widget::view::{Msg, View};

/// A button for each step, and what the chosen one asks for.
pub(crate) fn steps(view: &View, one: &Loop, today: Day) -> Html {
    let says = &view.words.loops;
    let telling = view.local.loops.telling.as_ref();
    html! {
        <>
            <div class="controls loop-steps" role="group" aria-label={says.next}>
                { for one.allowed_steps().into_iter().map(|kind| offer(view, one, kind)) }
            </div>
            if let Some(telling) = telling { { form(view, one, telling, today) } }
        </>
    }
}

/// Whether a step asks for something before it is taken.
const fn asks(kind: StepKind) -> bool {
    matches!(kind, StepKind::TellBack | StepKind::Decline)
}

fn offer(view: &View, one: &Loop, kind: StepKind) -> Html {
    let says = &view.words.loops;
    let label = (says.offer)(kind, one.raised_by().unwrap_or(says.they));
    let turn = if asks(kind) { Turn::Telling(kind) } else { Turn::Taken(kind) };
    let telling = view.local.loops.telling.as_ref();
    let expanded = asks(kind).then(|| telling.is_some_and(|telling| telling.kind == kind));
    html! {
        <button
            key={kind.word()}
            part="button"
            class="ghost"
            type="button"
            data-step={kind.word()}
            aria-expanded={expanded.map(|is| is.to_string())}
            onclick={view.on(Msg::Loops(turn))}
        >{ label }</button>
    }
}

/// What a step asks for: how they had word and when, or why it will not be done.
fn form(view: &View, one: &Loop, telling: &Telling, today: Day) -> Html {
    let says = &view.words.loops;
    let kind = telling.kind;
    let missing = missing(view, one, telling, today);
    let onsubmit = view.link.reform(move |event: SubmitEvent| {
        event.prevent_default();
        Msg::Loops(Turn::Taken(kind))
    });
    html! {
        <form class="loop-telling" key={kind.word()} novalidate=true {onsubmit}>
            if kind == StepKind::TellBack {
                { how(view, telling) }
                { when(view, one, telling, today) }
            } else {
                <label>
                    <span>{ says.because }</span>
                    <textarea
                        class="field"
                        rows="2"
                        dir="auto"
                        maxlength={MAX_WORDS.to_string()}
                        oninput={view.on_typed(|says| Msg::Loops(Turn::Says(says)))}
                    />
                </label>
            }
            <div class="row">
                <button part="button" class="ghost" type="submit" data-act="keep-step" disabled={missing.is_some()}>
                    { says.save }
                </button>
                <span class="sub">{ missing }</span>
            </div>
        </form>
    }
}

/// The ways in which they may have had word, and any other in one's own words.
fn how(view: &View, telling: &Telling) -> Html {
    let says = &view.words.loops;
    let chips = says.ways.map(Chip::plain);
    let what = Choice {
        label: says.how,
        name: "loop-way".into(),
        chips: &chips,
        chosen: telling.way,
        part: None,
    };
    html! {
        <>
            { choice(view, &what, |way| Msg::Loops(Turn::Way(way))) }
            <label>
                <span>{ says.other_way }</span>
                <input
                    class="field"
                    type="text"
                    name="way"
                    dir="auto"
                    autocomplete="off"
                    maxlength={MAX_WORDS.to_string()}
                    oninput={view.on_typed(|says| Msg::Loops(Turn::Says(says)))}
                />
            </label>
        </>
    }
}

/// On which day that was: today, unless somebody says otherwise.
fn when(view: &View, one: &Loop, telling: &Telling, today: Day) -> Html {
    let chosen = view.link.reform(|event: Event| {
        let field = event.target_unchecked_into::<HtmlInputElement>();
        Msg::Loops(Turn::On(Day::parse(&field.value())))
    });
    html! {
        <label>
            <span>{ view.words.loops.when }</span>
            <input
                class="field"
                type="date"
                name="day"
                min={one.raised[0].at.day().to_string()}
                max={today.to_string()}
                value={telling.day.unwrap_or(today).to_string()}
                onchange={chosen}
            />
        </label>
    }
}

/// Why the step can not be taken yet, in words.
fn missing(view: &View, one: &Loop, telling: &Telling, today: Day) -> Option<&'static str> {
    let says = &view.words.loops;
    let no_words = telling.words(&says.ways).is_empty();
    match telling.day {
        Some(day) if day > today => Some(says.day_in_future),
        Some(day) if day < one.raised[0].at.day() => Some(says.day_too_early),
        _ if no_words && telling.kind == StepKind::Decline => Some(says.no_reason_yet),
        _ if no_words => Some(says.no_way_yet),
        _ => None,
    }
}
