//! The focused element.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::Element;

use crate::browser::reflect::get;

/// The focused element, inside of the widget's shadow root too. `None` if no element of the page has the focus.
pub(crate) fn focused(root: &Element) -> Option<Element> {
    let tree = get(&root.get_root_node(), "activeElement");
    let document = JsValue::from(root.owner_document());
    let active = if tree.is_object() { tree } else { get(&document, "activeElement") };
    active.is_object().then(|| active.unchecked_into())
}
