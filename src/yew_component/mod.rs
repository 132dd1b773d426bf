//! The widget as a component of somebody's Yew app: what only such an app uses, and the element never links.

pub(crate) mod controller;
pub(crate) mod error;
pub(crate) mod heard;
pub(crate) mod props;

pub use controller::Controller;
pub use error::ControllerError;
pub use heard::Heard;
pub use props::{HeardProps, Ready};
