//! The focused element, inside of shadow roots too.

use web_sys::{Element, Event, EventInit};

/// Dispatches a `change` event at the focused field, if it is one that saves its content by itself. The browser dispatches
/// one when the focus leaves a field, but not when the page is closed.
pub(crate) fn dispatch_change() {
    let document = web_sys::window().and_then(|window| window.document());
    let mut active = document.and_then(|document| document.active_element());
    while let Some(inner) = active.as_ref().and_then(Element::shadow_root) {
        active = inner.active_element();
    }
    let init = EventInit::new();
    init.set_bubbles(true);
    if let (Some(field), Ok(change)) = (active, Event::new_with_event_init_dict("change", &init))
        && field.class_list().contains("autosaves")
    {
        // This throws only for an event that is being dispatched already, and this one is new.
        let _ = field.dispatch_event(&change);
    }
}
