//! The window that an element is shown in, which is not always the one that this module runs in: a host can move the widget
//! into a frame or into a Document Picture-in-Picture window, and the visibility and the timers of the first window then
//! say nothing about the second.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Node, Window};

/// The window of the document that a node is in. `None` if the document has no window, as after a frame was removed.
pub(crate) fn of(node: &Node) -> Option<Window> {
    node.owner_document()?.default_view()
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
