//! Components and what they draw: state in, [`Command`](crate::Command) out. No clock but the dials', no storage, no globals
//! of the browser.

pub(crate) mod components;
pub(crate) mod screens;
pub(crate) mod widget;

pub use widget::{Widget, WidgetProps};
