//! sessionStorage: what this tab alone remembers over a reload. It may be forbidden; then the tab forgets.

use web_sys::Storage;

/// The getter throws where a browser blocks storage.
fn storage() -> Option<Storage> {
    web_sys::window()?.session_storage().ok()?
}

/// What is remembered under a key.
pub(crate) fn recall(key: &str) -> Option<String> {
    storage()?.get_item(key).ok()?
}

/// Remembers a text, or nothing any more.
pub(crate) fn remember(key: &str, text: Option<&str>) {
    if let Some(storage) = storage() {
        // Where there is no room, a reload forgets.
        let _ = match text {
            Some(text) => storage.set_item(key, text),
            None => storage.remove_item(key),
        };
    }
}
