//! `sessionStorage`: values that survive a reload of this tab and are not visible to other tabs.

use gloo_storage::{SessionStorage, Storage as _};
use web_sys::Storage;

/// The tab's `sessionStorage`; `None` where the browser blocks it.
fn storage() -> Option<Storage> {
    // gloo-storage panics where the browser's getter throws, so the getter is tried here first.
    web_sys::window()?.session_storage().ok()??;
    Some(SessionStorage::raw())
}

/// The text stored under a key; `None` if there is none or `sessionStorage` is blocked.
pub(crate) fn read(key: &str) -> Option<String> {
    storage()?.get_item(key).ok()?
}

/// Stores a text under a key as it is, or removes the key. Without storage or space nothing happens, and the text is lost
/// with a reload.
pub(crate) fn write(key: &str, text: Option<&str>) {
    if let Some(storage) = storage() {
        // A full storage only means that a reload does not restore the text.
        let _ = match text {
            Some(text) => storage.set_item(key, text),
            None => storage.remove_item(key),
        };
    }
}
