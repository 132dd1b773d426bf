//! A form that keeps itself: what stands in a field is kept when the field is left, or by Enter. No button is needed.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, HtmlTextAreaElement, KeyboardEvent};
use yew::prelude::*;

/// The class by which fields that keep themselves are found.
const KEEPS: &str = "keeps";
/// What the notebook says of a field.
const KEPT: &str = "data-kept";
/// What the notebook said of it when it was last filled.
const FILLED: &str = "data-filled";

/// A field.
pub(crate) struct Field {
    /// What it asks for.
    pub(crate) label: AttrValue,
    /// What the notebook says.
    pub(crate) kept: AttrValue,
    /// The most characters.
    pub(crate) most: usize,
    /// What may be typed.
    pub(crate) form: FieldForm,
    /// Which field it is, where fields come and go before it; its place among them otherwise.
    pub(crate) key: Option<usize>,
}

/// What may be typed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum FieldForm {
    /// One line.
    Line,
    /// Several lines.
    Lines,
    /// A day of the calendar.
    Day,
}

impl Field {
    /// A field of several lines.
    pub(crate) fn lines(label: impl Into<AttrValue>, kept: Option<&str>) -> Self {
        let kept = kept.unwrap_or_default().to_owned().into();
        let most = heard_core::validate::MAX_WORDS;
        Self { label: label.into(), kept, most, form: FieldForm::Lines, key: None }
    }

    /// A field for a name.
    pub(crate) fn name(label: impl Into<AttrValue>, kept: Option<&str>) -> Self {
        let most = heard_core::validate::MAX_NAME;
        Self { most, form: FieldForm::Line, ..Self::lines(label, kept) }
    }
}

/// A form of such fields; `keep` is told what stands in all of them, without the space around it.
pub(crate) fn form(class: &'static str, fields: &[Field], keep: Callback<Vec<String>>) -> Html {
    let by_key = keep.clone();
    let onchange = move |event: Event| tell(&event, &keep);
    let onkeydown = move |event: KeyboardEvent| {
        let held = event.shift_key() || event.is_composing() || event.repeat();
        if event.key() == "Enter" && !held {
            event.prevent_default();
            tell(&event, &by_key);
        }
    };
    html! {
        <div class={classes!("form", class)} {onchange} {onkeydown}>
            for (at, one) in fields.iter().enumerate() {
                <label key={one.key.unwrap_or(at)}>{ field(one) }</label>
            }
        </div>
    }
}

/// Tells what stands in the form in which something happened.
fn tell(event: &Event, keep: &Callback<Vec<String>>) {
    let field: Option<Element> = event.target_dyn_into();
    // An empty selector is the only one that throws.
    let form = field.and_then(|field| field.closest(".form").ok().flatten());
    if let Some(form) = form {
        let values = fields_of(&form).iter().map(|field| value(field).trim().to_owned()).collect();
        keep.emit(values);
    }
}

/// The fields in an element that keep themselves, in order.
fn fields_of(element: &Element) -> Vec<Element> {
    let fields = element.get_elements_by_class_name(KEEPS);
    (0..fields.length()).filter_map(|at| fields.item(at)).collect()
}

fn value(field: &Element) -> String {
    match field.dyn_ref::<HtmlTextAreaElement>() {
        Some(lines) => lines.value(),
        None => field.unchecked_ref::<HtmlInputElement>().value(),
    }
}

fn fill(field: &Element, text: &str) {
    match field.dyn_ref::<HtmlTextAreaElement>() {
        Some(lines) => lines.set_value(text),
        None => field.unchecked_ref::<HtmlInputElement>().set_value(text),
    }
}

/// Puts into every field what the notebook says of late. One in which somebody writes is left alone, and so is one whose
/// words the notebook did not take.
pub(crate) fn settle(root: &Element) {
    for field in fields_of(root) {
        let kept = field.get_attribute(KEPT).unwrap_or_default();
        let is_new = field.get_attribute(FILLED).as_deref() != Some(&*kept);
        let differs = is_new && value(&field).trim() != kept;
        if differs && field.matches(":focus").unwrap_or(false) {
            continue;
        }
        if differs {
            fill(&field, &kept);
        }
        if is_new {
            // A name like this one is never refused.
            let _ = field.set_attribute(FILLED, &kept);
        }
    }
}

fn field(field: &Field) -> Html {
    let Field { label, kept, most, form, .. } = field;
    let most = most.to_string();
    let typed = if *form == FieldForm::Day { "date" } else { "text" };
    html! {
        <>
            <span>{ label }</span>
            if *form == FieldForm::Lines {
                <textarea class="field keeps" rows="1" dir="auto" maxlength={most} data-kept={kept} />
            } else {
                <input class="field keeps" type={typed} dir="auto" maxlength={most} data-kept={kept} />
            }
        </>
    }
}
