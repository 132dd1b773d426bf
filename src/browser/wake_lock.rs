//! The screen stays on, where the browser allows it.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_events::EventListener;
use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};

use crate::browser::reflect::{call, get, navigator};

/// Asks for the screen to stay on, for as long as this lives. A browser lets go of it when the page is hidden, so it is
/// asked again when it is snapshot.
#[must_use = "dropping it lets the screen go dark"]
pub(crate) struct WakeLock {
    held: Rc<RefCell<Held>>,
    _shown: Option<EventListener>,
}

/// What the browser gave, unless nobody wants it any more.
struct Held {
    wanted: bool,
    sentinel: JsValue,
}

impl WakeLock {
    /// Asks now, and whenever the page is snapshot again. A browser without it, or a frame that may not, does nothing.
    pub(crate) fn hold() -> Self {
        let held = Rc::new(RefCell::new(Held { wanted: true, sentinel: JsValue::UNDEFINED }));
        ask(&held);
        let again = Rc::clone(&held);
        let snapshot = web_sys::window().map(|window| {
            // It comes from the document, and is heard up here: a guest leaves the document alone.
            EventListener::new(&window, "visibilitychange", move |_| ask(&again))
        });
        Self { held, _shown: snapshot }
    }
}

impl Drop for WakeLock {
    fn drop(&mut self) {
        let mut held = self.held.borrow_mut();
        held.wanted = false;
        let_go(&held.sentinel);
    }
}

fn ask(held: &Rc<RefCell<Held>>) {
    let kind = JsValue::from("screen");
    let Ok(asked) = call(&get(&navigator(), "wakeLock"), "request", &[&kind]) else { return };
    let held = Rc::clone(held);
    spawn_local(async move {
        // Hidden pages and frames without permission are refused; the meeting goes on in the dark.
        let Ok(sentinel) = JsFuture::from(Promise::resolve(&asked)).await else { return };
        let mut held = held.borrow_mut();
        if held.wanted {
            let_go(&std::mem::replace(&mut held.sentinel, sentinel));
        } else {
            let_go(&sentinel);
        }
    });
}

fn let_go(sentinel: &JsValue) {
    if let Ok(done) = call(sentinel, "release", &[]) {
        spawn_local(async move {
            // It is let go of already.
            let _ = JsFuture::from(Promise::resolve(&done)).await;
        });
    }
}
