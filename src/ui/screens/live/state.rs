//! The state of the live screen and of its captures, which the review shows as well.

use heard_core::EventId;
use heard_core::event::capture::Kind;
use yew::prelude::*;

use crate::store::Draft;
use crate::ui::context::screen_view::ScreenView;
use crate::ui::screens::live::counters::{CounterNodes, LiveMsg};

/// What the live screen is rendered from.
pub(crate) type LiveView<'a> = ScreenView<'a, LiveState, LiveMsg>;
/// What the capture form and the list of captures are rendered from.
pub(crate) type CaptureView<'a> = ScreenView<'a, CaptureState, CaptureMsg>;

/// The state of the live screen.
#[derive(Default)]
pub(crate) struct LiveState {
    /// The nodes that show time.
    pub(crate) counters: CounterNodes,
    /// The floor button.
    pub(crate) floor_button: NodeRef,
    /// Whether the details are shown although the client has the floor.
    pub(crate) details_shown: bool,
    /// Whether a control among the details has the focus, and the keyboard is used.
    pub(crate) keyboard_focus: bool,
    /// Whether the consultant's own turn has become long.
    pub(crate) is_long: bool,
}

/// The state of the capture form and of the list of captures.
#[derive(Default)]
pub(crate) struct CaptureState {
    /// Whether the capture form has the focus.
    pub(crate) typing: bool,
    /// The last request to open the form.
    pub(crate) form_request: FormRequest,
    /// How many captures were saved from the form, which is cleared each time.
    pub(crate) saved: u32,
    /// The capture that is being edited.
    pub(crate) editing: Option<EventId>,
    /// The field in which it is edited.
    pub(crate) edit_field: NodeRef,
}

/// A request to focus the capture form.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct FormRequest {
    /// The kind of capture to select.
    pub(crate) kind: Kind,
    /// How many requests were made so far, by which a new one is recognised.
    pub(crate) count: u32,
}

/// What happens to the captures.
#[derive(Clone)]
pub(crate) enum CaptureMsg {
    /// The form was submitted.
    Submitted(Draft),
    /// The form received the focus, or lost it.
    FocusChanged(bool),
    /// The form was left by Escape.
    Escaped,
    /// A capture is to be edited; `None` ends editing.
    EditRequested(Option<EventId>),
}
