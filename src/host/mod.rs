//! The widget as a component of somebody's Yew app: what only such an app uses, and the element never links.

mod controller;
mod heard;
mod props;
mod unheard;

pub use controller::Controller;
pub use heard::Heard;
pub use props::{HeardProps, Ready};
pub use unheard::Unheard;
