//! `<heard-widget>`: the widget as a custom element, for pages that are not written in Rust.

#[allow(unreachable_pub, reason = "wasm-bindgen exports only what is public")]
mod embed;

/// An allocator that is smaller than the standard library's and as fast for this widget.
#[cfg(target_family = "wasm")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

fn main() {
    embed::begin();
}
