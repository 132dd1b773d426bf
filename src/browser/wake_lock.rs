//! Screen Wake Lock: keeping the screen on, where the browser allows it.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_events::EventListener;
use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::Window;

use crate::browser::own_window::on_visibility_change;
use crate::browser::reflect::{call, get};

/// A request to keep the screen on, until this is dropped. Browsers release the lock when the page is hidden, so it is
/// requested again when the page is shown.
#[must_use = "dropping it releases the lock"]
pub(crate) struct WakeLock {
    /// The window that keeps the screen on.
    window: Window,
    held: Rc<RefCell<Held>>,
    _shown: EventListener,
}

/// The lock that the browser granted, and whether it is still wanted.
struct Held {
    wanted: bool,
    sentinel: JsValue,
}

impl WakeLock {
    /// Requests the lock now, and again whenever the page is shown. Does nothing in a browser without wake locks, or in a
    /// frame that is not allowed to use them.
    pub(crate) fn hold(window: &Window) -> Self {
        let held = Rc::new(RefCell::new(Held { wanted: true, sentinel: JsValue::UNDEFINED }));
        request(window, &held);
        let (view, again) = (window.clone(), Rc::clone(&held));
        let shown = on_visibility_change(window, move || request(&view, &again));
        Self { window: window.clone(), held, _shown: shown }
    }

    /// Whether this window keeps the screen on.
    pub(crate) fn is_of(&self, window: &Window) -> bool {
        self.window == *window
    }
}

impl Drop for WakeLock {
    fn drop(&mut self) {
        let mut held = self.held.borrow_mut();
        held.wanted = false;
        release(&held.sentinel);
    }
}

fn request(window: &Window, held: &Rc<RefCell<Held>>) {
    let (locks, kind) = (get(&get(window, "navigator"), "wakeLock"), JsValue::from("screen"));
    let Ok(requested) = call(&locks, "request", &[&kind]) else { return };
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
