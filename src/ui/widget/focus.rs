//! Moving the focus after a render, when the control that had it is gone.

use heard_core::EventId;
use web_sys::{Element, HtmlTextAreaElement};
use yew::NodeRef;

use crate::browser::focus;
use crate::ui::widget::ui_state::UiState;

/// The element that receives the focus after the next render.
pub(crate) enum Focus {
    /// The floor button.
    FloorButton,
    /// The heading of the screen.
    Heading,
    /// The field in which a capture is edited, filled with this text.
    EditField(String),
    /// The row of a capture that has moved to another list.
    Capture(EventId),
    /// The row of a loop that took a step.
    Loop(EventId),
    /// The field from which a document is copied by hand, with its text selected.
    CopyField,
}

impl Focus {
    /// Moves the focus, if the element was rendered and the focus is not elsewhere in the page.
    pub(crate) fn apply(self, ui_state: &UiState) {
        let node = match self {
            Self::FloorButton => &ui_state.live.floor_button,
            Self::Heading => &ui_state.shared.heading,
            Self::Capture(id) => return focus_row(ui_state, &format!("[data-id='{id}'] summary")),
            Self::Loop(id) => return focus_row(ui_state, &format!("[data-loop='{id}'] button")),
            Self::EditField(text) => {
                if let Some(field) = ui_state.captures.edit_field.cast::<HtmlTextAreaElement>() {
                    field.set_value(&text);
                }
                &ui_state.captures.edit_field
            }
            Self::CopyField => return focus_copy_field(&ui_state.share.copy_field),
        };
        if let Some(element) = node.cast::<Element>() {
            focus::take_and_show(&element);
        }
    }
}

/// Focuses a field and selects its text. Selecting focuses the field too, and scrolls to it.
fn focus_copy_field(node: &NodeRef) {
    if let Some(field) = node.cast::<HtmlTextAreaElement>().filter(|field| focus::take(field)) {
        field.select();
    }
}

/// Moves the focus to the first element that a selector matches.
fn focus_row(ui_state: &UiState, selector: &str) {
    let root = ui_state.root.cast::<Element>();
    // An id consists of characters that need no escape, so the selector is valid.
    let row = root.and_then(|root| root.query_selector(selector).ok()?);
    if let Some(row) = row {
        focus::take_and_show(&row);
    }
}
