//! The element: the only `#[wasm_bindgen]` exports, and the only hand-written JavaScript.

mod args;
mod attributes;
mod drawn;
mod events;
mod handle;
mod methods;
mod panic;
mod properties;
mod stage;

/// Called once, when the module has been loaded.
pub(crate) fn begin() {
    panic::install();
}
