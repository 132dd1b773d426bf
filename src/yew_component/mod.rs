//! The widget as a component for Yew apps. The custom element does not use this module.

pub(crate) mod controller;
pub(crate) mod error;
pub(crate) mod heard;
pub(crate) mod props;

pub use controller::Controller;
pub use error::ControllerError;
pub use heard::Heard;
pub use props::{HeardProps, Ready};
