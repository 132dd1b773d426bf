//! What all screens are rendered from: the snapshot, the host's options, the language, and the callbacks to the widget.
//!
//! Nothing here knows a component or a screen.

pub(crate) mod client_filter;
pub(crate) mod key_names;
pub(crate) mod language;
pub(crate) mod request;
pub(crate) mod screen_view;
pub(crate) mod status;
pub(crate) mod view;
