//! What a Yew app hands to the component, and what it is told.

use yew::prelude::*;

use crate::options::Options;
use crate::persistence::mode::Mode;
use crate::store::{
    Captured, Change, FloorChange, LoopChange, MeetingEnd, MeetingStart, StorageChange, Trouble,
};
use crate::yew_component::Controller;

/// Props of [`Heard`](crate::Heard). All may be left out, and none that changes loses anything.
///
/// The callbacks are the element's events: called in the task of the touch, with numbers and ids and never anyone's words.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct HeardProps {
    /// What the element's attributes say.
    #[prop_or_default]
    pub options: Options,
    /// Classes of the element that holds the shadow root.
    #[prop_or_default]
    pub class: Classes,
    /// By which the app does what a hand could do, and reads what the screen shows.
    #[prop_or_default]
    pub controller: Option<Controller>,
    /// All that is kept has been read and is drawn. Told once.
    #[prop_or_default]
    pub on_ready: Callback<Ready>,
    /// A meeting began.
    #[prop_or_default]
    pub on_meeting_start: Callback<MeetingStart>,
    /// A meeting ended.
    #[prop_or_default]
    pub on_meeting_end: Callback<MeetingEnd>,
    /// The floor went to somebody, or a break began or ended.
    #[prop_or_default]
    pub on_floor_change: Callback<FloorChange>,
    /// Something was captured.
    #[prop_or_default]
    pub on_capture: Callback<Captured>,
    /// A loop is new, or was led on.
    #[prop_or_default]
    pub on_loop_change: Callback<LoopChange>,
    /// Things are kept more safely than before, or less.
    #[prop_or_default]
    pub on_storage_change: Callback<StorageChange>,
    /// Something is wrong.
    #[prop_or_default]
    pub on_error: Callback<Trouble>,
    /// Asked before anything is erased; nothing is, where it says no.
    #[prop_or_default]
    pub may_erase: Option<Callback<(), bool>>,
}

/// All that is kept has been read and is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ready {
    /// The version of Heard.
    pub version: &'static str,
    /// How safely things are kept. [`Mode::told`] is the contract's word for it.
    pub mode: Mode,
}

impl HeardProps {
    /// Calls the callback that is meant for it.
    pub(crate) fn tell(&self, happened: Change) {
        match happened {
            Change::MeetingStart(start) => self.on_meeting_start.emit(start),
            Change::MeetingEnd(end) => self.on_meeting_end.emit(end),
            Change::FloorChange(change) => self.on_floor_change.emit(change),
            Change::Captured(capture) => self.on_capture.emit(capture),
            Change::LoopChange(change) => self.on_loop_change.emit(change),
            Change::StorageChange(change) => self.on_storage_change.emit(change),
            Change::Trouble(trouble) => self.on_error.emit(trouble),
        }
    }

    /// Whether the app lets things be erased.
    pub(crate) fn lets_erase(&self) -> bool {
        self.may_erase.as_ref().is_none_or(|may_erase| may_erase.emit(()))
    }
}
