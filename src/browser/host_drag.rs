//! Native dragging of the host: an ancestor of the widget with `draggable="true"` would be dragged by a press in a field in
//! which the user wants to select text.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_events::{EventListener, EventListenerOptions, EventListenerPhase};
use web_sys::{Element, Event, Window};

/// A press that began in a field. While it lasts, the host is not dragged.
#[derive(Clone, Default)]
pub(crate) struct FieldPress(Rc<RefCell<Vec<EventListener>>>);

impl FieldPress {
    /// A press begins in a field inside of `root`, which is shown in `window`. It ends when the pointer is released.
    pub(crate) fn begin(&self, window: &Window, root: &Element) {
        let root = root.clone();
        let mut listeners = vec![on(window, "dragstart", move |event| {
            // The user may drag selected text out of the field.
            if !event.composed_path().includes(&root, 0) {
                event.prevent_default();
                event.stop_propagation();
            }
        })];
        for name in ["pointerup", "pointercancel"] {
            let press = self.clone();
            listeners.push(on(window, name, move |_| press.end()));
        }
        self.0.replace(listeners);
    }

    /// The press is over, or a press begins elsewhere in the widget.
    pub(crate) fn end(&self) {
        // The listeners are dropped when nothing is borrowed.
        let listeners = self.0.take();
        drop(listeners);
    }
}

/// Listens in the capture phase, before the host does.
fn on(window: &Window, name: &'static str, handle: impl FnMut(&Event) + 'static) -> EventListener {
    let phase = EventListenerPhase::Capture;
    let options = EventListenerOptions { phase, passive: false };
    EventListener::new_with_options(window, name, options, handle)
}
