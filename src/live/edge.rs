//! What ties a live notebook to the page and to the other tabs, for as long as it lives.

use heard_core::EventId;

use crate::live::waiting::Waiting;
use crate::shell::channel::Channel;
use crate::shell::lifecycle::Lifecycle;
use crate::shell::locks::Head;
use crate::shell::notebook::Found;
use crate::shell::tabs::OtherTabs;

/// Each is there where the browser has it.
#[derive(Default)]
pub(super) struct Edge {
    pub(super) tabs: Option<OtherTabs>,
    pub(super) channel: Option<Channel>,
    pub(super) lifecycle: Option<Lifecycle>,
    pub(super) head: Option<Head>,
    /// What the durable rope held when it was opened, until both ropes are mended.
    pub(super) found: Option<Found>,
    /// Whether all that is kept has been read.
    pub(super) all_in: bool,
    /// What was erased while old meetings were still coming in.
    pub(super) forgotten: Vec<String>,
    /// Meetings that have ended and wait to be put together.
    pub(super) closing: Vec<EventId>,
    pub(super) waiting: Waiting,
}

impl Edge {
    /// Says something to the other tabs.
    pub(super) fn say(&self, word: &str) {
        if let Some(channel) = &self.channel {
            channel.say(word);
        }
    }
}
