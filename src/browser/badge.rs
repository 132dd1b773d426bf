//! The number on the icon of an installed app.

use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;

use crate::browser::reflect::{call, is_done, navigator};

/// Shows a number on the app's icon, or none at nought. Where there is no icon to show it on, nothing happens.
pub(crate) fn show(count: usize) {
    let navigator = navigator();
    let begun = match u32::try_from(count) {
        Ok(0) | Err(_) => call(&navigator, "clearAppBadge", &[]),
        Ok(count) => call(&navigator, "setAppBadge", &[&JsValue::from(count)]),
    };
    // A browser that refuses says so to nobody.
    spawn_local(async move {
        let _ = is_done(begun).await;
    });
}
