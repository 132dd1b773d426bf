//! A phone's buzz, where there is one.

use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// Buzzes once for `ms` milliseconds. Browsers without vibration do nothing.
pub(crate) fn buzz(ms: u32) {
    let Some(navigator) = web_sys::window().map(|window| window.navigator()) else { return };
    let vibrate = Reflect::get(&navigator, &"vibrate".into()).ok();
    if let Some(vibrate) = vibrate.and_then(|found| found.dyn_into::<Function>().ok()) {
        // A refusal only means that the browser would rather not.
        let _ = vibrate.call1(&navigator, &JsValue::from(ms));
    }
}
