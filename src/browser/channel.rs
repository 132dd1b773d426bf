//! `BroadcastChannel`: messages to other tabs, which arrive even where localStorage is blocked or full.

use gloo_events::EventListener;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{BroadcastChannel, MessageEvent};

/// An open channel, which is closed when this is dropped.
#[must_use = "dropping it closes the channel"]
pub(crate) struct Channel {
    channel: BroadcastChannel,
    _listener: EventListener,
}

impl Channel {
    /// Opens the channel of this name, and calls `on_message` with each text that another tab sends. `None` where the
    /// browser has no such channels.
    pub(crate) fn open(name: &str, on_message: impl Fn(String) + 'static) -> Option<Self> {
        let channel = BroadcastChannel::new(name).ok()?;
        let listener = EventListener::new(&channel, "message", move |event| {
            let message =
                event.dyn_ref::<MessageEvent>().and_then(|event| event.data().as_string());
            if let Some(message) = message {
                on_message(message);
            }
        });
        Some(Self { channel, _listener: listener })
    }

    /// Sends a text to all other tabs.
    pub(crate) fn send(&self, text: &str) {
        // If it fails, the other tabs still receive storage events.
        let _ = self.channel.post_message(&JsValue::from(text));
    }
}

impl Drop for Channel {
    fn drop(&mut self) {
        self.channel.close();
    }
}

#[cfg(test)]
mod tests;
