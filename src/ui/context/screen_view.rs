//! The context of one screen: what all screens are rendered from, and the state and the messages of its own.

use std::ops::Deref;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::ui::context::view::View;

/// What one screen is rendered from. It dereferences to the context that all screens share.
pub(crate) struct ScreenView<'a, State, Msg> {
    /// What all screens are rendered from.
    pub(crate) view: View<'a>,
    /// The screen's own state.
    pub(crate) state: &'a State,
    /// Takes the screen's own messages.
    pub(crate) link: &'a Callback<Msg>,
}

impl<'a, State, Msg> Deref for ScreenView<'a, State, Msg> {
    type Target = View<'a>;

    fn deref(&self) -> &View<'a> {
        &self.view
    }
}

impl<State, Msg: Clone + 'static> ScreenView<'_, State, Msg> {
    /// A click handler that sends a message of this screen.
    pub(crate) fn on(&self, msg: Msg) -> Callback<MouseEvent> {
        self.link.reform(move |_| msg.clone())
    }

    /// An input handler that sends the field's text as a message of this screen.
    pub(crate) fn on_typed(&self, msg: fn(String) -> Msg) -> Callback<InputEvent> {
        self.link.reform(move |event: InputEvent| {
            msg(event.target_unchecked_into::<HtmlInputElement>().value())
        })
    }
}
