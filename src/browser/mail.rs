//! Mail: a `mailto:` link that is clicked by script and opens a draft in the mail program. Browsers allow that only during a
//! user gesture.

use js_sys::encode_uri_component;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::HtmlAnchorElement;

/// The maximum length of a link in characters: Windows passes on about 2,000 and cuts off the rest.
const MAX_LENGTH: usize = 1_800;

/// The link that opens a draft, as RFC 6068 defines it. `None` if it would be too long.
pub(crate) fn link(subject: &str, body: &str) -> Option<String> {
    let part = |text: &str| String::from(encode_uri_component(text));
    let body = part(&body.replace('\n', "\r\n"));
    let link = ["mailto:?subject=", &part(subject), "&body=", &body].concat();
    (link.len() <= MAX_LENGTH).then_some(link)
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
    fn a_link_has_subject_and_body_and_the_text_can_not_add_other_fields() {
        let written = link("What I heard & more", "“a”?\n&cc=x@y").unwrap();
        assert_eq!(
            written,
            "mailto:?subject=What%20I%20heard%20%26%20more&body=%E2%80%9Ca%E2%80%9D%3F%0D%0A%26cc%3Dx%40y"
        );
    }

    #[wasm_bindgen_test]
    fn a_link_that_is_too_long_is_none() {
        let room = MAX_LENGTH - link("", "").unwrap().len();
        assert!(link("", &"a".repeat(room)).is_some());
        assert!(link("", &"a".repeat(room + 1)).is_none());
    }
}
