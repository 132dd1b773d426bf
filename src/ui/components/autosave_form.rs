//! A form without a button: it saves when a field loses the focus after a change, and on Enter.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, HtmlTextAreaElement, KeyboardEvent};
use yew::prelude::*;

use crate::browser::keyboard::key;

/// The class of fields that save themselves.
const AUTOSAVES: &str = "autosaves";
/// The attribute with the value that the notebook has for a field.
const SAVED: &str = "data-kept";
/// The attribute with the value that the field was last filled with.
const FILLED: &str = "data-filled";

/// A field of the form.
pub(crate) struct Field {
    /// Its label.
    pub(crate) label: AttrValue,
    /// The value that the notebook has.
    pub(crate) saved: AttrValue,
    /// The longest value, in characters.
    pub(crate) max_length: usize,
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
    pub(crate) fn lines(label: impl Into<AttrValue>, saved: Option<&str>) -> Self {
        let saved = saved.unwrap_or_default().to_owned().into();
        let max_length = heard_core::validate::MAX_WORDS;
        Self { label: label.into(), saved, max_length, form: FieldForm::Lines, key: None }
    }

    /// A field for a name.
    pub(crate) fn name(label: impl Into<AttrValue>, saved: Option<&str>) -> Self {
        let max_length = heard_core::validate::MAX_NAME;
        Self { max_length, form: FieldForm::Line, ..Self::lines(label, saved) }
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
        let held = event.shift_key() || event.repeat();
        if key(&event).as_deref() == Some("Enter") && !held {
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
    let fields = element.get_elements_by_class_name(AUTOSAVES);
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
        let saved = field.get_attribute(SAVED).unwrap_or_default();
        let is_new = field.get_attribute(FILLED).as_deref() != Some(&*saved);
        let differs = is_new && value(&field).trim() != saved;
        if differs && field.matches(":focus").unwrap_or(false) {
            continue;
        }
        if differs {
            fill(&field, &saved);
        }
        if is_new {
            // Setting an attribute fails only for an invalid name.
            let _ = field.set_attribute(FILLED, &saved);
        }
    }
}

fn field(field: &Field) -> Html {
    let Field { label, saved, max_length, form, .. } = field;
    let max_length = max_length.to_string();
    let typed = if *form == FieldForm::Day { "date" } else { "text" };
    html! {
        <>
            <span>{ label }</span>
            if *form == FieldForm::Lines {
                <textarea class="field autosaves" rows="1" dir="auto" maxlength={max_length} data-kept={saved} />
            } else {
                <input class="field autosaves" type={typed} dir="auto" maxlength={max_length} data-kept={saved} />
            }
        </>
    }
}
