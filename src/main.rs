//! `<heard-widget>`: the widget as a custom element, for pages that know nothing of Rust.

#[allow(unreachable_pub, reason = "wasm-bindgen exports only what is public")]
mod embed;

/// Smaller than the standard library's, and as quick for what a widget asks of it.
#[cfg(target_family = "wasm")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

fn main() {
    embed::begin();
}
