//! Files that the user chooses: read whole, or not at all.

use heard_core::transfer::import::MAX_BYTES;
use wasm_bindgen_futures::JsFuture;
use web_sys::File;

/// Whether a file is larger than any that is read.
#[allow(clippy::cast_precision_loss, reason = "64 MiB are a whole number in any notation")]
pub(crate) fn is_too_large(file: &File) -> bool {
    file.size() > MAX_BYTES as f64
}

/// The text of a file; nothing, if it can not be read any more.
pub(crate) async fn text(file: &File) -> Option<String> {
    JsFuture::from(file.text()).await.ok()?.as_string()
}
