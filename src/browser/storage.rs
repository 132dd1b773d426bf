//! localStorage, which may be missing, forbidden or full: every way of asking can throw, so each is asked with care.

use web_sys::Storage;

/// A key that belongs to no notebook.
const TRIAL: &str = "heard:probe";

/// The origin's localStorage, if it can be read and written at all; one that is full can still be read.
///
/// The getter itself throws in sandboxed frames and where a browser blocks storage.
pub(crate) fn probe() -> Option<Storage> {
    let storage = web_sys::window()?.local_storage().ok()??;
    let writes = storage.set_item(TRIAL, "1").and_then(|()| storage.remove_item(TRIAL)).is_ok();
    // What takes nothing and holds nothing is no storage; what takes nothing more is full.
    (writes || storage.length().ok()? > 0).then_some(storage)
}

/// Every key that begins with `prefix`, with the prefix cut off, and its value.
pub(crate) fn entries(storage: &Storage, prefix: &str) -> Vec<(String, String)> {
    let count = storage.length().unwrap_or(0);
    let keys = (0..count).filter_map(|index| storage.key(index).ok().flatten());
    keys.filter_map(|key| {
        let rest = key.strip_prefix(prefix)?.to_owned();
        Some((rest, storage.get_item(&key).ok().flatten()?))
    })
    .collect()
}
