//! The widget's transient state: what a user would not miss after a reload.

use std::rc::Rc;

use heard_core::event::review::Story;
use heard_core::{EventId, Meeting};
use yew::prelude::*;

use crate::store::NewMeeting;
use crate::ui::components::share::document::ShareState;
use crate::ui::context::view::SharedState;
use crate::ui::screens::client_view::update::ClientViewState;
use crate::ui::screens::data::DataState;
use crate::ui::screens::live::state::{CaptureState, LiveState};
use crate::ui::screens::loops::update::LoopsState;
use crate::ui::screens::review::state::ReviewState;
use crate::ui::screens::sheet::SheetState;
use crate::ui::screens::trends::TrendsState;

/// The widget's transient state.
#[derive(Default)]
pub(crate) struct UiState {
    /// What several screens read.
    pub(crate) shared: SharedState,
    /// Whether the user's own command is being carried out in this widget. Changes that come from elsewhere do not move the focus.
    pub(crate) user_acts: bool,
    /// The text of the status line if it announces the minutes only.
    pub(crate) minutes: AttrValue,
    /// Whether the list of shortcuts is open.
    pub(crate) shortcuts_shown: bool,
    /// Whether the host page sets the dark colour scheme where the widget is.
    pub(crate) host_is_dark: bool,
    /// The client whose page is open.
    pub(crate) client: Option<EventId>,
    /// The journal, as of when its screen was opened or the notebook last changed.
    pub(crate) journal: Vec<(Rc<Meeting>, Story)>,
    /// What is chosen for the next meeting.
    pub(crate) next_meeting: NewMeeting,
    /// The state of the live screen.
    pub(crate) live: LiveState,
    /// The state of the capture form and the lists of captures.
    pub(crate) captures: CaptureState,
    /// The state of the review.
    pub(crate) review: ReviewState,
    /// The state of the loops.
    pub(crate) loops: LoopsState,
    /// The state of the trends.
    pub(crate) trends: TrendsState,
    /// The state of the sheet.
    pub(crate) sheet: SheetState,
    /// The state of the stored records.
    pub(crate) data: DataState,
    /// The state of the share buttons.
    pub(crate) share: ShareState,
    /// The state of the client view; `None` unless it is open.
    pub(crate) client_view: Option<ClientViewState>,
    /// The widget's outermost element.
    pub(crate) root: NodeRef,
}
