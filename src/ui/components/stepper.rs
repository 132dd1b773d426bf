//! A number that goes up and down by a touch.

use yew::prelude::*;

use crate::store::NewMeeting;
use crate::ui::widget::view::{Msg, View};

/// A number between two buttons.
pub(crate) struct Stepper {
    /// The number as it is snapshot.
    pub(crate) snapshot: String,
    /// What one less means.
    pub(crate) less: String,
    /// What one more means.
    pub(crate) more: String,
    /// Whether there can be less.
    pub(crate) can_less: bool,
    /// Whether there can be more.
    pub(crate) can_more: bool,
}

/// Draws it; a step gives -1 or 1 to the wish.
pub(crate) fn stepper(view: &View, stepper: Stepper, wish: fn(&mut NewMeeting, i64)) -> Html {
    let Stepper { snapshot, less, more, can_less, can_more } = stepper;
    let button = |label: String, off: bool, by: i64, sign: &'static str| {
        html! {
            <button
                part="button"
                type="button"
                aria-label={label}
                disabled={off}
                onclick={view.on(Msg::Wished(wish, by))}
            >{ sign }</button>
        }
    };
    html! {
        <div class="stepper">
            { button(less, !can_less, -1, "−") }
            <output>{ snapshot }</output>
            { button(more, !can_more, 1, "+") }
        </div>
    }
}
