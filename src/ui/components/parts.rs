//! Buttons, headings and lines of text. Each is a function and not inline `html!`, so that its code is in the module once.

use yew::prelude::*;

/// A button.
pub(crate) struct Button {
    /// Its label.
    pub(crate) label: &'static str,
    /// Its `data-act`, by which tests and style sheets find it.
    pub(crate) name: &'static str,
    /// The keyboard shortcut that does the same.
    pub(crate) key: Option<&'static str>,
    /// Its CSS class.
    pub(crate) class: &'static str,
    /// Whether it is enabled.
    pub(crate) enabled: bool,
    /// Whether it submits the form around it, as a button that closes a dialog does.
    pub(crate) submits: bool,
    /// Its label for screen readers, if it differs.
    pub(crate) aria_label: Option<String>,
}

impl Button {
    /// A plain button.
    pub(crate) const fn plain(name: &'static str, label: &'static str) -> Self {
        Self {
            label,
            name,
            key: None,
            class: "ghost",
            enabled: true,
            submits: false,
            aria_label: None,
        }
    }

    /// A button that closes the dialog around it.
    pub(crate) fn closing(name: &'static str, label: &'static str) -> Self {
        Self { submits: true, ..Self::plain(name, label) }
    }

    /// Renders it.
    pub(crate) fn draw(self, onclick: Callback<MouseEvent>) -> Html {
        let Self { label, name, key, class, enabled, submits, aria_label } = self;
        html! {
            <button
                part="button"
                {class}
                type={if submits { "submit" } else { "button" }}
                data-act={name}
                disabled={!enabled}
                aria-keyshortcuts={key}
                aria-label={aria_label}
                {onclick}
            >{ label }{ key_cap(key) }</button>
        }
    }
}

/// A button for what can not be undone.
pub(crate) fn danger(name: &'static str, label: &'static str) -> Button {
    Button { class: "ghost danger", ..Button::plain(name, label) }
}

/// A button of little weight.
pub(crate) fn quiet(name: &'static str, label: &'static str) -> Button {
    Button { class: "quiet-button", ..Button::plain(name, label) }
}

/// A button whose label contains a name, and so is not known beforehand.
pub(crate) fn button_with_name(
    name: &'static str,
    class: &'static str,
    label: String,
    onclick: Callback<MouseEvent>,
) -> Html {
    html! {
        <button part="button" {class} type="button" data-act={name} {onclick}>{ label }</button>
    }
}

/// The shortcut shown on a button.
pub(crate) fn key_cap(key: Option<&'static str>) -> Html {
    html! {
        if let Some(key) = key { <kbd aria-hidden="true">{ key }</kbd> }
    }
}

/// A heading of level 3.
pub(crate) fn title(text: &'static str) -> Html {
    html! { <h3>{ text }</h3> }
}

/// A paragraph with a class.
pub(crate) fn line(class: &'static str, text: impl Into<AttrValue>) -> Html {
    paragraph(class, text.into())
}

fn paragraph(class: &'static str, text: AttrValue) -> Html {
    html! { <p {class}>{ text }</p> }
}

/// A name or a quotation. Its writing direction may differ from that of the text around it, and page translators leave it as
/// it is.
pub(crate) fn name(text: AttrValue) -> Html {
    html! { <bdi translate="no">{ text }</bdi> }
}

/// A button that is pressed or not.
pub(crate) fn toggle_button(
    name: &'static str,
    label: &'static str,
    pressed: bool,
    onclick: Callback<MouseEvent>,
) -> Html {
    html! {
        <button type="button" part="button" class="ghost" data-act={name} aria-pressed={pressed.to_string()} {onclick}>
            { label }
        </button>
    }
}
