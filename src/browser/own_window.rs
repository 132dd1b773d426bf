//! The window that an element is shown in, which is not always the one that this module runs in: a host can move the widget
//! into a frame or into a Document Picture-in-Picture window, and the visibility and the timers of the first window then
//! say nothing about the second.

use gloo_events::EventListener;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Node, Window};

use crate::browser::reflect::get;

/// The window of the document that a node is in. `None` if the document has no window, as after a frame was removed.
pub(crate) fn of(node: &Node) -> Option<Window> {
    node.owner_document()?.default_view()
}

/// The window that this module runs in.
pub(crate) fn first() -> Option<Window> {
    web_sys::window()
}

/// Whether the document of a window is hidden. The state is compared as a string, because the bindings of web-sys compare it
/// by a method of the host's realm, which the host may have replaced.
pub(crate) fn is_hidden(window: &Window) -> bool {
    let document = get(window, "document");
    get(&document, "visibilityState").as_string().is_some_and(|state| state == "hidden")
}

/// Calls `changed` when the document of a window is hidden or shown, until the result is dropped.
pub(crate) fn on_visibility_change(window: &Window, changed: impl Fn() + 'static) -> EventListener {
    // The event is fired at the document and bubbles to the window. A guest adds no listeners to the document.
    EventListener::new(window, "visibilitychange", move |_| changed())
}

/// A timer of a window, which fires once unless this is dropped before. Browsers slow down the timers of a hidden window.
#[must_use = "dropping it cancels the timer"]
pub(crate) struct Timer {
    window: Window,
    id: Option<i32>,
    _fires: Closure<dyn FnMut()>,
}

impl Timer {
    /// Calls `fires` after this many milliseconds.
    pub(crate) fn start(window: &Window, after_ms: u32, fires: impl FnOnce() + 'static) -> Self {
        Self::start_boxed(window, after_ms, Box::new(fires))
    }

    /// One function for all closures, which keeps the module small.
    fn start_boxed(window: &Window, after_ms: u32, fires: Box<dyn FnOnce()>) -> Self {
        let fires = Closure::once(fires);
        let after_ms = i32::try_from(after_ms).unwrap_or(i32::MAX);
        let function = fires.as_ref().unchecked_ref();
        // A window that is closed has no timers.
        let id =
            window.set_timeout_with_callback_and_timeout_and_arguments_0(function, after_ms).ok();
        Self { window: window.clone(), id, _fires: fires }
    }
}

impl Drop for Timer {
    fn drop(&mut self) {
        if let Some(id) = self.id {
            self.window.clear_timeout_with_handle(id);
        }
    }
}
