//! What ties a live notebook to the page and to the other tabs, for as long as it lives.

use heard_core::EventId;

use crate::browser::channel::Channel;
use crate::browser::lifecycle::Lifecycle;
use crate::browser::locks::LeaderLock;
use crate::browser::tabs::OtherTabs;
use crate::persistence::Found;
use crate::store::badge_count::Waiting;

/// Each is there where the browser has it.
#[derive(Default)]
pub(crate) struct Connections {
    pub(crate) tabs: Option<OtherTabs>,
    pub(crate) channel: Option<Channel>,
    pub(crate) lifecycle: Option<Lifecycle>,
    pub(crate) head: Option<LeaderLock>,
    /// What the durable rope held when it was opened, until both ropes are mended.
    pub(crate) found: Option<Found>,
    /// Whether all that is kept has been read.
    pub(crate) all_in: bool,
    /// What was erased while old meetings were still coming in.
    pub(crate) forgotten: Vec<String>,
    /// Meetings that have ended and wait to be put together.
    pub(crate) closing: Vec<EventId>,
    pub(crate) waiting: Waiting,
}

impl Connections {
    /// Says something to the other tabs.
    pub(crate) fn say(&self, word: &str) {
        if let Some(channel) = &self.channel {
            channel.say(word);
        }
    }
}
