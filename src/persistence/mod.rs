//! What is kept under one storage key, on two ropes: localStorage, written in the same task as the touch, and
//! `IndexedDB` right behind it. Each holds where the other fails. Here lives what decides which text lies where.

pub(crate) mod archive;
pub(crate) mod erase;
pub(crate) mod item;
pub(crate) mod keys;
pub(crate) mod mode;
pub(crate) mod quota;
pub(crate) mod repair;
pub(crate) mod scan;
pub(crate) mod write_queue;

use std::rc::Rc;

use heard_core::codec;
use heard_core::sorted_map::Map;
use heard_core::{Event, Timestamp};
use wasm_bindgen_futures::JsFuture;
use web_sys::Storage;

pub(crate) use self::archive::unite;
pub(crate) use self::erase::{unreadable, without_records};
pub(crate) use self::keys::{Kind, kind};
pub(crate) use self::repair::{Plan, StoreContents};
pub(crate) use self::scan::Found;
pub(crate) use self::write_queue::WriteBatch;
use crate::browser::indexed_db::Database;
use crate::browser::{clock, storage};
use crate::persistence::mode::Mode;

/// One notebook.
pub(crate) struct BothStores {
    prefix: String,
    local: Option<Storage>,
    durable: Durable,
    /// What the durable rope has not confirmed, in the order of writing.
    waiting: Vec<Waiting>,
    /// Characters that the origin's localStorage holds, ours and others', as far as is known.
    used: usize,
    /// The length of every text on the durable rope, in characters, by name.
    lengths: Map<String, usize>,
}

/// The state of the durable rope.
enum Durable {
    /// Nobody knows yet.
    Opening,
    Open(Rc<Database>),
    /// It was open, and the last writing failed: it is tried again with every touch.
    Failing(Rc<Database>),
    /// There is none.
    Refused,
}

/// A text on its way.
struct Waiting {
    name: String,
    text: Option<String>,
    /// Whether localStorage has it.
    local: bool,
    /// Whether a transaction carries it now.
    flying: bool,
}

impl BothStores {
    /// Opens the notebook of a storage key, with what localStorage holds of it.
    pub(crate) fn open(key: &str, local: bool, durable: bool) -> (Self, Found) {
        let prefix = format!("heard:{key}:");
        let local = local.then(storage::probe).flatten();
        let entries = local.as_ref().map(|s| storage::entries(s, &prefix)).unwrap_or_default();
        let used = local.as_ref().map_or(0, quota::used);
        let durable = if durable { Durable::Opening } else { Durable::Refused };
        let (waiting, lengths) = (Vec::new(), Map::default());
        (Self { prefix, local, durable, waiting, used, lengths }, Found::sort_out(entries))
    }

    /// The length of every text that localStorage holds now, in characters, by name. Nothing is read of any.
    pub(crate) fn local_lengths(&self) -> impl Iterator<Item = (String, usize)> {
        let entries = self.local.as_ref().map(|s| storage::entries(s, &self.prefix));
        let own = |(name, _): &(String, String)| !matches!(kind(name), Kind::Foreign);
        let own = entries.unwrap_or_default().into_iter().filter(own);
        own.map(|(name, text)| (name, text.chars().count()))
    }

    /// What localStorage holds now: other tabs may have written.
    pub(crate) fn reread(&self) -> Found {
        let entries = self.local.as_ref().map(|s| storage::entries(s, &self.prefix));
        Found::sort_out(entries.unwrap_or_default())
    }

    /// The name of the database and of whatever else belongs to this notebook.
    pub(crate) fn name(&self) -> &str {
        self.prefix.trim_end_matches(':')
    }

    /// The durable rope is there, or it is known that there is none.
    pub(crate) fn opened(&mut self, database: Option<Database>) {
        self.durable = database.map_or(Durable::Refused, |db| Durable::Open(Rc::new(db)));
        if matches!(self.durable, Durable::Refused) {
            self.waiting.retain(|waiting| !waiting.local);
        }
    }

    /// The durable rope, if it is there.
    pub(crate) fn database(&self) -> Option<Rc<Database>> {
        match &self.durable {
            Durable::Open(db) | Durable::Failing(db) => Some(Rc::clone(db)),
            Durable::Opening | Durable::Refused => None,
        }
    }

    /// How safely things are kept.
    pub(crate) fn mode(&self) -> Mode {
        let homeless = self.waiting.iter().any(|waiting| !waiting.local);
        match (&self.durable, &self.local) {
            (Durable::Open(_) | Durable::Opening, _) => Mode::Durable,
            (Durable::Refused, None) => Mode::Memory,
            _ if homeless => Mode::Full,
            _ => Mode::Local,
        }
    }

