//! The life of the page: it goes away, it comes back, it is shown again.

use gloo_events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{PageTransitionEvent, VisibilityState};

/// What happens to the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Passage {
    /// It is not seen any more, and on a phone may never be again.
    Hidden,
    /// It goes away: the last moment at which anything can be written.
    Leaving,
    /// It is shown again, and may have missed something.
    Shown,
    /// It comes back out of the back-forward cache, where it stood still.
    Restored,
}

/// Listens for as long as it lives.
#[must_use = "dropping it stops the listening"]
pub(crate) struct Lifecycle {
    _listeners: [EventListener; 3],
}

impl Lifecycle {
    /// Calls `heard` with everything that happens to the page.
    pub(crate) fn listen(heard: impl Fn(Passage) + Clone + 'static) -> Option<Self> {
        let window = web_sys::window()?;
        let document = window.document()?;
        let (leaving, restored) = (heard.clone(), heard.clone());
        let listeners = [
            EventListener::new(&window, "pagehide", move |_| leaving(Passage::Leaving)),
            EventListener::new(&window, "pageshow", move |event| {
                let event = event.dyn_ref::<PageTransitionEvent>();
                if event.is_some_and(PageTransitionEvent::persisted) {
                    restored(Passage::Restored);
                }
            }),
            // It comes from the document, and is heard up here: a guest leaves the document alone.
            EventListener::new(&window, "visibilitychange", move |_| {
                let hidden = document.visibility_state() == VisibilityState::Hidden;
                heard(if hidden { Passage::Hidden } else { Passage::Shown });
            }),
        ];
        Some(Self { _listeners: listeners })
    }
}
