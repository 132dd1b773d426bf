//! Emulation of viewports and user preferences, and screenshots.

use std::path::Path;

use serde_json::{Value, json};

use super::page::Page;

impl Page {
    /// Sets the viewport in CSS pixels, also to sizes smaller than any window.
    pub(crate) async fn resize(&self, width: u32, height: u32) {
        self.resize_at(width, height, 1.0).await;
    }

    /// Like `resize`, with `scale` device pixels per CSS pixel.
    pub(crate) async fn resize_at(&self, width: u32, height: u32, scale: f64) {
        let metrics = json!({
            "width": width,
            "height": height,
            "deviceScaleFactor": scale,
            "mobile": false,
        });
        self.cdp("Emulation.setDeviceMetricsOverride", metrics).await;
    }

    /// Emulates the user's preference for a dark or a light colour scheme.
    pub(crate) async fn emulate_dark(&self, on: bool) {
        self.emulate("prefers-color-scheme", if on { "dark" } else { "light" }).await;
    }

    /// Emulates the user's preference for reduced motion.
    pub(crate) async fn emulate_reduced_motion(&self, on: bool) {
        self.emulate("prefers-reduced-motion", if on { "reduce" } else { "no-preference" }).await;
    }

    /// Emulates forced colours, as in a high-contrast theme.
    pub(crate) async fn emulate_forced_colors(&self, on: bool) {
        self.emulate("forced-colors", if on { "active" } else { "none" }).await;
    }

    /// Sets one media feature and keeps those set before.
    pub(crate) async fn emulate(&self, feature: &'static str, value: &str) {
        let features: Vec<Value> = {
            let mut media = self.tab.media.lock().unwrap();
            media.insert(feature, value.into());
            media.iter().map(|(name, value)| json!({ "name": name, "value": value })).collect()
        };
        self.cdp("Emulation.setEmulatedMedia", json!({ "features": features })).await;
    }

    /// Writes a PNG file of the viewport, and creates its folder if necessary.
    pub(crate) async fn screenshot(&self, path: &Path) {
        let picture =
            self.client().await.screenshot().await.expect("the browser takes a screenshot");
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder).expect("the folder can be created");
        }
        std::fs::write(path, picture)
            .unwrap_or_else(|error| panic!("{} was not written: {error}", path.display()));
    }
}
