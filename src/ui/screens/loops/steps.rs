//! The steps that a loop allows now, and the form of a step that takes a text.

use heard_core::loops::{Loop, StepKind};
use heard_core::time::Day;
use heard_core::validate::MAX_WORDS;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::ui::components::choice_chips::{Chip, Choice, choice};
use crate::ui::screens::loops::update::{LoopsView, Msg, StepForm};

/// A button for each step, and the form of the chosen one.
pub(crate) fn steps(view: &LoopsView, one: &Loop, today: Day) -> Html {
    let texts = &view.words.loops;
    let step_form = view.state.step_form.as_ref();
    html! {
        <>
            <div class="controls loop-steps" role="group" aria-label={texts.next}>
                { for one.allowed_steps().into_iter().map(|kind| offer(view, one, kind)) }
            </div>
            if let Some(step_form) = step_form { { form(view, one, step_form, today) } }
        </>
    }
}

/// Whether a step takes a text.
const fn has_form(kind: StepKind) -> bool {
    matches!(kind, StepKind::TellBack | StepKind::Decline)
}

fn offer(view: &LoopsView, one: &Loop, kind: StepKind) -> Html {
    let texts = &view.words.loops;
    let label = (texts.offer)(kind, one.raised_by().unwrap_or(texts.they));
    let msg = if has_form(kind) { Msg::StepChosen(kind) } else { Msg::StepTaken(kind) };
    let step_form = view.state.step_form.as_ref();
    let expanded = has_form(kind).then(|| step_form.is_some_and(|form| form.kind == kind));
    html! {
        <button
            key={kind.as_str()}
            part="button"
            class="ghost"
            type="button"
            data-step={kind.as_str()}
            aria-expanded={expanded.map(|is| is.to_string())}
            onclick={view.on(msg)}
        >{ label }</button>
    }
}

/// The form of a step: how and when the client had an update, or why nothing will be done.
fn form(view: &LoopsView, one: &Loop, step_form: &StepForm, today: Day) -> Html {
    let texts = &view.words.loops;
    let kind = step_form.kind;
    let missing = missing(view, one, step_form, today);
    let onsubmit = view.link.reform(move |event: SubmitEvent| {
        event.prevent_default();
        Msg::StepTaken(kind)
    });
    html! {
        <form class="step-form" key={kind.as_str()} novalidate=true {onsubmit}>
            if kind == StepKind::TellBack {
                { how(view, step_form) }
                { when(view, one, step_form, today) }
            } else {
                <label>
                    <span>{ texts.because }</span>
                    <textarea
                        class="field"
                        rows="2"
                        dir="auto"
                        maxlength={MAX_WORDS.to_string()}
                        oninput={view.on_typed(Msg::TextTyped)}
                    />
                </label>
            }
            <div class="row">
                <button part="button" class="ghost" type="submit" data-act="keep-step" disabled={missing.is_some()}>
                    { texts.save }
                </button>
                <span class="sub">{ missing }</span>
            </div>
        </form>
    }
}

/// The ways of contact as chips, and a field for any other.
fn how(view: &LoopsView, step_form: &StepForm) -> Html {
    let texts = &view.words.loops;
    let chips = texts.ways.map(Chip::plain);
    let what = Choice {
        label: texts.how,
        name: "loop-way".into(),
        chips: &chips,
        chosen: step_form.way,
        part: None,
    };
    html! {
        <>
            { choice(&what, &view.link.reform(Msg::WayChosen)) }
            <label>
                <span>{ texts.other_way }</span>
                <input
                    class="field"
                    type="text"
                    name="way"
                    dir="auto"
                    autocomplete="off"
                    maxlength={MAX_WORDS.to_string()}
                    oninput={view.on_typed(Msg::TextTyped)}
                />
            </label>
        </>
    }
}

/// The date, today by default.
fn when(view: &LoopsView, one: &Loop, step_form: &StepForm, today: Day) -> Html {
    let chosen = view.link.reform(|event: Event| {
        let field = event.target_unchecked_into::<HtmlInputElement>();
        Msg::DayChosen(Day::parse(&field.value()))
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
                value={step_form.day.unwrap_or(today).to_string()}
                onchange={chosen}
            />
        </label>
    }
}

/// Why the step can not be recorded yet; `None` if it can.
fn missing(view: &LoopsView, one: &Loop, step_form: &StepForm, today: Day) -> Option<&'static str> {
    let texts = &view.words.loops;
    let no_words = step_form.text(&texts.ways).is_empty();
    match step_form.day {
        Some(day) if day > today => Some(texts.day_in_future),
        Some(day) if day < one.raised[0].at.day() => Some(texts.day_too_early),
        _ if no_words && step_form.kind == StepKind::Decline => Some(texts.no_reason_yet),
        _ if no_words => Some(texts.no_way_yet),
        _ => None,
    }
}
