//! The properties of the Yew component.

use yew::prelude::*;

use crate::options::Options;
use crate::persistence::mode::Mode;
use crate::store::{
    Captured, Change, FloorChange, LoopChange, MeetingEnd, MeetingStart, StorageChange, Trouble,
};
use crate::yew_component::controller::Controller;

/// Properties of [`Heard`](crate::Heard). All are optional, and changing one never loses data.
///
/// The callbacks correspond to the events of the element. They are called in the task of the change, with times, counts and
/// ids, and never with text of the user.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct HeardProps {
    /// The options, which are the attributes of the element.
    #[prop_or_default]
    pub options: Options,
    /// CSS classes of the element with the shadow root.
    #[prop_or_default]
    pub class: Classes,
    /// Gives the app the methods and properties of the element.
    #[prop_or_default]
    pub controller: Option<Controller>,
    /// The stored notebook has been read and rendered. Called once.
    #[prop_or_default]
    pub on_ready: Callback<Ready>,
    /// A meeting began.
    #[prop_or_default]
    pub on_meeting_start: Callback<MeetingStart>,
    /// A meeting ended.
    #[prop_or_default]
    pub on_meeting_end: Callback<MeetingEnd>,
    /// The floor was taken or left, or a break began or ended.
    #[prop_or_default]
    pub on_floor_change: Callback<FloorChange>,
    /// A capture was recorded.
    #[prop_or_default]
    pub on_capture: Callback<Captured>,
    /// A loop was opened or changed.
    #[prop_or_default]
    pub on_loop_change: Callback<LoopChange>,
    /// The notebook is stored more or less safely than before.
    #[prop_or_default]
    pub on_storage_change: Callback<StorageChange>,
    /// An error occurred.
    #[prop_or_default]
    pub on_error: Callback<Trouble>,
    /// Called before the user erases anything. Nothing is erased if it returns `false`.
    #[prop_or_default]
    pub may_erase: Option<Callback<(), bool>>,
}

/// The stored notebook has been read and rendered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ready {
    /// The version of Heard.
    pub version: &'static str,
    /// How safely the notebook is stored. [`Mode::as_str`] is the value that the element reports.
    pub mode: Mode,
}

impl HeardProps {
    /// Calls the callback of a change.
    pub(crate) fn notify(&self, change: Change) {
        match change {
            Change::MeetingStart(start) => self.on_meeting_start.emit(start),
            Change::MeetingEnd(end) => self.on_meeting_end.emit(end),
            Change::FloorChange(floor) => self.on_floor_change.emit(floor),
            Change::Captured(capture) => self.on_capture.emit(capture),
            Change::LoopChange(changed) => self.on_loop_change.emit(changed),
            Change::StorageChange(storage) => self.on_storage_change.emit(storage),
            Change::Trouble(trouble) => self.on_error.emit(trouble),
        }
    }

    /// Whether the app allows erasing.
    pub(crate) fn allows_erasing(&self) -> bool {
        self.may_erase.as_ref().is_none_or(|may_erase| may_erase.emit(()))
    }
}
