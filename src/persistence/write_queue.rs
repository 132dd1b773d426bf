//! Carrying texts to the durable rope: what waits takes off in one transaction, and counts when that has landed.

use std::rc::Rc;

use heard_core::sorted_map::{self, Map};
use wasm_bindgen_futures::JsFuture;

use super::{BothStores, Durable, Plan};
use crate::browser::indexed_db::Change;

/// A transaction under way.
pub(crate) struct WriteBatch {
    /// What it carries.
    pub(crate) cargo: Vec<Change>,
    /// Resolves when it is on the disk.
    pub(crate) done: JsFuture,
}

impl BothStores {
    /// Begins a transaction with all that waits, if there is anything to do.
    pub(crate) fn launch(&mut self) -> Option<WriteBatch> {
        let db = self.database()?;
        let idle = self.waiting.iter_mut().filter(|waiting| !waiting.flying);
        let cargo: Vec<Change> = idle
            .map(|waiting| {
                waiting.flying = true;
                (waiting.name.clone(), waiting.text.clone())
            })
            .collect();
        if cargo.is_empty() {
            return None;
        }
        let done = db.write(&cargo);
        if done.is_err() {
            self.fail(&cargo);
        }
        Some(WriteBatch { cargo, done: done.ok()? })
    }

    /// A flight has come to its end.
    pub(crate) fn landed(&mut self, cargo: &[Change], well: bool) {
        if !well {
            return self.fail(cargo);
        }
        if let Durable::Failing(db) = &self.durable {
            self.durable = Durable::Open(Rc::clone(db));
        }
        // What was written anew meanwhile waits for its own flight.
        self.waiting.retain(|waiting| {
            !cargo.iter().any(|(name, text)| *name == waiting.name && *text == waiting.text)
        });
        for (name, text) in cargo {
            self.note_length(name, text.as_deref());
            if text.is_none() && !self.waiting.iter().any(|waiting| waiting.name == *name) {
                self.set_local(name, None);
            }
        }
    }

    fn fail(&mut self, cargo: &[Change]) {
        if let Some(db) = self.database() {
            self.durable = Durable::Failing(db);
        }
        for waiting in &mut self.waiting {
            waiting.flying &= !cargo.iter().any(|(name, _)| *name == waiting.name);
        }
        self.house();
    }

    /// What a plan says of localStorage, once the durable rope has its part. Nothing goes before its successor is there.
    pub(crate) fn carry_out(&mut self, plan: &Plan) {
        if self.database().is_some() {
            let lengths = plan.durable.iter().map(|(name, text)| (name.clone(), length(text)));
            self.lengths.extend(lengths.collect());
            let mut gone: Vec<&String> = plan.durable_gone.iter().collect();
            sorted_map::sort(&mut gone, &Ord::cmp);
            self.lengths.retain(&|name| gone.binary_search(&name).is_err());
        }
        let all_there = plan.local.iter().fold(true, |there, (name, text)| {
            let put = self.set_local(name, Some(text));
            there && (put || self.database().is_some())
        });
        if all_there {
            for name in &plan.local_gone {
                self.set_local(name, None);
            }
        }
    }

    /// Puts all of these into localStorage, or none. Where nothing can be kept, nothing is the answer too.
    pub(crate) fn put_all(&mut self, texts: &[(String, String)]) -> bool {
        if self.local.is_none() {
            return true;
        }
        for (done, (name, text)) in texts.iter().enumerate() {
            if !self.set_local(name, Some(text)) {
                for (name, _) in &texts[..done] {
                    self.set_local(name, None);
                }
                return false;
            }
        }
        true
    }

    /// The length of every text on the durable rope, in characters, by name.
    pub(crate) fn lengths(&self) -> &Map<String, usize> {
        &self.lengths
    }

    /// The durable rope holds this much, as it was found.
    pub(crate) fn note_lengths(&mut self, lengths: Map<String, usize>) {
        self.lengths.extend(lengths.into_iter().collect());
    }

    pub(crate) fn note_length(&mut self, name: &str, text: Option<&str>) {
        match text {
            Some(text) => self.lengths.insert(name.to_owned(), length(text)),
            None => self.lengths.remove(name),
        }
    }
}

/// The length of a text, in characters.
fn length(text: &str) -> usize {
    text.chars().count()
}
