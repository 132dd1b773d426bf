//! Details of a capture. An outcome is worked backwards, from the desired change to the smallest first step.

use heard_core::event::capture::{Capture, Kind};
use heard_core::event::kind::EventKind;
use heard_core::event::review::{Chain, ChainText};
use heard_core::time::Day;
use heard_core::validate;
use yew::prelude::*;

use crate::store::Command;
use crate::ui::components::autosave_form::{Field, FieldForm, autosave_form};
use crate::ui::components::format::short;
use crate::ui::components::parts::{Button, quiet};
use crate::ui::context::request::Request;
use crate::ui::context::view::View;
use crate::ui::screens::review::cards::each_and_one_more;

/// How many steps a chain has fields for at first.
const PROMPTS: usize = 3;

/// The details of a capture, closed at first.
pub(crate) fn details(view: &View, capture: &Capture) -> Html {
    let texts = &view.words.after;
    let is_outcome = capture.kind == Kind::Outcome;
    html! {
        <details class="about" key={format!("{}-about", capture.id)}>
            <summary>{ if is_outcome { texts.backwards } else { texts.about } }</summary>
            if is_outcome {
                { each_and_one_more(&first_steps(capture), texts.another, &|nth| chain(view, capture, nth)) }
            }
            if matches!(capture.kind, Kind::Outcome | Kind::Promise) {
                { plan(view, capture, is_outcome) }
            }
            if capture.kind != Kind::Held { { ours(view, capture) } }
            { kinds(view, capture) }
        </details>
    }
}

/// Who said it, and its kind, which a touch changes at once.
fn kinds(view: &View, capture: &Capture) -> Html {
    let words = view.words;
    let id = capture.id;
    let (before, on_command) = (capture.said_by.clone(), view.on_command.clone());
    let save = Callback::from(move |mut values: Vec<String>| {
        let to = values.pop().filter(|name| !name.is_empty());
        if to != before {
            on_command.emit(Command::Record(EventKind::Attributed { capture: id, to }));
        }
    });
    let chip = |kind: Kind| {
        let click = view.requests(Request::Dispatch(Command::Record(EventKind::KindChanged {
            capture: id,
            to: kind,
        })));
        let is_it = kind == capture.kind;
        html! {
            <button
                part="button"
                class="chip"
                type="button"
                data-kind-to={kind.as_str()}
                aria-pressed={is_it.to_string()}
                onclick={click}
            >{ (words.kind)(kind) }</button>
        }
    };
    html! {
        <>
            { autosave_form("speaker", &[Field::name(words.capture.said_by, capture.said_by.as_deref())], save) }
            <div class="chips" role="group" aria-label={words.capture.kind}>{ for Kind::ALL.map(chip) }</div>
        </>
    }
}

/// The first step of each chain, which serves as its title.
fn first_steps(outcome: &Capture) -> Vec<String> {
    let first = |chain: &Chain| chain.links.steps.first().cloned().unwrap_or_default();
    outcome.chains.iter().map(first).collect()
}

/// The form of a chain, or an empty one after the last. Each field asks for the step before the previous one.
fn chain(view: &View, outcome: &Capture, nth: usize) -> Html {
    let texts = &view.words.after;
    let known = outcome.chains.get(nth);
    let ChainText { steps, hurts } = known.map(|chain| chain.links.clone()).unwrap_or_default();
    let count = match steps.len() {
        few @ ..PROMPTS => PROMPTS.max(few),
        many => (many + 1).min(validate::MAX_STEPS),
    };
    let prompt = |at: usize| texts.prompts.get(at).copied().unwrap_or(texts.one_more);
    let step = |at: usize| Field::lines(prompt(at), steps.get(at).map(String::as_str));
    let mut fields: Vec<Field> = (0..count).map(step).collect();
    // Fields for steps come and go before it.
    let key = Some(validate::MAX_STEPS);
    fields.push(Field { key, ..Field::lines(texts.hurts, hurts.as_deref()) });
    let (outcome_id, id) = (outcome.id, known.map(|chain| chain.id));
    let before = known.map(|chain| chain.links.clone());
    let on_command = view.on_command.clone();
    let save = Callback::from(move |mut values: Vec<String>| {
        let hurts = values.pop().filter(|text| !text.is_empty());
        values.retain(|step| !step.is_empty());
        let links = ChainText { steps: values, hurts };
        let is_new = Some(&links) != before.as_ref() && links != ChainText::default();
        match id {
            Some(what) if links.steps.is_empty() => {
                on_command.emit(Command::Record(EventKind::Struck { what }));
            }
            chain if is_new => {
                on_command.emit(Command::Record(EventKind::ChainDrawn {
                    outcome: outcome_id,
                    chain,
                    links,
                }));
            }
            _ => {}
        }
    });
    html! {
        <>
            { autosave_form("chain", &fields, save) }
            if let Some(chain) = known { { chain_drawing(view, outcome, chain) } }
        </>
    }
}

