//! `storage` events: changes that other tabs make in localStorage.

use gloo_events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::StorageEvent;

/// A subscription to `storage` events, which ends when this is dropped.
#[must_use = "dropping it ends the subscription"]
pub(crate) struct OtherTabs {
    _listener: EventListener,
}

impl OtherTabs {
    /// Calls `on_change` with the key and the new value of each entry that another tab changes. Without a key everything
    /// was cleared; without a value the key was removed. Returns `None` outside a window.
    pub(crate) fn listen(
        on_change: impl Fn(Option<String>, Option<String>) + 'static,
    ) -> Option<Self> {
        let window = web_sys::window()?;
        let listener = EventListener::new(&window, "storage", move |event| {
            if let Some(event) = event.dyn_ref::<StorageEvent>() {
                on_change(event.key(), event.new_value());
            }
        });
        Some(Self { _listener: listener })
    }
}
