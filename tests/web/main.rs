//! What the component and the live notebook promise, as claims, in a real browser: a module for each subject.

#![cfg(target_arch = "wasm32")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    missing_docs,
    reason = "a test that can not go on has failed; claims speak for themselves"
)]

mod draft;
mod handed;
mod host;
mod live;
mod page;
mod picture;
mod props;
mod recap;
mod trends;
mod widget;
mod widget_scene;

use wasm_bindgen_test::wasm_bindgen_test_configure;

wasm_bindgen_test_configure!(run_in_browser);
