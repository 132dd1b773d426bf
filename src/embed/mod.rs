//! The custom element `<heard-widget>`. Only this module exports functions by `#[wasm_bindgen]` and contains JavaScript.

mod args;
mod attributes;
mod drawn;
mod events;
mod handle;
mod methods;
mod panic;
mod properties;
mod stage;

/// Called once, after the module has been loaded.
pub(crate) fn begin() {
    panic::install();
}
