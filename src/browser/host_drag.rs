//! Native dragging of the host: an ancestor of the widget with `draggable="true"` would be dragged by a press in a field in
//! which the user wants to select text.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_events::{EventListener, EventListenerOptions, EventListenerPhase};
use web_sys::{Element, Window};

/// A press that began in a field. While it lasts, the host is not dragged.
#[derive(Clone, Default)]
pub(crate) struct FieldPress(Rc<RefCell<Vec<EventListener>>>);

impl FieldPress {
    /// A press begins in a field inside of `root`, which is shown in `window`. It ends when the pointer is released.
    pub(crate) fn begin(&self, window: &Window, root: &Element) {
        let listen = |name: &'static str| {
            let (press, root) = (self.clone(), root.clone());
            // In the capture phase, before the host.
            let options =
                EventListenerOptions { phase: EventListenerPhase::Capture, passive: false };
            EventListener::new_with_options(window, name, options, move |event| {
                if event.type_() != "dragstart" {
                    press.end();
                } else if !event.composed_path().includes(&root, 0) {
                    // The user may drag selected text out of the field, but not the host.
                    event.prevent_default();
                    event.stop_propagation();
                }
            })
        };
        self.0.replace(["dragstart", "pointerup", "pointercancel"].map(listen).into());
    }

    /// The press is over, or a press begins elsewhere in the widget.
    pub(crate) fn end(&self) {
        // The listeners are dropped when nothing is borrowed.
        let listeners = self.0.take();
        drop(listeners);
    }
}
