//! Keeps the hidden controls of the quiet screen from being pressed.
//!
//! The `inert` attribute takes hidden controls from pointers, keys and the accessibility tree. Two ways are left, which
//! this closes: a click made by a script, and the click of the very touch that shows the controls again.

use std::cell::Cell;
use std::rc::Rc;

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, EventTarget, Node, ShadowRoot, UiEvent};

use crate::ui::screens::live::QUIET;

/// The control that works while the screen is quiet.
const FLOOR_BUTTON: &str = ".floor";
/// The events that press a control or submit a form.
const PRESSES: [&str; 4] = ["mousedown", "click", "auxclick", "submit"];

/// Listeners that swallow presses of hidden controls until they are dropped.
#[must_use = "dropping it removes the listeners"]
pub(crate) struct QuietGuard {
    _listeners: Vec<EventListener>,
}

impl QuietGuard {
    /// Guards the controls below `widget`, the root element of a widget.
    ///
    /// Yew handles events in the capture phase at the element that it renders into, so the listeners are at the shadow root
    /// and at its host, which come first. Events that do not cross shadow roots reach only the former.
    pub(crate) fn of(widget: &Element) -> Self {
        let root = widget.get_root_node();
        let host = root.dyn_ref::<ShadowRoot>().map(ShadowRoot::host);
        let targets = host.iter().map(AsRef::as_ref).chain([root.as_ref()]);
        let is_waking = Rc::new(Cell::new(false));
        let listeners = targets.flat_map(|target: &EventTarget| {
            let down = listen(target, "pointerdown", {
                let (widget, is_waking) = (widget.clone(), Rc::clone(&is_waking));
                move |event| is_waking.set(is_hidden(&widget, event))
            });
            let presses = PRESSES.map(|name| {
                let (widget, is_waking) = (widget.clone(), Rc::clone(&is_waking));
                listen(target, name, move |event| {
                    let ends_waking = is_waking.get() && is_of_pointer(event);
                    if is_within(&widget, event) && (ends_waking || is_hidden(&widget, event)) {
                        event.prevent_default();
                        event.stop_immediate_propagation();
                    }
                })
            });
            presses.into_iter().chain([down])
        });
        Self { _listeners: listeners.collect() }
    }
}

/// Whether the focus is on a control that has just been hidden. Unless it is moved, the browser takes it away.
pub(crate) fn has_hidden_focus(widget: &Element) -> bool {
    let root = widget.get_root_node();
    let focused = root.dyn_ref::<ShadowRoot>().and_then(ShadowRoot::active_element);
    focused.is_some_and(|element| element.closest("[inert]").is_ok_and(|hidden| hidden.is_some()))
}

fn listen(
    target: &EventTarget,
    name: &'static str,
    handle: impl Fn(&Event) + 'static,
) -> EventListener {
    let mut options = EventListenerOptions::run_in_capture_phase();
    options.passive = false;
    EventListener::new_with_options(target, name, options, handle)
}

/// The innermost element that an event concerns; `None` for other targets.
fn target_of(event: &Event) -> Option<Element> {
    event.composed_path().get(0).dyn_into().ok()
}

fn is_within(widget: &Element, event: &Event) -> bool {
    target_of(event).is_some_and(|target| widget.contains(Some(target.unchecked_ref::<Node>())))
}

/// Whether the screen is quiet and an event concerns a part of it that is hidden then.
fn is_hidden(widget: &Element, event: &Event) -> bool {
    let is_quiet = widget.query_selector(QUIET).is_ok_and(|live| live.is_some());
    let of_floor_button =
        |target: Element| target.closest(FLOOR_BUTTON).is_ok_and(|button| button.is_some());
    is_quiet && is_within(widget, event) && !target_of(event).is_some_and(of_floor_button)
}

/// Whether a pointer caused an event: keys and scripts count no clicks.
fn is_of_pointer(event: &Event) -> bool {
    event.dyn_ref::<UiEvent>().is_some_and(|event| event.detail() > 0)
}
