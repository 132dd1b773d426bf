//! Containing the events of the widget's fields, so that shortcuts and drag handlers of the host page do not run while the
//! user types, selects text or pastes.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, KeyboardEvent};

use crate::browser::host_drag::FieldPress;
use crate::browser::keyboard::{is_composing, key, takes_text};
use crate::browser::own_window;
use crate::browser::reflect::get;

/// The composed events of a field that a host page may have handlers for.
const OF_FIELDS: [&str; 15] = [
    "keydown",
    "keypress",
    "keyup",
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
        let state = Rc::new(State {
            root: root.clone(),
            stopped: RefCell::default(),
            press: FieldPress::default(),
        });
        let listen = |name: &'static str| {
            let state = Rc::clone(&state);
            // A listener that may prevent a touch would delay scrolling.
            let options =
                EventListenerOptions { passive: name == "touchstart", ..Default::default() };
            EventListener::new_with_options(root, name, options, move |event| {
                if state.contains(event) {
                    event.stop_propagation();
                }
            })
        };
        Self { _listeners: OF_FIELDS.map(listen).into() }
    }
}

/// What the listeners of a widget share.
struct State {
    root: Element,
    /// The keys whose press was stopped. Their release is stopped too, even if the focus has moved meanwhile.
    stopped: RefCell<Vec<String>>,
    press: FieldPress,
}

impl State {
    /// Whether an event is to be stopped.
    fn contains(&self, event: &Event) -> bool {
        let is_of_field = takes_text(&event.composed_path().get(0));
        match event.type_().as_str() {
            "keydown" => self.contains_press(event.unchecked_ref(), is_of_field),
            "keyup" => self.take_stopped(&code(event)) || is_of_field,
            "pointerdown" => {
                self.press.end();
                if let Some(window) = own_window::of(&self.root).filter(|_| is_of_field) {
                    self.press.begin(&window, &self.root);
                }
                is_of_field
            }
            _ => is_of_field,
        }
    }

    fn contains_press(&self, event: &KeyboardEvent, is_of_field: bool) -> bool {
        prevent_repeated_click(event);
        let is_contained = is_ours(event, is_of_field);
        if is_contained {
            self.stopped.borrow_mut().push(code(event));
        }
        is_contained
    }

    /// Whether the press of a key was stopped. The key is released now.
    fn take_stopped(&self, code: &str) -> bool {
        let mut stopped = self.stopped.borrow_mut();
        let count = stopped.len();
        stopped.retain(|own| own != code);
        stopped.len() < count
    }
}

/// Whether a press is none of the host's: it was handled, closes a dialog of the widget, or is typed into a field. From
/// fields only Tab and Escape are passed on, by which a host moves the focus and closes what the widget is in.
fn is_ours(event: &KeyboardEvent, is_of_field: bool) -> bool {
    if event.default_prevented() || is_composing(event) {
        return true;
    }
    match key(event).as_deref() {
        Some("Escape") => is_in_dialog(&event.composed_path().get(0)),
        Some("Tab") => false,
        _ => is_of_field,
    }
}

/// Whether a node is in a dialog of the widget.
pub(crate) fn is_in_dialog(node: &JsValue) -> bool {
    // A document and a window have no `closest`, and are in no dialog.
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
