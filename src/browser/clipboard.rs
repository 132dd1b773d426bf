//! The clipboard. Browsers allow writing to it only during a user gesture.

use js_sys::global;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;

use crate::browser::download::blob;
use crate::browser::reflect::{call, get, is_done, list, navigator, new, object};

/// What was copied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Copied {
    /// HTML and plain text.
    Rich,
    /// Plain text only.
    Plain,
    /// Nothing, because the page or the browser does not allow it.
    Not,
}

/// Copies a text as HTML and as plain text, or as plain text alone where the browser takes no HTML. The request is made
/// before this returns, while the user gesture lasts. `then` is called with the result.
pub(crate) fn copy(html: &str, plain: String, then: Box<dyn FnOnce(Copied)>) {
    let rich = rich(html, &plain);
    spawn_local(async move {
        let copied = if is_done(rich).await {
            Copied::Rich
        } else if is_done(call(&clipboard(), "writeText", &[&plain.into()])).await {
            Copied::Plain
        } else {
            Copied::Not
        };
        then(copied);
    });
}

fn clipboard() -> JsValue {
    get(&navigator(), "clipboard")
}

fn rich(html: &str, plain: &str) -> Result<JsValue, JsValue> {
    let (html, plain) = (blob(&html.into(), "text/html")?, blob(&plain.into(), "text/plain")?);
    let forms = object(&[("text/html", &html), ("text/plain", &plain)]);
    let item = new(&global(), "ClipboardItem", &[&forms])?;
    call(&clipboard(), "write", &[&list(&[&item])])
}
