//! How the page looks: its size, what the user's settings ask of it, and pictures of it.

use std::path::Path;

use serde_json::{Value, json};

use super::page::Page;

impl Page {
    /// Sets the viewport to exactly this many CSS pixels, narrower than any window could be.
    pub(crate) async fn resize(&self, width: u32, height: u32) {
        self.resize_at(width, height, 1.0).await;
    }

    /// Like `resize`, with so many device pixels to the CSS pixel.
    pub(crate) async fn resize_at(&self, width: u32, height: u32, scale: f64) {
        let metrics = json!({
            "width": width,
            "height": height,
            "deviceScaleFactor": scale,
            "mobile": false,
        });
        self.cdp("Emulation.setDeviceMetricsOverride", metrics).await;
    }

    /// As if the user liked it dark, or did not.
    pub(crate) async fn emulate_dark(&self, on: bool) {
        self.emulate("prefers-color-scheme", if on { "dark" } else { "light" }).await;
    }

    /// As if the user asked for less motion, or did not.
    pub(crate) async fn emulate_reduced_motion(&self, on: bool) {
        self.emulate("prefers-reduced-motion", if on { "reduce" } else { "no-preference" }).await;
    }

    /// As if the user's system dictated the colours, or did not.
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

    /// Writes what is on the screen to a PNG file, making its folder if need be.
    pub(crate) async fn screenshot(&self, path: &Path) {
        let picture = self.client().await.screenshot().await.expect("the browser takes a picture");
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder).expect("the picture's folder can be made");
        }
        std::fs::write(path, picture)
            .unwrap_or_else(|error| panic!("{} was not written: {error}", path.display()));
    }
}
