//! A number between two buttons that decrease and increase it.

use yew::prelude::*;

/// The number, the labels of its buttons, and which of them are enabled.
pub(crate) struct Stepper {
    /// The number as text.
    pub(crate) text: String,
    /// The label of the button that decreases it.
    pub(crate) less: String,
    /// The label of the button that increases it.
    pub(crate) more: String,
    /// Whether it can be decreased.
    pub(crate) can_less: bool,
    /// Whether it can be increased.
    pub(crate) can_more: bool,
}

/// Renders it; `on_step` receives -1 or 1.
pub(crate) fn stepper(stepper: Stepper, on_step: &Callback<i64>) -> Html {
    let Stepper { text, less, more, can_less, can_more } = stepper;
    let button = |label: String, off: bool, by: i64, sign: &'static str| {
        html! {
            <button
                part="button"
                type="button"
                aria-label={label}
                disabled={off}
                onclick={on_step.reform(move |_: MouseEvent| by)}
            >{ sign }</button>
        }
    };
    html! {
        <div class="stepper">
            { button(less, !can_less, -1, "−") }
            <output>{ text }</output>
            { button(more, !can_more, 1, "+") }
        </div>
    }
}
