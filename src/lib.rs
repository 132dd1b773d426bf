//! Heard: a live-listening widget that keeps the time of the floor and the client's own words.
//!
//! [`Heard`] is the component for Yew apps, [`Controller`] what they do with it. The custom element `<heard-widget>` is
//! another crate target, `src/main.rs`, so that an app which uses the component carries nothing of the element's shell.

mod browser;
mod i18n;
mod options;
mod persistence;
mod store;
mod ui;
mod yew_component;

#[cfg(test)]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
#[cfg(test)]
#[path = "../tests/web/page.rs"]
mod page;

pub use heard_core;
pub use options::{Announce, Hotkeys, Layout, Options, Storage, Theme};
pub use persistence::item::{Item, Lengths};
pub use persistence::mode::Mode;
pub use store::{
    Captured, Change, Command, Draft, Figures, FloorChange, Guard, LoopChange, MeetingEnd,
    MeetingStart, NewMeeting, NotebookStore, Snapshot, State, StorageChange, Trouble, Watch,
};
pub use ui::{Widget, WidgetProps};
pub use yew_component::{Controller, ControllerError, Heard, HeardProps, Ready};

/// A refusal in words for people, in English.
pub fn refusal_in_words(refusal: heard_core::Refusal) -> &'static str {
    (i18n::strings("en").refusal)(refusal)
}

/// Why a file can not be brought in, in words for people, in English.
pub fn unfit_in_words(unfit: heard_core::transfer::import::ImportError) -> &'static str {
    (i18n::strings("en").data.unfit)(unfit)
}

/// The style sheet of the widget, for the root that it is rendered in. The build reads this list, and gives the element
/// the same files in the same order.
pub const STYLES: &str = concat!(
    include_str!("../styles/layers.css"),
    include_str!("../styles/tokens.css"),
    include_str!("../styles/base.css"),
    include_str!("../styles/controls.css"),
    include_str!("../styles/start.css"),
    include_str!("../styles/live.css"),
    include_str!("../styles/early.css"),
    include_str!("../styles/capture.css"),
    include_str!("../styles/review.css"),
    include_str!("../styles/after.css"),
    include_str!("../styles/opening.css"),
    include_str!("../styles/picture.css"),
    include_str!("../styles/trends.css"),
    include_str!("../styles/hand_over.css"),
    include_str!("../styles/recap.css"),
    include_str!("../styles/loops.css"),
    include_str!("../styles/sheet.css"),
    include_str!("../styles/lists.css"),
    include_str!("../styles/store.css"),
    include_str!("../styles/motion.css"),
);
