//! The status line: the last news, shown on some screens and announced to screen readers.

use yew::prelude::*;

/// The text of the status line, and how often it was set.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Status {
    text: AttrValue,
    count: u32,
}

impl Status {
    /// Sets the text. The same text again is announced again.
    pub(crate) fn set(&mut self, text: AttrValue) {
        self.text = text;
        self.count = self.count.wrapping_add(1);
    }

    /// The visible line. Screen readers are told by the one live region instead.
    pub(crate) fn line(&self) -> Html {
        html! { <p class="status-text" aria-hidden="true">{ self.announcement() }</p> }
    }

    /// The text for the live region. Each setting makes a new element: a screen reader would not announce a text that stays
    /// the same, and a page translator may have replaced the text within the old one.
    pub(crate) fn announcement(&self) -> Html {
        html! { <span key={self.count}>{ &self.text }</span> }
    }
}
