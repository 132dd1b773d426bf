//! Keeping the notebook in step with other tabs, and with its page being hidden, closed and restored.

use heard_core::codec::{self, DecodeError};
use heard_core::{Event, EventId, Record};

use crate::browser::channel::Channel;
use crate::browser::lifecycle::{Lifecycle, PageEvent};
use crate::browser::tabs::OtherTabs;
use crate::browser::{active_element, clock};
use crate::persistence::keys::{Kind, kind};
use crate::persistence::scan::Found;
use crate::store::load_state::LoadPhase;
use crate::store::notebook_store::NotebookStore;
use crate::store::work::Work;

/// The first character of a message between tabs, which says what the rest is. Tabs of different versions of Heard may be
/// open at once, so these never change.
mod message {
    /// An event, as its line.
    pub(super) const EVENT: char = 't';
    /// The id of a record that was erased; empty if everything was.
    pub(super) const ERASED: char = 'x';
    /// Many events are new, so the stores have to be read again. Nothing follows.
    pub(super) const REREAD: char = 'r';
    /// The version of the lines that the tab writes.
    pub(super) const VERSION: char = 'v';
}

impl NotebookStore {
    /// Subscribes to the page's lifecycle and, unless the notebook is kept in memory, to the other tabs.
    pub(crate) fn connect(&self) {
        let (tabs, channel, page) = (self.this.clone(), self.this.clone(), self.this.clone());
        let name = self.stores.borrow().name().to_owned();
        let mut connections = self.connections.borrow_mut();
        connections.lifecycle = Lifecycle::listen(move |event| {
            if let Some(store) = page.upgrade() {
                store.on_page_event(event);
            }
        });
        if !self.is_shared() {
            return;
        }
        connections.tabs = OtherTabs::listen(move |key, value| {
            if let (Some(store), Some(key), Some(value)) = (tabs.upgrade(), key, value) {
                store.on_storage_event(&key, &value);
            }
        });
        connections.channel = Channel::open(&name, move |message| {
            if let Some(store) = channel.upgrade() {
                store.on_message(&message);
            }
        });
        connections.broadcast(&version_message());
    }

    /// Sends an event to the other tabs.
    pub(crate) fn broadcast_event(&self, event: &Event) {
        self.connections.borrow().broadcast(&format!("{}{}", message::EVENT, codec::write(event)));
    }

    /// Tells the other tabs that a record was erased; everything, if `record` is empty.
    pub(crate) fn broadcast_erased(&self, record: &str) {
        self.connections.borrow().broadcast(&format!("{}{record}", message::ERASED));
    }

    /// Tells the other tabs to read the stores again.
    pub(crate) fn broadcast_reread(&self) {
        self.connections.borrow().broadcast(&message::REREAD.to_string());
    }

    /// Another tab changed an entry of localStorage.
    fn on_storage_event(&self, key: &str, value: &str) {
        let name = self.stores.borrow().name_of(key).map(str::to_owned);
        match name.as_deref().map(kind) {
            Some(Kind::Event(_)) => self.on_event_line(value),
            Some(Kind::Erasing(record)) => self.forget(record),
            _ => {}
        }
    }

    /// Another tab sent a message. One that begins with an unknown character is of a newer version, and is ignored.
    fn on_message(&self, message: &str) {
        let mut rest = message.chars();
        match (rest.next(), rest.as_str()) {
            (Some(message::EVENT), line) => self.on_event_line(line),
            (Some(message::ERASED), record) => self.forget(record),
            (Some(message::REREAD), _) => self.reread(),
            (Some(message::VERSION), version) => self.on_version(version.parse().unwrap_or(0)),
            _ => {}
        }
    }

    fn on_version(&self, version: u32) {
        if version > codec::VERSION {
            self.stop_for_newer_version();
        } else if version < codec::VERSION {
            // The other tab runs an older version, and has to stop.
            self.connections.borrow().broadcast(&version_message());
        }
    }

    fn on_event_line(&self, line: &str) {
        match codec::read(line) {
            Ok(event) => self.on_event(&event),
            Err(DecodeError::Newer) => self.stop_for_newer_version(),
            Err(DecodeError::Damaged) => {}
        }
    }

    /// Adds an event of another tab, unless it is known: it may arrive both as a message and as a storage event.
    fn on_event(&self, event: &Event) {
        let snapshot = self.snapshot();
        if snapshot.notebook.knows(event) {
            return;
        }
        self.show_notebook(snapshot.notebook.merged(event));
        if let Record::Begun(id) = event.of {
            self.archive_if_ended(id);
        }
    }

    fn on_page_event(&self, event: PageEvent) {
        match event {
            PageEvent::Hidden => self.save_before_hiding(),
            PageEvent::Leaving => {
                self.save_before_hiding();
                // A page that holds a lock is not kept in the back-forward cache. The lock is dropped only when nothing
                // is borrowed, because the work that waits for it ends with it.
                let lock = self.connections.borrow_mut().leader_lock.take();
                drop(lock);
            }
            PageEvent::Shown => {
                self.on_heartbeat();
                self.refresh_badge();
            }
            PageEvent::Restored => self.reread(),
        }
    }

    /// Saves what has not been saved yet, because a hidden page may be closed without further notice.
    fn save_before_hiding(&self) {
        active_element::dispatch_change();
        self.draft_timer.take();
        self.write_pending();
        if self.snapshot().notebook.running().is_some() && !self.snapshot().newer {
            self.stores.borrow_mut().save_last_active(clock::now());
        }
    }

    /// Reads both stores again: this page was in the back-forward cache, or another tab has imported a file.
    fn reread(&self) {
        let work = self.work.begin();
        let this = self.this.clone();
        wasm_bindgen_futures::spawn_local(async move {
            if let Some(store) = this.upgrade() {
                store.reread_stores(work).await;
            }
        });
    }

    /// Replaces the notebook with what both stores hold. A record that neither holds any more was erased meanwhile; events
    /// that are not stored yet are kept.
    async fn reread_stores(&self, work: Work) {
        let database = self.stores.borrow().database();
        let entries = match database {
            Some(database) => database.all().await.unwrap_or_default(),
            None => Vec::new(),
        };
        let (local, durable) = (self.stores.borrow().read_local(), Found::sort_out(entries));
        let notebook = durable
            .added_to(&local.to_notebook())
            .with_events(self.stores.borrow().pending_events());
        let newer = !notebook.newer().is_empty();
        self.update(|next| {
            next.set_notebook(notebook);
            next.newer |= newer;
        });
        self.load.borrow_mut().phase = LoadPhase::Loaded;
        self.resolve_loaded();
        let has_lock = self.connections.borrow().leader_lock.is_some();
        if !has_lock {
            self.load.borrow_mut().unrepaired = Some(durable);
            self.request_leadership(work);
        }
    }

    /// Archives a meeting if it has ended and this tab leads, as soon as all of its events are stored.
    pub(crate) fn archive_if_ended(&self, id: EventId) {
        let snapshot = self.snapshot();
        if snapshot.leading && snapshot.notebook.meeting(id).is_some_and(|m| m.ended_ms.is_some()) {
            self.to_archive.borrow_mut().push(id);
            self.refresh_save_state();
        }
    }
}

/// The message that tells which version of lines this tab writes.
fn version_message() -> String {
    format!("{}{}", message::VERSION, codec::VERSION)
}
