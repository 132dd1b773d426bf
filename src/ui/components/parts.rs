//! The smallest pieces that many screens share. Each is one function, so that its code is sent once.

use yew::prelude::*;

/// A button.
pub(crate) struct Button {
    /// What it says.
    pub(crate) label: &'static str,
    /// What it is called in tests and style sheets.
    pub(crate) name: &'static str,
    /// The key that does the same.
    pub(crate) key: Option<&'static str>,
    /// How it looks.
    pub(crate) class: &'static str,
    /// Whether it can be pressed.
    pub(crate) on: bool,
    /// Whether it submits the form around it, which closes a dialog.
    pub(crate) submits: bool,
    /// What it says to those who do not see where it stands.
    pub(crate) aria_label: Option<String>,
}

impl Button {
    /// A plain button.
    pub(crate) const fn plain(name: &'static str, label: &'static str) -> Self {
        Self { label, name, key: None, class: "ghost", on: true, submits: false, aria_label: None }
    }

    /// A button that closes the dialog around it.
    pub(crate) fn closing(name: &'static str, label: &'static str) -> Self {
        Self { submits: true, ..Self::plain(name, label) }
    }

    /// Draws it.
    pub(crate) fn draw(self, onclick: Callback<MouseEvent>) -> Html {
        let Self { label, name, key, class, on, submits, aria_label } = self;
        html! {
            <button
                part="button"
                {class}
                type={if submits { "submit" } else { "button" }}
                data-act={name}
                disabled={!on}
                aria-keyshortcuts={key}
                aria-label={aria_label}
                {onclick}
            >{ label }{ key_cap(key) }</button>
        }
    }
}

/// A button for what can not be taken back.
pub(crate) fn danger(name: &'static str, label: &'static str) -> Button {
    Button { class: "ghost danger", ..Button::plain(name, label) }
}

/// The key beside what it does.
pub(crate) fn key_cap(key: Option<&'static str>) -> Html {
    html! {
        if let Some(key) = key { <kbd aria-hidden="true">{ key }</kbd> }
    }
}

/// A small heading.
pub(crate) fn title(text: &'static str) -> Html {
    html! { <h3>{ text }</h3> }
}

/// A line of a class.
pub(crate) fn line(class: &'static str, text: impl Into<AttrValue>) -> Html {
    paragraph(class, text.into())
}

fn paragraph(class: &'static str, text: AttrValue) -> Html {
    html! { <p {class}>{ text }</p> }
}

/// A name or words of whatever direction, within ours.
pub(crate) fn name(text: AttrValue) -> Html {
    html! { <bdi>{ text }</bdi> }
}