    /// Whether the durable rope is still to confirm an event, and can.
    pub(crate) fn is_saving(&self) -> bool {
        let noted = |waiting: &Waiting| !matches!(kind(&waiting.name), Kind::Draft(_));
        matches!(self.durable, Durable::Open(_) | Durable::Opening)
            && self.waiting.iter().any(noted)
    }

    /// Whether all is kept as safely as it can be.
    pub(crate) fn is_settled(&self) -> bool {
        match self.durable {
            Durable::Opening => false,
            Durable::Open(_) => self.waiting.is_empty(),
            Durable::Failing(_) | Durable::Refused => true,
        }
    }

    /// Hundredths of localStorage's usual room that are taken.
    pub(crate) fn percent_used(&self) -> usize {
        quota::percent(self.used)
    }

    /// Keeps an event: in localStorage before this returns, and then as the next flight carries it.
    pub(crate) fn keep(&mut self, event: &Event) {
        self.put(keys::event(event.id()), Some(codec::write(event)));
    }

    /// Keeps what stands in the capture line. Says whether localStorage has it.
    ///
    /// That nothing stands there any more is kept too, until the durable rope has let go of what stood there before:
    /// a page that is gone by then must not find it again.
    pub(crate) fn keep_draft(&mut self, draft: String, is_blank: bool) -> bool {
        let name = keys::draft(&clock::boot().to_string());
        let local = self.set_local(&name, Some(&draft));
        if matches!(self.durable, Durable::Refused) && is_blank {
            self.set_local(&name, None);
        }
        self.carry(name, (!is_blank).then_some(draft), local);
        local
    }

    /// Lets go of another document's draft, which this one has taken over.
    pub(crate) fn drop_draft(&mut self, of: &str) {
        self.put(keys::draft(of), None);
    }

    /// Notes the last moment at which this page was awake, where a page that goes away still can.
    pub(crate) fn note_awake(&mut self, at: Timestamp) {
        let name = keys::awake(&clock::boot().to_string());
        self.set_local(&name, Some(&codec::write_moment(at)));
    }

    /// The same for the durable rope, where a beat every few seconds does no harm.
    pub(crate) fn beat(&self, at: Timestamp) -> Option<JsFuture> {
        let beat = (keys::BEAT.to_owned(), Some(codec::write_moment(at)));
        self.database()?.write_at_leisure(&[beat]).ok()
    }

    fn put(&mut self, name: String, text: Option<String>) {
        let local = self.set_local(&name, text.as_deref());
        self.house();
        self.carry(name, text, local);
    }

    /// Lets a text wait for the durable rope, if there is one, or for room.
    fn carry(&mut self, name: String, text: Option<String>, local: bool) {
        self.waiting.retain(|waiting| waiting.name != name);
        let keeps = local && matches!(self.durable, Durable::Refused);
        // Nobody waits for something to be taken away where it never was.
        let idle = text.is_none() && matches!(self.durable, Durable::Refused);
        if !keeps && !idle {
            self.waiting.push(Waiting { name, text, local, flying: false });
        }
    }

    /// Tries again to find room in localStorage for what has none.
    fn house(&mut self) {
        if self.database().is_some() || self.local.is_none() {
            return;
        }
        let mut waiting = std::mem::take(&mut self.waiting);
        for one in waiting.iter_mut().filter(|one| !one.local) {
            one.local = self.set_local(&one.name, one.text.as_deref());
            if !one.local {
                break;
            }
        }
        if matches!(self.durable, Durable::Refused) {
            waiting.retain(|one| !one.local);
        }
        self.waiting = waiting;
    }

    /// Writes to localStorage, or takes away. Says whether it is so now.
    fn set_local(&mut self, name: &str, text: Option<&str>) -> bool {
        let Some(storage) = &self.local else { return false };
        let key = [&self.prefix, name].concat();
        let Some(text) = text else { return storage.remove_item(&key).is_ok() };
        let kept = storage.set_item(&key, text).is_ok();
        if kept {
            self.used += quota::weight(&key) + quota::weight(text);
        }
        kept
    }

    /// The name behind a key of localStorage, if the key is one of this notebook's.
    pub(crate) fn name_of<'k>(&self, key: &'k str) -> Option<&'k str> {
        key.strip_prefix(&self.prefix)
    }

    /// Characters that localStorage holds, the host's too.
    pub(crate) const fn used(&self) -> usize {
        self.used
    }

    /// The events that the durable rope has not confirmed.
    pub(crate) fn events_waiting(&self) -> Vec<Event> {
        let texts = self.waiting.iter().filter_map(|waiting| waiting.text.as_deref());
        texts.filter_map(|text| codec::read(text).ok()).collect()
    }
}

#[cfg(test)]
mod tests;
