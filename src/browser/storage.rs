//! `localStorage`, which may be missing, blocked or full.

use gloo_storage::{LocalStorage, Storage as _};
use web_sys::Storage;

/// The key of the trial write. It has no storage key in it, so it belongs to no notebook.
const PROBE_KEY: &str = "heard:probe";

/// The `localStorage` of the page's origin. `None` where the browser blocks it or it can not hold anything; one that is
/// full is returned, because it can still be read.
///
/// The raw interface is returned, because event lines are stored byte for byte: the typed `set` of gloo-storage would
/// write each string as a quoted JSON value.
pub(crate) fn probe() -> Option<Storage> {
    // gloo-storage panics where the browser's getter throws, as in a sandboxed frame, and a panic would end every widget
    // of the page. So the getter is tried here first.
    web_sys::window()?.local_storage().ok()??;
    let storage = LocalStorage::raw();
    let writes =
        storage.set_item(PROBE_KEY, "1").and_then(|()| storage.remove_item(PROBE_KEY)).is_ok();
    // A storage that accepts nothing and holds nothing is unusable; one that holds something is full.
    (writes || storage.length().ok()? > 0).then_some(storage)
}

/// The entries whose key begins with `prefix`, as pairs of the rest of the key and the value.
pub(crate) fn entries(storage: &Storage, prefix: &str) -> Vec<(String, String)> {
    let count = storage.length().unwrap_or(0);
    let keys = (0..count).filter_map(|index| storage.key(index).ok().flatten());
    keys.filter_map(|key| {
        let rest = key.strip_prefix(prefix)?.to_owned();
        Some((rest, storage.get_item(&key).ok().flatten()?))
    })
    .collect()
}
