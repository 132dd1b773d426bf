//! What can be told of many meetings without reading them: of a packed one not more than its opening.

use std::rc::Rc;

use crate::desk::{Client, Desk};
use crate::id::EventId;
use crate::log::Log;
use crate::meeting::Meeting;

impl Desk {
    /// The clients of the meetings, the newest meeting first, each as often as they were met.
    pub fn clients_met(&self) -> impl Iterator<Item = &Client> {
        let stands = |log: &&Rc<Log>| log.as_packed().is_some() || log.meeting().is_some();
        let met = self.logs.iter().rev().filter(stands).filter_map(|log| log.client());
        met.filter_map(|id| self.client(self.standing_client(id)))
    }

    /// The meetings that have ended, the newest first, of a client or of all; each is read when its turn comes.
    pub fn ended(&self, client: Option<EventId>) -> impl Iterator<Item = &Rc<Meeting>> {
        self.ended_logs(client).filter_map(|log| log.meeting())
    }

    /// How many meetings have ended, of a client or of all.
    pub fn count_ended(&self, client: Option<EventId>) -> usize {
        self.ended_logs(client).count()
    }

    fn ended_logs(&self, client: Option<EventId>) -> impl Iterator<Item = &Rc<Log>> {
        let whose = |log: &Log| log.client().map(|id| self.standing_client(id));
        let theirs = move |log: &&Rc<Log>| client.is_none() || whose(log) == client;
        self.logs.iter().rev().filter(theirs).filter(|log| log.has_ended())
    }
}
