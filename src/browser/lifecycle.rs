//! The life of the page: it goes away, it comes back, it is snapshot again.

use gloo_events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::PageTransitionEvent;

use crate::browser::reflect::get;

/// What happens to the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Passage {
    /// It is not seen any more, and on a phone may never be again.
    Hidden,
    /// It goes away: the last moment at which anything can be written.
    Leaving,
    /// It is snapshot again, and may have missed something.
    Snapshot,
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
                let hidden = is_hidden();
                heard(if hidden { Passage::Hidden } else { Passage::Snapshot });
            }),
        ];
        Some(Self { _listeners: listeners })
    }
}

/// Whether nobody sees the page. The word is compared here: the bindings look it up in a list by a method of the
/// host's realm, which a host may have replaced.
pub(crate) fn is_hidden() -> bool {
    let document = get(&js_sys::global(), "document");
    get(&document, "visibilityState").as_string().is_some_and(|state| state == "hidden")
}
