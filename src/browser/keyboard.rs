//! Keys pressed anywhere in the page, for a widget that was asked to hear them there.

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;

/// Listens for as long as it lives.
#[must_use = "dropping it stops the listening"]
pub(crate) struct PageKeys {
    _listener: EventListener,
}

impl PageKeys {
    /// Calls `pressed` with every key pressed in the page.
    pub(crate) fn listen(pressed: impl Fn(&KeyboardEvent) + 'static) -> Option<Self> {
        let window = web_sys::window()?;
        let options = EventListenerOptions::enable_prevent_default();
        let listener = EventListener::new_with_options(&window, "keydown", options, move |event| {
            if let Some(event) = event.dyn_ref::<KeyboardEvent>() {
                pressed(event);
            }
        });
        Some(Self { _listener: listener })
    }
}
