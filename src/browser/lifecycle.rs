//! Page lifecycle: the page is hidden, shown, closed, or restored from the back-forward cache.

use gloo_events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::PageTransitionEvent;

use crate::browser::own_window::{is_hidden, on_visibility_change};

/// A change in the life of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PageEvent {
    /// The page was hidden. A phone may close it without any further event.
    Hidden,
    /// The page is being closed or left. This is the last opportunity to save anything.
    Leaving,
    /// The page is visible again, possibly after a long time.
    Shown,
    /// The page was restored from the back-forward cache, in which it did not run.
    Restored,
}

/// A subscription to page events, which ends when this is dropped.
#[must_use = "dropping it ends the subscription"]
pub(crate) struct Lifecycle {
    _listeners: [EventListener; 3],
}

impl Lifecycle {
    /// Calls `on_event` with each event. `None` outside a window.
    pub(crate) fn listen(on_event: impl Fn(PageEvent) + Clone + 'static) -> Option<Self> {
        let window = web_sys::window()?;
        let (leaving, restored) = (on_event.clone(), on_event.clone());
        let listeners = [
            EventListener::new(&window, "pagehide", move |_| leaving(PageEvent::Leaving)),
            EventListener::new(&window, "pageshow", move |event| {
                let event = event.dyn_ref::<PageTransitionEvent>();
                if event.is_some_and(PageTransitionEvent::persisted) {
                    restored(PageEvent::Restored);
                }
            }),
            on_visibility_change(&window.clone(), move || {
                let hidden = is_hidden(&window);
                on_event(if hidden { PageEvent::Hidden } else { PageEvent::Shown });
            }),
        ];
        Some(Self { _listeners: listeners })
    }
}
