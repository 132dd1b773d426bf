//! The focus: where it is, and moving it without taking it away from the host page.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Node};

use crate::browser::reflect::{call, get, object};

/// Where the focus is, as seen from a widget.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FocusPlace {
    /// At an element of the widget.
    Inside,
    /// At no element of the page.
    Nowhere,
    /// At another element of the page.
    Elsewhere,
}

/// The focused element, inside of the widget's shadow root too. `None` if no element of the page has the focus.
pub(crate) fn focused(root: &Element) -> Option<Element> {
    let tree = get(&root.get_root_node(), "activeElement");
    let document = JsValue::from(root.owner_document());
    let active = if tree.is_object() { tree } else { get(&document, "activeElement") };
    active.is_object().then(|| active.unchecked_into())
}

/// Where the focus is, as seen from the widget with this root.
pub(crate) fn place(root: &Element) -> FocusPlace {
    let Some(focused) = focused(root) else { return FocusPlace::Nowhere };
    let node: &Node = &focused;
    let is_page = matches!(focused.tag_name().as_str(), "BODY" | "HTML");
    match root.contains(Some(node)) {
        true => FocusPlace::Inside,
        false if is_page => FocusPlace::Nowhere,
        false => FocusPlace::Elsewhere,
    }
}

/// Focuses an element of a widget without scrolling, unless the focus is elsewhere in the page. Returns whether it did.
pub(crate) fn take(element: &Element) -> bool {
    // `closest` throws only for a selector that does not parse.
    let root = element.closest(".heard").ok().flatten();
    if root.is_some_and(|root| place(&root) == FocusPlace::Elsewhere) {
        return false;
    }
    let options = object(&[("preventScroll", &JsValue::TRUE)]);
    call(element, "focus", &[&options]).is_ok()
}

/// Like [`take`], after an action of the user in the widget: the element is scrolled into view too.
pub(crate) fn take_and_show(element: &Element) {
    if take(element) {
        let options = object(&[("block", &"nearest".into())]);
        // Without the method the element stays where it is.
        let _ = call(element, "scrollIntoView", &[&options]);
    }
}
