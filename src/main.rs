//! `<heard-widget>`: the widget as a custom element, for pages that know nothing of Rust.

#[allow(unreachable_pub, reason = "wasm-bindgen exports only what is public")]
mod embed;

fn main() {
    embed::begin();
}
