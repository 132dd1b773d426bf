//! The vibration of a phone.

use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// Vibrates once for `ms` milliseconds. Does nothing in browsers without vibration.
pub(crate) fn buzz(ms: u32) {
    let Some(navigator) = web_sys::window().map(|window| window.navigator()) else { return };
    let vibrate = Reflect::get(&navigator, &"vibrate".into()).ok();
    if let Some(vibrate) = vibrate.and_then(|found| found.dyn_into::<Function>().ok()) {
        // A browser may refuse without a user gesture, and that needs no handling.
        let _ = vibrate.call1(&navigator, &JsValue::from(ms));
    }
}
