//! Reading a file that the user has chosen.

use heard_core::transfer::import::MAX_BYTES;
use wasm_bindgen_futures::JsFuture;
use web_sys::File;

/// Whether a file exceeds the maximum size of an import.
#[allow(clippy::cast_precision_loss, reason = "64 MiB are represented exactly")]
pub(crate) fn is_too_large(file: &File) -> bool {
    file.size() > MAX_BYTES as f64
}

/// The content of a file as text; `None` if the file can not be read any more.
pub(crate) async fn text(file: &File) -> Option<String> {
    JsFuture::from(file.text()).await.ok()?.as_string()
}
