//! Buttons that say one thing: one kind of callback for all of them.

use yew::prelude::*;

use crate::live::Said;

/// A click that says this.
pub(crate) fn saying(on_said: &Callback<Said>, said: Said) -> Callback<MouseEvent> {
    on_said.reform(move |_| said.clone())
}

/// A button that says something, or does.
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
}

impl Button {
    /// A plain button.
    pub(crate) const fn plain(name: &'static str, label: &'static str) -> Self {
        Self { label, name, key: None, class: "ghost", on: true }
    }

    /// Draws it.
    pub(crate) fn draw(self, onclick: Callback<MouseEvent>) -> Html {
        let Self { label, name, key, class, on } = self;
        html! {
            <button
                part="button"
                {class}
                type="button"
                data-act={name}
                disabled={!on}
                aria-keyshortcuts={key}
                {onclick}
            >{ label }if let Some(key) = key { <kbd aria-hidden="true">{ key }</kbd> }</button>
        }
    }
}
