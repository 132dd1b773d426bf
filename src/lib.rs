//! Heard: a widget for live listening. It measures who has the floor in a meeting and keeps the client's own words, and
//! stores everything in the browser alone.
//!
//! [`Heard`] is the component for Yew apps, and [`Controller`] gives an app its methods and properties. The custom element
//! `<heard-widget>` is a separate target, `src/main.rs`, so that an app with the component does not contain the code of the
//! element.

mod browser;
mod i18n;
mod options;
mod persistence;
mod store;
mod styles;
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
pub use styles::STYLES;
pub use ui::{Widget, WidgetMsg, WidgetProps};
pub use yew_component::{Controller, ControllerError, Heard, HeardProps, Ready};

/// The message for people that explains a refusal, in English.
pub fn refusal_in_words(refusal: heard_core::Refusal) -> &'static str {
    (i18n::strings("en").refusal)(refusal)
}

/// The message for people that explains why a file can not be imported, in English.
pub fn import_error_in_words(error: heard_core::transfer::import::ImportError) -> &'static str {
    (i18n::strings("en").data.unfit)(error)
}
