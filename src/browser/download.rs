//! Files: a Blob, and a link that the page clicks itself. Call it from within a gesture.

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// A text as a Blob of a type.
pub(crate) fn blob(text: &str, mime: &str) -> Result<Blob, JsValue> {
    let bag = BlobPropertyBag::new();
    bag.set_type(mime);
    Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &bag)
}

/// Offers a text as a file of a name.
pub(crate) fn save(name: &str, text: &str, mime: &str) -> Result<(), JsValue> {
    let url = Url::create_object_url_with_blob(&blob(text, mime)?)?;
    let document = web_sys::window().and_then(|window| window.document());
    if let Some(document) = document {
        let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
        link.set_href(&url);
        link.set_download(name);
        link.click();
    }
    Url::revoke_object_url(&url)
}
