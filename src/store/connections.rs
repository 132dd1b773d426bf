//! What connects an open notebook to its page and to the other tabs, for as long as it is open.

use crate::browser::channel::Channel;
use crate::browser::lifecycle::Lifecycle;
use crate::browser::locks::LeaderLock;
use crate::browser::tabs::OtherTabs;

/// The subscriptions to the browser. Each is `None` where the browser has no such interface.
#[derive(Default)]
pub(crate) struct Connections {
    /// Changes that other tabs make in localStorage.
    pub(crate) tabs: Option<OtherTabs>,
    /// Messages of other tabs.
    pub(crate) channel: Option<Channel>,
    /// Hiding, showing and closing of the page.
    pub(crate) lifecycle: Option<Lifecycle>,
    /// The lock by which one of the tabs leads.
    pub(crate) leader_lock: Option<LeaderLock>,
}

impl Connections {
    /// Sends a message to the other tabs.
    pub(crate) fn broadcast(&self, message: &str) {
        if let Some(channel) = &self.channel {
            channel.send(message);
        }
    }
}
