//! What can be told of many meetings without reading them: of a packed one not more than its opening.

use std::rc::Rc;

use crate::desk::{Client, Desk};
use crate::log::Log;

impl Desk {
    /// The clients of the meetings, the newest meeting first, each as often as they were met.
    pub fn clients_met(&self) -> impl Iterator<Item = &Client> {
        let stands = |log: &&Rc<Log>| log.as_packed().is_some() || log.meeting().is_some();
        let met = self.logs.iter().rev().filter(stands).filter_map(|log| log.client());
        met.filter_map(|id| self.client(self.standing_client(id)))
    }

    /// How many meetings have ended.
    pub fn count_ended(&self) -> usize {
        self.logs.iter().filter(|log| log.has_ended()).count()
    }
}
