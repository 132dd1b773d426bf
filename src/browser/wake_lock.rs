//! Screen Wake Lock: keeping the screen on, where the browser allows it.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_events::EventListener;
use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};

use crate::browser::reflect::{call, get, navigator};

/// A request to keep the screen on, until this is dropped. Browsers release the lock when the page is hidden, so it is
/// requested again when the page is shown.
#[must_use = "dropping it releases the lock"]
pub(crate) struct WakeLock {
    held: Rc<RefCell<Held>>,
    _shown: Option<EventListener>,
}

/// The lock that the browser granted, and whether it is still wanted.
struct Held {
    wanted: bool,
    sentinel: JsValue,
}

impl WakeLock {
    /// Requests the lock now, and again whenever the page is shown. Does nothing in a browser without wake locks, or in a
    /// frame that is not allowed to use them.
    pub(crate) fn hold() -> Self {
        let held = Rc::new(RefCell::new(Held { wanted: true, sentinel: JsValue::UNDEFINED }));
        request(&held);
        let again = Rc::clone(&held);
        let shown = web_sys::window().map(|window| {
            // The event is fired at the document and bubbles to the window. A guest adds no listeners to the document.
            EventListener::new(&window, "visibilitychange", move |_| request(&again))
        });
        Self { held, _shown: shown }
    }
}

impl Drop for WakeLock {
    fn drop(&mut self) {
        let mut held = self.held.borrow_mut();
        held.wanted = false;
        release(&held.sentinel);
    }
}

fn request(held: &Rc<RefCell<Held>>) {
    let kind = JsValue::from("screen");
    let Ok(requested) = call(&get(&navigator(), "wakeLock"), "request", &[&kind]) else { return };
    let held = Rc::clone(held);
    spawn_local(async move {
        // Hidden pages and frames without permission are refused, and the screen may turn off.
        let Ok(sentinel) = JsFuture::from(Promise::resolve(&requested)).await else { return };
        let mut held = held.borrow_mut();
        if held.wanted {
            release(&std::mem::replace(&mut held.sentinel, sentinel));
        } else {
            release(&sentinel);
        }
    });
}

fn release(sentinel: &JsValue) {
    if let Ok(done) = call(sentinel, "release", &[]) {
        spawn_local(async move {
            // It fails only if the lock is released already.
            let _ = JsFuture::from(Promise::resolve(&done)).await;
        });
    }
}
