//! Tests of the widget, the store and the Yew component in a real browser, one module for each subject.

#![cfg(target_arch = "wasm32")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    missing_docs,
    reason = "a test that panics has failed; test names document themselves"
)]

mod client_view;
mod draft;
mod meeting_chart;
mod options;
mod page;
mod recap;
mod store;
mod trends;
mod widget;
mod widget_scene;
mod yew_component;

use wasm_bindgen_test::wasm_bindgen_test_configure;

wasm_bindgen_test_configure!(run_in_browser);