/// The drawing of a chain, from the outcome at the right to the first step at the left, with buttons that swap steps.
fn chain_drawing(view: &View, outcome: &Capture, chain: &Chain) -> Html {
    let texts = &view.words.after;
    let steps = &chain.links.steps;
    let swap = |at: usize| {
        let mut links = chain.links.clone();
        links.steps.swap(at, at + 1);
        let aria_label = Some((texts.swap_of)(&steps[at], &steps[at + 1]));
        let act = EventKind::ChainDrawn { outcome: outcome.id, chain: Some(chain.id), links };
        Button { aria_label, ..quiet("swap", texts.swap) }.draw(view.sends(Command::Record(act)))
    };
    html! {
        <ol class="links">
            <li class="outcome"><span dir="auto" translate="no">{ short(&outcome.words) }</span></li>
            for (at, step) in steps.iter().enumerate() {
                <li key={at}>
                    <span dir="auto" translate="no">{ step }</span>
                    if at + 1 < steps.len() {
                        { swap(at) }
                    } else if let Some(hurts) = &chain.links.hurts {
                        <small dir="auto">{ texts.hurts_short }{ " " }{ hurts }</small>
                    }
                </li>
            }
        </ol>
    }
}

/// By when, and for an outcome, how its success will be known.
fn plan(view: &View, capture: &Capture, with_sign: bool) -> Html {
    let texts = &view.words.after;
    let by = capture.by.map(|day| day.to_string()).unwrap_or_default();
    let by = Field { saved: by.into(), form: FieldForm::Day, ..Field::name(texts.by_when, None) };
    let mut fields = vec![by];
    if with_sign {
        fields.insert(0, Field::lines(texts.known_by, capture.known_by.as_deref()));
    }
    let (id, before) = (capture.id, (capture.known_by.clone(), capture.by));
    let on_command = view.on_command.clone();
    let save = Callback::from(move |mut values: Vec<String>| {
        let by = values.pop().and_then(|day| Day::parse(&day));
        let known_by =
            if with_sign { values.pop().filter(|text| !text.is_empty()) } else { before.0.clone() };
        if (&known_by, by) != (&before.0, before.1) {
            on_command.emit(Command::Record(EventKind::Planned { capture: id, known_by, by }));
        }
    });
    autosave_form("plan", &fields, save)
}

/// The consultant's own wording beside the quotation, and a helper that composes one of a direction, a measure and an object.
fn ours(view: &View, capture: &Capture) -> Html {
    let texts = &view.words.after;
    let fields = [Field::lines(texts.ours, capture.ours.as_deref())];
    let (id, before) = (capture.id, capture.ours.clone());
    let on_command = view.on_command.clone();
    let reword = move |ours: Option<String>| {
        if ours != before {
            on_command.emit(Command::Record(EventKind::Reworded { capture: id, ours }));
        }
    };
    let put_together = {
        let (reword, compose) = (reword.clone(), texts.compose);
        Callback::from(move |parts: Vec<String>| {
            if let [direction, measure, object] = &parts[..]
                && !direction.is_empty()
                && !measure.is_empty()
                && !object.is_empty()
            {
                reword(Some(compose(direction, measure, object)));
            }
        })
    };
    let save = Callback::from(move |mut values: Vec<String>| {
        reword(values.pop().filter(|text| !text.is_empty()));
    });
    let part = |label| Field::name(label, None);
    html! {
        <>
            { autosave_form("our-words", &fields, save) }
            <details class="helper">
                <summary>{ texts.helper }</summary>
                <p class="sub">{ texts.helper_how }</p>
                { autosave_form("parts", &[part(texts.direction), part(texts.measure), part(texts.object)], put_together) }
            </details>
        </>
    }
}
