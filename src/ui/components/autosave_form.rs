//! A form without a button: it saves when a field loses the focus after a change, and on Enter.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, HtmlTextAreaElement, KeyboardEvent};
use yew::prelude::*;

/// The class of fields that save themselves.
const KEEPS: &str = "keeps";
/// The attribute with the value that the notebook has for a field.
const KEPT: &str = "data-kept";
/// The attribute with the value that the field was last filled with.
const FILLED: &str = "data-filled";

/// A field of the form.
pub(crate) struct Field {
    /// Its label.
    pub(crate) label: AttrValue,
    /// The value that the notebook has.
    pub(crate) kept: AttrValue,
    /// The longest value, in characters.
    pub(crate) most: usize,
    /// What can be typed.
    pub(crate) form: FieldForm,
    /// Its key, if fields before it come and go; `None` uses its index.
    pub(crate) key: Option<usize>,
}

/// What can be typed into a field.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum FieldForm {
    /// One line.
    Line,
    /// Several lines.
    Lines,
    /// A date.
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

/// A form of such fields. `on_save` receives the values of all of them in order, trimmed.
pub(crate) fn autosave_form(
    class: &'static str,
    fields: &[Field],
    on_save: Callback<Vec<String>>,
) -> Html {
    let on_enter = on_save.clone();
    let onchange = move |event: Event| save(&event, &on_save);
    let onkeydown = move |event: KeyboardEvent| {
        let held = event.shift_key() || event.is_composing() || event.repeat();
        if event.key() == "Enter" && !held {
            event.prevent_default();
            save(&event, &on_enter);
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

/// Emits the values of the form in which an event happened.
fn save(event: &Event, on_save: &Callback<Vec<String>>) {
    let field: Option<Element> = event.target_dyn_into();
    // `closest` throws only for a selector that does not parse.
    let form = field.and_then(|field| field.closest(".form").ok().flatten());
    if let Some(form) = form {
        let values = fields_of(&form).iter().map(|field| value(field).trim().to_owned()).collect();
        on_save.emit(values);
    }
}

/// The fields of this kind in an element, in document order.
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

/// Fills every field whose value in the notebook has changed since it was last filled. A focused field is left alone, and so
/// is one whose value the notebook refused.
pub(crate) fn fill_changed(root: &Element) {
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
            // Setting an attribute fails only for an invalid name.
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
