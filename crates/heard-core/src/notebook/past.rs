//! Queries on many meetings that do not parse packed logs beyond their openings.

use std::rc::Rc;

use crate::event::id::EventId;
use crate::meeting::Meeting;
use crate::meeting::log::Log;
use crate::notebook::{Client, Notebook};
use crate::sorted_map;

impl Notebook {
    /// The clients of the meetings, the newest meeting first; a client occurs once for each meeting.
    pub fn clients_met(&self) -> impl Iterator<Item = &Client> {
        let is_readable = |log: &&Rc<Log>| log.as_packed().is_some() || log.meeting().is_some();
        let met = self.logs().iter().rev().filter(is_readable).filter_map(|log| log.client());
        met.filter_map(|id| self.client(self.resolved_client(id)))
    }

    /// The meetings that have ended, the newest first, of a client or of all (`None`). Each is parsed when the iterator
    /// reaches it.
    pub fn ended(&self, client: Option<EventId>) -> impl Iterator<Item = &Rc<Meeting>> {
        let logs = self.newest().into_iter().filter(move |log| self.is_with(log, client));
        logs.filter_map(|log| log.meeting())
    }

    /// The number of meetings that have ended, of a client or of all (`None`).
    pub fn count_ended(&self, client: Option<EventId>) -> usize {
        let theirs = self.logs().iter().filter(|log| self.is_with(log, client));
        theirs.filter(|log| log.has_ended()).count()
    }

    fn is_with(&self, log: &Log, client: Option<EventId>) -> bool {
        client.is_none() || log.client().map(|id| self.resolved_client(id)) == client
    }

    /// The logs of ended meetings, the latest end first. Imported meetings are stored in the order of their
    /// identifiers, which does not depend on their dates.
    pub(crate) fn newest(&self) -> Vec<&Rc<Log>> {
        // They are almost in this order already, so the merge sort needs few comparisons.
        let ended = self.logs().iter().rev().filter_map(|log| Some((log.ending()?.wall_ms, log)));
        let mut all: Vec<(i64, &Rc<Log>)> = ended.collect();
        sorted_map::sort(&mut all, &|one, other| (other.0, other.1.id).cmp(&(one.0, one.1.id)));
        all.into_iter().map(|(_, log)| log).collect()
    }
}
