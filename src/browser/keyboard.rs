//! Key presses anywhere in the page, for a widget with `hotkeys="page"`.

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;

/// A subscription to key presses, which ends when this is dropped.
#[must_use = "dropping it ends the subscription"]
pub(crate) struct PageKeys {
    _listener: EventListener,
}

impl PageKeys {
    /// Calls `pressed` with each key press in the page. `None` outside a window.
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
