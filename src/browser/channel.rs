//! `BroadcastChannel`: a word to the other tabs, which hear it even where localStorage is blocked or full.

use gloo_events::EventListener;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{BroadcastChannel, MessageEvent};

/// Open for as long as it lives.
#[must_use = "dropping it closes the channel"]
pub(crate) struct Channel {
    channel: BroadcastChannel,
    _listener: EventListener,
}

impl Channel {
    /// Calls `heard` with every text that another tab says under the same name. None where there are no channels.
    pub(crate) fn open(name: &str, heard: impl Fn(String) + 'static) -> Option<Self> {
        let channel = BroadcastChannel::new(name).ok()?;
        let listener = EventListener::new(&channel, "message", move |event| {
            let said = event.dyn_ref::<MessageEvent>().and_then(|event| event.data().as_string());
            if let Some(said) = said {
                heard(said);
            }
        });
        Some(Self { channel, _listener: listener })
    }

    /// Says something to all the others.
    pub(crate) fn say(&self, text: &str) {
        // Where it fails, the others hear of it by their storage events.
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
