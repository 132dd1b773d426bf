//! Downloads: a `Blob`, and a link to it that is clicked by script. Browsers allow that only during a user gesture.

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// A text or a typed array as a `Blob` of a MIME type.
///
/// # Errors
///
/// The exception of the browser.
pub(crate) fn blob(content: &JsValue, mime: &str) -> Result<Blob, JsValue> {
    let bag = BlobPropertyBag::new();
    bag.set_type(mime);
    Blob::new_with_str_sequence_and_options(&Array::of1(content), &bag)
}

/// Downloads a text or a typed array as a file of this name and MIME type.
///
/// # Errors
///
/// The exception of the browser.
pub(crate) fn save(name: &str, content: &JsValue, mime: &str) -> Result<(), JsValue> {
    let url = Url::create_object_url_with_blob(&blob(content, mime)?)?;
    let document = web_sys::window().and_then(|window| window.document());
    if let Some(document) = document {
        let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
        link.set_href(&url);
        link.set_download(name);
        link.click();
    }
    Url::revoke_object_url(&url)
}
