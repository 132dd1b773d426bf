//! Other tabs on the same notebook: what they write arrives as `storage` events.

use gloo_events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::StorageEvent;

/// Listens for as long as it lives.
#[must_use = "dropping it stops the listening"]
pub(crate) struct OtherTabs {
    _listener: EventListener,
}

impl OtherTabs {
    /// Calls `heard` with the key and the new value of whatever another tab changes in localStorage.
    ///
    /// No key means that all of it was cleared, no value that one key was removed.
    pub(crate) fn listen(heard: impl Fn(Option<String>, Option<String>) + 'static) -> Option<Self> {
        let window = web_sys::window()?;
        let listener = EventListener::new(&window, "storage", move |event| {
            if let Some(event) = event.dyn_ref::<StorageEvent>() {
                heard(event.key(), event.new_value());
            }
        });
        Some(Self { _listener: listener })
    }
}
