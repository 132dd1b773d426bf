//! Other tabs on the same notebook, and this page's own comings and goings.

use heard_core::codec::{self, Unread};
use heard_core::{Event, EventId, Record};
use wasm_bindgen_futures::spawn_local;

use crate::browser::channel::Channel;
use crate::browser::lifecycle::{Lifecycle, Passage};
use crate::browser::tabs::OtherTabs;
use crate::browser::{active_element, clock};
use crate::persistence::{Found, Kind, kind};
use crate::store::notebook_store::desk_of;
use crate::store::{NotebookStore, Snapshot};

/// The words that tabs say to each other, each with something behind it.
mod word {
    /// An event, as its line.
    pub(crate) const EVENT: char = 't';
    /// A record was erased; everything, where none is named.
    pub(crate) const ERASED: char = 'x';
    /// Much is new: read it yourself.
    pub(crate) const REREAD: char = 'r';
    /// The version of the lines that a tab writes.
    pub(crate) const VERSION: char = 'v';
}

impl NotebookStore {
    /// Listens to the other tabs and to the page.
    pub(crate) fn listen(&self) {
        let (tabs, channel, page) = (self.me.clone(), self.me.clone(), self.me.clone());
        let name = self.stores.borrow().name().to_owned();
        let mut edge = self.edge.borrow_mut();
        edge.lifecycle = Lifecycle::listen(move |passage| {
            if let Some(live) = page.upgrade() {
                live.pass(passage);
            }
        });
        if !self.is_shared() {
            return;
        }
        edge.tabs = OtherTabs::listen(move |key, value| {
            if let (Some(live), Some(key), Some(value)) = (tabs.upgrade(), key, value) {
                live.hear_key(&key, &value);
            }
        });
        edge.channel = Channel::open(&name, move |said| {
            if let Some(live) = channel.upgrade() {
                live.hear_word(&said);
            }
        });
        edge.say(&format!("{}{}", word::VERSION, codec::VERSION));
    }

    /// Tells the other tabs of an event.
    pub(crate) fn tell_event(&self, event: &Event) {
        self.edge.borrow().say(&format!("{}{}", word::EVENT, codec::write(event)));
    }

    /// Tells the other tabs that a record is gone, or everything.
    pub(crate) fn tell_erased(&self, record: &str) {
        self.edge.borrow().say(&format!("{}{record}", word::ERASED));
    }

    /// Tells the other tabs that much is new.
    pub(crate) fn tell_reread(&self) {
        self.edge.borrow().say(&word::REREAD.to_string());
    }

    /// Another tab changed localStorage.
    fn hear_key(&self, key: &str, value: &str) {
        let name = self.stores.borrow().name_of(key).map(str::to_owned);
        match name.as_deref().map(kind) {
            Some(Kind::Event(_)) => self.hear_line(value),
            Some(Kind::Erasing(record)) => self.forget(record),
            _ => {}
        }
    }

    fn hear_word(&self, said: &str) {
        let mut rest = said.chars();
        match (rest.next(), rest.as_str()) {
            (Some(word::EVENT), line) => self.hear_line(line),
            (Some(word::ERASED), record) => self.forget(record),
            (Some(word::REREAD), _) => self.reread(),
            (Some(word::VERSION), version) => self.hear_version(version.parse().unwrap_or(0)),
            _ => {}
        }
    }

    fn hear_version(&self, version: u32) {
        if version > codec::VERSION {
            self.give_way();
        } else if version < codec::VERSION {
            // The other tab is the older one: it has to hear of us too.
            self.edge.borrow().say(&format!("{}{}", word::VERSION, codec::VERSION));
        }
    }

    fn hear_line(&self, line: &str) {
        match codec::read(line) {
            Ok(event) => self.hear_event(&event),
            Err(Unread::Newer) => self.give_way(),
            Err(Unread::Damaged) => {}
        }
    }

    fn hear_event(&self, event: &Event) {
        let snapshot = self.snapshot();
        if snapshot.notebook.knows(event) {
            return;
        }
        self.show_desk(snapshot.notebook.merged(event));
        if let Record::Begun(id) = event.of {
            self.close_if_ended(id);
        }
    }

    /// The page goes away or comes back.
    fn pass(&self, passage: Passage) {
        match passage {
            Passage::Hidden | Passage::Leaving => {
                active_element::tell_change();
                self.flush_quietly();
                if passage == Passage::Leaving {
                    // A page that holds a lock can not be kept for the way back.
                    self.edge.borrow_mut().head = None;
                }
            }
            Passage::Snapshot => {
                self.beat();
                self.refresh_badge();
            }
            Passage::Restored => self.reread(),
        }
    }

    fn flush_quietly(&self) {
        self.drafting.take();
        self.launch();
        if self.snapshot().notebook.running().is_some() && !self.snapshot().newer {
            self.stores.borrow_mut().note_awake(clock::now());
        }
    }

    /// Reads both ropes anew: this page stood still, or another tab has brought much. What either rope no longer has
    /// was erased meanwhile; what is still on its way to them stays.
    fn reread(&self) {
        self.begin_work();
        let me = self.me.clone();
        spawn_local(async move {
            let Some(live) = me.upgrade() else { return };
            let database = live.stores.borrow().database();
            let kept = match database {
                Some(database) => database.all().await.unwrap_or_default(),
                None => Vec::new(),
            };
            let (local, durable) = (live.stores.borrow().reread(), Found::sort_out(kept));
            let notebook = desk_of(&local)
                .with_events(durable.events.values().cloned())
                .with_packed(durable.packed.values().cloned())
                .with_newer(durable.newer.iter().map(|(_, line)| line.as_str()))
                .with_events(live.stores.borrow().events_waiting());
            let newer = live.snapshot().newer || !notebook.newer().is_empty();
            live.show_desk(notebook);
            live.show(Snapshot { newer, ..(*live.snapshot()).clone() });
            live.edge.borrow_mut().all_in = true;
            live.tell_loaded();
            if live.edge.borrow().head.is_none() {
                live.edge.borrow_mut().found = Some(durable);
                live.stand();
            } else {
                live.end_work();
            }
        });
    }

    /// A meeting that has ended is put together, by the tab at the head.
    pub(crate) fn close_if_ended(&self, id: EventId) {
        let snapshot = self.snapshot();
        if snapshot.leading && snapshot.notebook.meeting(id).is_some_and(|m| m.ended_ms.is_some()) {
            self.edge.borrow_mut().closing.push(id);
            self.refresh();
        }
    }
}
