//! Unicode normalization of strings, by the browser's own tables.

use js_sys::JsString;

/// A text in normalization form C, in which a letter with an accent is one character where there is one for it.
pub(crate) fn nfc(text: &str) -> String {
    if text.is_ascii() {
        return text.to_owned();
    }
    JsString::from(text).normalize("NFC").into()
}
