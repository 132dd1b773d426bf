//! Key events: the key that was pressed, and the presses in a page with `hotkeys="page"`.

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement, KeyboardEvent, Node, Window};

use crate::browser::focus;
use crate::browser::reflect::{call, get};

/// The value of `keyCode` while an input method handles the press. Safari has no other sign of the last press.
const HANDLED_BY_INPUT_METHOD: f64 = 229.0;

/// The key of a key event, such as `m` or `Enter`. `None` if an input method handles the press, and for an event without a
/// usable key, as extensions, form fillers and on-screen keyboards dispatch them.
pub(crate) fn key(event: &KeyboardEvent) -> Option<String> {
    // The binding of web-sys throws if the event has no key.
    let key = get(event, "key").as_string()?;
    let is_usable = !matches!(key.as_str(), "" | "Unidentified" | "Process" | "Dead");
    (is_usable && !is_composing(event)).then_some(key)
}

/// Like [`key`], but on a keyboard layout of another script than Latin a letter is named by its place on the keyboard, as
/// long as no modifier is pressed: `M` for the `ь` of a Russian layout.
pub(crate) fn latin_key(event: &KeyboardEvent) -> Option<String> {
    let key = key(event)?;
    let is_latin = |letter: char| letter <= '\u{36f}' || matches!(letter, '\u{1e00}'..='\u{1eff}');
    if key.chars().any(is_latin) || event.shift_key() || has_modifier(event) {
        return Some(key);
    }
    let code = get(event, "code").as_string().unwrap_or_default();
    let letter = code.strip_prefix("Key").filter(|letter| letter.len() == 1);
    Some(letter.map_or(key, str::to_owned))
}

/// Whether an input method composes characters and handles the press.
pub(crate) fn is_composing(event: &KeyboardEvent) -> bool {
    event.is_composing() || get(event, "keyCode").as_f64() == Some(HANDLED_BY_INPUT_METHOD)
}

/// Whether a modifier other than Shift is pressed.
fn has_modifier(event: &KeyboardEvent) -> bool {
    let state = call(event, "getModifierState", &[&"AltGraph".into()]);
    let alt_graph = state.is_ok_and(|state| state.is_truthy());
    alt_graph || event.alt_key() || event.ctrl_key() || event.meta_key()
}

/// Whether a node is a form field or editable, so that it takes keys itself.
pub(crate) fn takes_text(node: &JsValue) -> bool {
    let Some(name) = get(node, "tagName").as_string() else { return false };
    // A node of another window is of another class, so it can not be cast.
    let element: &HtmlElement = node.unchecked_ref();
    matches!(name.as_str(), "INPUT" | "TEXTAREA" | "SELECT")
        || element.is_content_editable()
        || get(element, "editContext").is_truthy()
}

/// A subscription to key presses, which ends when this is dropped.
#[must_use = "dropping it ends the subscription"]
pub(crate) struct PageKeys {
    _listener: EventListener,
}

impl PageKeys {
    /// Calls `pressed` with each key press in a window that belongs to no element of the page: neither the press nor the
    /// focus is at one. `root` is the widget, which handles the presses inside of it by itself.
    pub(crate) fn listen(
        window: &Window,
        root: &Element,
        pressed: impl Fn(&KeyboardEvent) + 'static,
    ) -> Self {
        let options = EventListenerOptions::enable_prevent_default();
        let (view, root) = (window.clone(), root.clone());
        let listener = EventListener::new_with_options(window, "keydown", options, move |event| {
            let at = event.composed_path().get(0);
            let focused = focus::focused(&root);
            let free = is_whole_page(&at, &view)
                && focused.as_ref().is_none_or(|focused| is_free(focused, &view, &root));
            if free {
                pressed(event.unchecked_ref());
            }
        });
        Self { _listener: listener }
    }
}

/// Whether an element with the focus leaves the keys to the widget: the page as a whole, or a control of the widget.
fn is_free(focused: &Element, view: &Window, root: &Element) -> bool {
    let node: &Node = focused;
    (is_whole_page(focused, view) || root.contains(Some(node))) && !takes_text(focused)
}

/// Whether this is the window, its document, or the element of the whole document.
fn is_whole_page(node: &JsValue, view: &Window) -> bool {
    let document = get(view, "document");
    let (root, body) = (get(&document, "documentElement"), get(&document, "body"));
    [view.into(), document, root, body].contains(node)
}

#[cfg(test)]
mod tests;
