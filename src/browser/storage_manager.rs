//! `StorageManager`: asking the browser not to delete the stored data.

use wasm_bindgen_futures::{JsFuture, spawn_local};

/// Requests that the data is kept even when the disk is nearly full. Some browsers ask the user, some decide by
/// themselves. The answer is ignored, since the data is stored in the same way either way.
pub(crate) fn request_persistence() {
    let Some(window) = web_sys::window() else { return };
    // The interface exists only in a secure context.
    if !window.is_secure_context() {
        return;
    }
    if let Ok(asked) = window.navigator().storage().persist() {
        spawn_local(async move {
            let _ = JsFuture::from(asked).await;
        });
    }
}
