//! Printing: an empty frame is filled with elements and printed by itself, so that the page is not changed.
//!
//! The frame has no URL and its style sheet is adopted, so a content security policy of `default-src 'none'` does not
//! prevent it. Browsers allow printing only during a user gesture.

use std::cell::Cell;
use std::rc::Rc;

use heard_core::report::recap::{Node, STYLE};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element};

use crate::browser::reflect::{call, get, list, new};

/// Prints these nodes from a frame in the tree of `near`. Returns whether the browser began to print.
pub(crate) fn print(near: &web_sys::Node, title: &str, nodes: &[Node]) -> bool {
    let Some(frame) = frame(near) else { return false };
    let begun = filled(&frame, title, nodes).unwrap_or(false);
    if !begun {
        frame.remove();
    }
    begun
}

/// An invisible frame in the same tree, which can not be focused.
fn frame(near: &web_sys::Node) -> Option<Element> {
    let document = near.owner_document()?;
    let frame = document.create_element("iframe").ok()?;
    for (name, value) in [("class", "visually-hidden"), ("aria-hidden", "true"), ("tabindex", "-1")]
    {
        frame.set_attribute(name, value).ok()?;
    }
    let root = near.get_root_node();
    // A document has one element only, so the frame goes into its body; a shadow root may have several.
    let is_document = root.is_instance_of::<Document>();
    let body = is_document.then(|| document.body()).flatten();
    body.map_or(root, web_sys::Node::from).append_child(&frame).ok()?;
    Some(frame)
}

fn filled(frame: &Element, title: &str, nodes: &[Node]) -> Result<bool, JsValue> {
    let window = get(frame, "contentWindow");
    // The document is of another realm, so a checked cast would fail.
    let document: Document = get(&window, "document").unchecked_into();
    // This makes an empty document with a body. Without it Firefox replaces the document a moment later.
    call(&document, "open", &[])?;
    call(&document, "close", &[])?;
    let sheet = new(&window, "CSSStyleSheet", &[])?;
    call(&sheet, "replaceSync", &[&STYLE.into()])?;
    js_sys::Reflect::set(&document, &"adoptedStyleSheets".into(), &list(&[&sheet]))?;
    document.set_title(title);
    let body = document.body().ok_or(JsValue::UNDEFINED)?;
    put(&body, &document, nodes)?;
    let begun = Rc::new(Cell::new(false));
    on(
        &window,
        "beforeprint",
        &Closure::once_into_js({
            let begun = Rc::clone(&begun);
            move || begun.set(true)
        }),
    )?;
    on(
        &window,
        "afterprint",
        &Closure::once_into_js({
            let frame = frame.clone();
            move || frame.remove()
        }),
    )?;
    call(&window, "print", &[])?;
    Ok(begun.get())
}

fn on(window: &JsValue, event: &str, then: &JsValue) -> Result<(), JsValue> {
    call(window, "addEventListener", &[&event.into(), then]).map(|_| ())
}

fn put(to: &Element, document: &Document, nodes: &[Node]) -> Result<(), JsValue> {
    for node in nodes {
        match node {
            Node::Text(text) => to.append_with_str_1(text)?,
            Node::Element { tag, class, is_auto, children } => {
                let element = document.create_element(tag)?;
                if let Some(class) = class {
                    element.set_attribute("class", class)?;
                }
                if *is_auto {
                    element.set_attribute("dir", "auto")?;
                }
                put(&element, document, children)?;
                to.append_child(&element)?;
            }
        }
    }
    Ok(())
}
