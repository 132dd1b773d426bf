//! The user interface: it renders a snapshot of the notebook and sends [`Command`](crate::Command)s. The only timers are those
//! of the live counters and of long presses; storage and the browser's global objects are left to other modules.

pub(crate) mod components;
pub(crate) mod context;
pub(crate) mod screens;
pub(crate) mod widget;

pub use widget::{Widget, WidgetMsg, WidgetProps};
