//! The element in which somebody writes, through all shadow roots.

use web_sys::{Element, Event, EventInit};

/// Makes the field in which somebody writes tell that it has changed, as it would when it is left: a page that goes away
/// never gets that far.
pub(crate) fn tell_change() {
    let document = web_sys::window().and_then(|window| window.document());
    let mut active = document.and_then(|document| document.active_element());
    while let Some(inner) = active.as_ref().and_then(Element::shadow_root) {
        active = inner.active_element();
    }
    let init = EventInit::new();
    init.set_bubbles(true);
    if let (Some(field), Ok(change)) = (active, Event::new_with_event_init_dict("change", &init))
        && field.class_list().contains("keeps")
    {
        // It throws for events that are under way already; this one is new.
        let _ = field.dispatch_event(&change);
    }
}
