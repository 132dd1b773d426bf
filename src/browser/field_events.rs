//! Containing the events of the widget's fields, so that shortcuts and drag handlers of the host page do not run while the
//! user types, selects text or pastes.

use std::cell::RefCell;
use std::collections::HashSet;

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, KeyboardEvent};

use crate::browser::host_drag::FieldPress;
use crate::browser::keyboard::{is_composing, key, takes_text};
use crate::browser::own_window;
use crate::browser::reflect::get;

/// The composed events of a field that a host page may have handlers for.
const OF_FIELDS: [&str; 13] = [
    "keypress",
    "beforeinput",
    "input",
    "compositionstart",
    "compositionupdate",
    "compositionend",
    "copy",
    "cut",
    "paste",
    "pointerdown",
    "mousedown",
    "touchstart",
    "dragstart",
];

/// Listeners on the root of a widget, until this is dropped. Yew handles events before they reach these.
#[must_use = "dropping it ends the containment"]
pub(crate) struct FieldEvents {
    _listeners: Vec<EventListener>,
}

impl FieldEvents {
    /// Stops the events of fields at this element, and key events that the widget has handled.
    pub(crate) fn contain(root: &Element) -> Self {
        let mut listeners: Vec<EventListener> = OF_FIELDS
            .into_iter()
            .map(|name| {
                EventListener::new(root, name, |event| {
                    if is_of_field(event) {
                        event.stop_propagation();
                    }
                })
            })
            .collect();
        // The keys whose press was stopped. Their release is stopped too, even if the focus has moved meanwhile.
        let stopped = std::rc::Rc::new(RefCell::new(HashSet::new()));
        let released = std::rc::Rc::clone(&stopped);
        let options = EventListenerOptions::enable_prevent_default();
        listeners.push(EventListener::new_with_options(root, "keydown", options, move |event| {
            let event: &KeyboardEvent = event.unchecked_ref();
            prevent_repeated_click(event);
            if is_ours(event) {
                event.stop_propagation();
                stopped.borrow_mut().insert(code(event));
            }
        }));
        listeners.push(EventListener::new(root, "keyup", move |event| {
            let is_stopped = released.borrow_mut().remove(&code(event));
            if is_stopped || is_of_field(event) {
                event.stop_propagation();
            }
        }));
        listeners.push(hold_host(root));
        Self { _listeners: listeners }
    }
}

/// Keeps the host from being dragged by a press in a field.
fn hold_host(root: &Element) -> EventListener {
    let (press, element) = (FieldPress::default(), root.clone());
    EventListener::new(root, "pointerdown", move |event| {
        press.end();
        if let Some(window) = own_window::of(&element).filter(|_| is_of_field(event)) {
            press.begin(&window, &element);
        }
    })
}

/// Whether a press is none of the host's: it was handled, closes a dialog of the widget, or is typed into a field. From
/// fields only Tab and Escape are passed on, by which a host moves the focus and closes what the widget is in.
fn is_ours(event: &KeyboardEvent) -> bool {
    if event.default_prevented() || is_composing(event) {
        return true;
    }
    match key(event).as_deref() {
        Some("Escape") => is_in_dialog(&event.composed_path().get(0)),
        Some("Tab") => false,
        _ => is_of_field(event),
    }
}

fn is_of_field(event: &Event) -> bool {
    takes_text(&event.composed_path().get(0))
}

fn is_in_dialog(node: &JsValue) -> bool {
    // An event at a text node or the window has no `closest`, and is not in a dialog.
    get(node, "closest").is_function()
        && node.unchecked_ref::<Element>().closest("dialog").is_ok_and(|dialog| dialog.is_some())
}

/// A held key clicks a focused button again and again; the first click is the only one that was meant.
fn prevent_repeated_click(event: &KeyboardEvent) {
    let name = get(&event.composed_path().get(0), "tagName").as_string();
    let clicks = matches!(name.as_deref(), Some("BUTTON" | "SUMMARY"));
    if event.repeat() && clicks && matches!(key(event).as_deref(), Some("Enter" | " ")) {
        event.prevent_default();
    }
}

/// The physical key of a key event, or its name if there is none.
fn code(event: &Event) -> String {
    let name = |name| get(event, name).as_string().filter(|name| !name.is_empty());
    name("code").or_else(|| name("key")).unwrap_or_default()
}
