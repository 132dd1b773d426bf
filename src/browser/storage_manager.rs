//! The browser's keeper of storage, who may be asked not to throw ours away.

use wasm_bindgen_futures::{JsFuture, spawn_local};

/// Asks that what is kept stays, even when the disk runs low. Some browsers ask their user, some decide by themselves,
/// some do not know the question: what comes of it changes nothing here.
pub(crate) fn ask_to_persist() {
    let Some(window) = web_sys::window() else { return };
    // Outside a secure context there is no such keeper.
    if !window.is_secure_context() {
        return;
    }
    if let Ok(asked) = window.navigator().storage().persist() {
        spawn_local(async move {
            let _ = JsFuture::from(asked).await;
        });
    }
}
