//! The logs of a notebook, each with its cached extract for the loops.

use std::cell::OnceCell;
use std::rc::Rc;

use crate::event::id::EventId;
use crate::loops::{self, Extract};
use crate::meeting::log::Log;

/// The cached extract of one log; empty until it is first needed.
type Cached = Rc<OnceCell<Rc<Extract>>>;

/// All logs, in the order in which the meetings were opened.
#[derive(Clone, Debug, Default)]
pub(super) struct Logs {
    all: Vec<Rc<Log>>,
    /// One cached extract for each log, in the same order. A log that is replaced gets a new one.
    extracts: Vec<Cached>,
}

impl PartialEq for Logs {
    fn eq(&self, other: &Self) -> bool {
        self.all == other.all
    }
}

impl Logs {
    /// Creates the collection from logs that are sorted by identifier.
    pub(super) fn new(all: Vec<Rc<Log>>) -> Self {
        let extracts = all.iter().map(|_| Cached::default()).collect();
        Self { all, extracts }
    }

    pub(super) fn all(&self) -> &[Rc<Log>] {
        &self.all
    }

    /// The index of a log; `Err` with the index at which it would be inserted if there is no such log.
    pub(super) fn place(&self, id: EventId) -> Result<usize, usize> {
        self.all.binary_search_by_key(&id, |log| log.id)
    }

    pub(super) fn get(&self, id: EventId) -> Option<&Rc<Log>> {
        self.all.get(self.place(id).ok()?)
    }

    /// Inserts a log, or replaces the one of the same meeting.
    pub(super) fn put(&mut self, log: Rc<Log>) {
        match self.place(log.id) {
            Ok(place) => {
                self.all[place] = log;
                self.extracts[place] = Cached::default();
            }
            Err(place) => {
                self.all.insert(place, log);
                self.extracts.insert(place, Cached::default());
            }
        }
    }

    /// Inserts a log, or replaces the one of the same meeting and keeps its cached extract, which has to be valid for
    /// the new log.
    pub(super) fn put_with_same_loops(&mut self, log: Rc<Log>) {
        match self.place(log.id) {
            Ok(place) => self.all[place] = log,
            Err(_) => self.put(log),
        }
    }

    /// Returns whether a log shares its cached extract with a log of another notebook. If not, the extracts may differ.
    pub(super) fn shares_extract(&self, place: usize, other: &Self, other_place: usize) -> bool {
        Rc::ptr_eq(&self.extracts[place], &other.extracts[other_place])
    }

    pub(super) fn remove(&mut self, place: usize) {
        self.all.remove(place);
        self.extracts.remove(place);
    }

    /// The logs for which `stays` returns true, with their cached extracts.
    pub(super) fn filtered(&self, stays: impl Fn(&Log) -> bool) -> Self {
        let pairs = self.all.iter().zip(&self.extracts).filter(|(log, _)| stays(log));
        let (all, extracts) =
            pairs.map(|(log, extract)| (Rc::clone(log), Rc::clone(extract))).unzip();
        Self { all, extracts }
    }

    /// The data of a log that concerns loops; computed when first needed.
    pub(super) fn extract(&self, place: usize) -> Rc<Extract> {
        let extract = || Rc::new(loops::extract(&self.all[place]));
        Rc::clone(self.extracts[place].get_or_init(extract))
    }

    /// Returns whether the extract of a log has been computed.
    pub(super) fn has_extract(&self, place: usize) -> bool {
        self.extracts[place].get().is_some()
    }
}
