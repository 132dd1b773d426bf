//! A draft in the reader's own mail program: a `mailto:` link that the page clicks itself. Call it from within a gesture.

use js_sys::encode_uri_component;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::HtmlAnchorElement;

/// The longest link that every mail program takes whole: Windows hands over some 2,000 characters, and cuts the rest.
const MOST: usize = 1_800;

/// The link to a draft, after RFC 6068; none, if it would be too long.
pub(crate) fn link(subject: &str, body: &str) -> Option<String> {
    let part = |text: &str| String::from(encode_uri_component(text));
    let body = part(&body.replace('\n', "\r\n"));
    let link = ["mailto:?subject=", &part(subject), "&body=", &body].concat();
    (link.len() <= MOST).then_some(link)
}

/// Opens a draft.
pub(crate) fn open(link: &str) -> Result<(), JsValue> {
    let document = web_sys::window().and_then(|window| window.document());
    let document = document.ok_or(JsValue::UNDEFINED)?;
    let anchor: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    anchor.set_href(link);
    anchor.click();
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_bindgen_test::wasm_bindgen_test;

    #[wasm_bindgen_test]
    fn a_draft_holds_subject_and_text_and_no_field_of_anybody_elses() {
        let written = link("What I heard & more", "“a”?\n&cc=x@y").unwrap();
        assert_eq!(
            written,
            "mailto:?subject=What%20I%20heard%20%26%20more&body=%E2%80%9Ca%E2%80%9D%3F%0D%0A%26cc%3Dx%40y"
        );
    }

    #[wasm_bindgen_test]
    fn a_draft_that_would_be_cut_is_none() {
        let room = MOST - link("", "").unwrap().len();
        assert!(link("", &"a".repeat(room)).is_some());
        assert!(link("", &"a".repeat(room + 1)).is_none());
    }
}
