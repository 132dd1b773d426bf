//! The number on the icon of an installed app.

use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;

use crate::browser::reflect::{call, is_done, navigator};

/// Shows a number on the app's icon, or removes the badge if it is 0. Does nothing where the browser has no badges.
pub(crate) fn show(count: usize) {
    let navigator = navigator();
    let requested = match u32::try_from(count) {
        Ok(0) | Err(_) => call(&navigator, "clearAppBadge", &[]),
        Ok(count) => call(&navigator, "setAppBadge", &[&JsValue::from(count)]),
    };
    // The badge is a convenience: a refusal needs no handling.
    spawn_local(async move {
        let _ = is_done(requested).await;
    });
}
