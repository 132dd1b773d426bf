//! What is kept under one storage key: an event a key, written in the same task as the touch.

use std::fmt::Write as _;

use heard_core::wire::{self, Unread};
use heard_core::{Boot, Event, EventId};
use web_sys::Storage;

use crate::mode::Mode;
use crate::shell::{clock, storage};

/// What was found when the notebook was opened.
#[derive(Default)]
pub(crate) struct Found {
    /// The events that could be read.
    pub(crate) events: Vec<Event>,
    /// How many entries are damaged. Their bytes stay where they are.
    pub(crate) damaged: usize,
    /// How many entries a newer Heard wrote. Their bytes stay where they are.
    pub(crate) newer: usize,
}

/// One notebook. The place of the second rope, `IndexedDB`, is behind [`Notebook::keep`].
pub(crate) struct Notebook {
    prefix: String,
    storage: Option<Storage>,
    waiting: Vec<Event>,
}

/// The shapes of the keys, after `heard:<storage-key>:`. Anything else under the prefix is somebody else's.
const EVENT: &str = "t:";
const DRAFT: &str = "d:";

impl Notebook {
    /// Opens the notebook of a storage key; `local` asks for localStorage, if that can be had.
    pub(crate) fn open(key: &str, local: bool) -> (Self, Found) {
        let prefix = format!("heard:{key}:");
        let storage = local.then(storage::probe).flatten();
        let found = storage.as_ref().map(|s| read_all(s, &prefix)).unwrap_or_default();
        (Self { prefix, storage, waiting: Vec::new() }, found)
    }

    /// How safely things are kept.
    pub(crate) fn mode(&self) -> Mode {
        match (&self.storage, self.waiting.is_empty()) {
            (None, _) => Mode::Memory,
            (Some(_), false) => Mode::Full,
            (Some(_), true) => Mode::Local,
        }
    }

    /// Keeps an event, and before it whatever could not be kept earlier.
    pub(crate) fn keep(&mut self, event: &Event) {
        let Some(storage) = &self.storage else { return };
        self.waiting.push(event.clone());
        let prefix = &self.prefix;
        let kept = self.waiting.iter().take_while(|event| {
            storage.set_item(&event_key(prefix, event.id()), &wire::write(event)).is_ok()
        });
        let kept = kept.count();
        self.waiting.drain(..kept);
    }

    /// Reads the event of a key, if the key is one of this notebook's.
    pub(crate) fn event_of(&self, key: &str, value: &str) -> Option<Event> {
        is_event(key.strip_prefix(&self.prefix)?).then(|| wire::read(value).ok()).flatten()
    }

    /// Keeps what stands in the capture line, so that it survives the page; nothing, when the line is empty. Says
    /// whether that went well: a draft that finds no room is still on the screen.
    pub(crate) fn keep_draft(&self, draft: Option<&str>) -> bool {
        let Some(storage) = &self.storage else { return false };
        let key = format!("{}{DRAFT}{}", self.prefix, clock::boot());
        let kept = match draft {
            Some(draft) => storage.set_item(&key, draft),
            None => storage.remove_item(&key),
        };
        kept.is_ok()
    }

    /// The drafts of all documents, each with the boot of its document.
    pub(crate) fn drafts(&self) -> Vec<(String, String)> {
        let Some(storage) = &self.storage else { return Vec::new() };
        let mut drafts = storage::entries(storage, &format!("{}{DRAFT}", self.prefix));
        drafts.retain(|(boot, _)| Boot::parse(boot).is_some());
        drafts
    }

    /// Lets go of another document's draft, which this one has taken over.
    pub(crate) fn drop_draft(&self, of: &str) {
        if let Some(storage) = &self.storage {
            let _ = storage.remove_item(&format!("{}{DRAFT}{of}", self.prefix));
        }
    }

    /// Erases all that is kept under the storage key, damaged and newer entries too.
    pub(crate) fn erase(&self) {
        let Some(storage) = &self.storage else { return };
        for (rest, _) in storage::entries(storage, &self.prefix) {
            if is_event(&rest) || is_draft(&rest) {
                let _ = storage.remove_item(&format!("{}{rest}", self.prefix));
            }
        }
        // A word to the other tabs, which hear of it whether or not it stays.
        let word = self.erased_key();
        let _ = storage.set_item(&word, &clock::boot().to_string());
        let _ = storage.remove_item(&word);
    }

    /// Lets go of what waits to be kept.
    pub(crate) fn forget(&mut self) {
        self.waiting.clear();
    }

    /// The key by whose being written another tab says that it erased everything. That keys only vanish says nothing:
    /// a host may have cleared what is not its own.
    pub(crate) fn erased_key(&self) -> String {
        format!("{}e", self.prefix)
    }

    /// Characters kept under the storage key, keys and values.
    pub(crate) fn size(&self) -> usize {
        let Some(storage) = &self.storage else { return 0 };
        let mut entries = storage::entries(storage, &self.prefix);
        entries.retain(|(rest, _)| is_event(rest) || is_draft(rest));
        let chars = |text: &str| text.chars().count();
        entries.iter().map(|(rest, value)| chars(&self.prefix) + chars(rest) + chars(value)).sum()
    }
}

fn read_all(storage: &Storage, prefix: &str) -> Found {
    let mut found = Found::default();
    for (rest, value) in storage::entries(storage, prefix) {
        if !is_event(&rest) {
            continue;
        }
        match wire::read(&value) {
            // An event under another's key has a damaged name.
            Ok(event) if !event_key("", event.id()).eq(&rest) => found.damaged += 1,
            Ok(event) => found.events.push(event),
            Err(Unread::Damaged) => found.damaged += 1,
            Err(Unread::Newer) => found.newer += 1,
        }
    }
    found
}

fn event_key(prefix: &str, id: EventId) -> String {
    let mut key = String::with_capacity(prefix.len() + 24);
    key.push_str(prefix);
    let _ = write!(key, "{EVENT}{}:{}", id.boot, id.n);
    key
}

fn is_event(rest: &str) -> bool {
    let Some((boot, n)) = rest.strip_prefix(EVENT).and_then(|rest| rest.split_once(':')) else {
        return false;
    };
    Boot::parse(boot).is_some() && n.parse::<u64>().is_ok()
}

fn is_draft(rest: &str) -> bool {
    rest.strip_prefix(DRAFT).is_some_and(|boot| Boot::parse(boot).is_some())
}

#[cfg(test)]
mod tests;
