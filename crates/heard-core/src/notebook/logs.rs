//! The logs of a notebook, each with what was extracted from it for the loops.

use std::cell::OnceCell;
use std::rc::Rc;

use crate::event::id::EventId;
use crate::loops::{self, Extract};
use crate::meeting::log::Log;

/// What was extracted from one log; empty until it is first needed.
type Cached = Rc<OnceCell<Rc<Extract>>>;

/// Every log, in the order in which the meetings were opened.
#[derive(Clone, Debug, Default)]
pub(super) struct Logs {
    all: Vec<Rc<Log>>,
    /// One for each log, in the same order. A log that is replaced gets a new one.
    extracts: Vec<Cached>,
}

impl PartialEq for Logs {
    fn eq(&self, other: &Self) -> bool {
        self.all == other.all
    }
}

impl Logs {
    /// Takes logs that are ordered by their ids.
    pub(super) fn new(all: Vec<Rc<Log>>) -> Self {
        let extracts = all.iter().map(|_| Cached::default()).collect();
        Self { all, extracts }
    }

    pub(super) fn all(&self) -> &[Rc<Log>] {
        &self.all
    }

    /// The place of a log, or the place where it would be inserted.
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

    /// Inserts a log, or replaces the one of the same meeting by one with the same extract.
    pub(super) fn put_with_same_loops(&mut self, log: Rc<Log>) {
        match self.place(log.id) {
            Ok(place) => self.all[place] = log,
            Err(_) => self.put(log),
        }
    }

    /// Whether the log at a place has the same extract as another notebook's at another place. False if they may differ.
    pub(super) fn shares_extract(&self, place: usize, other: &Self, other_place: usize) -> bool {
        Rc::ptr_eq(&self.extracts[place], &other.extracts[other_place])
    }

    pub(super) fn remove(&mut self, place: usize) {
        self.all.remove(place);
        self.extracts.remove(place);
    }

    /// The logs for which `stays` returns true.
    pub(super) fn filtered(&self, stays: impl Fn(&Log) -> bool) -> Self {
        let pairs = self.all.iter().zip(&self.extracts).filter(|(log, _)| stays(log));
        let (all, extracts) =
            pairs.map(|(log, extract)| (Rc::clone(log), Rc::clone(extract))).unzip();
        Self { all, extracts }
    }

    /// What the log at a place says of loops; read when it is first asked for.
    pub(super) fn extract(&self, place: usize) -> Rc<Extract> {
        let extract = || Rc::new(loops::extract(&self.all[place]));
        Rc::clone(self.extracts[place].get_or_init(extract))
    }

    /// Whether [`Logs::extract`] has been called for the log at a place.
    pub(super) fn has_extract(&self, place: usize) -> bool {
        self.extracts[place].get().is_some()
    }
}
