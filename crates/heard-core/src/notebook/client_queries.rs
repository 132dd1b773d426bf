//! Queries on the clients of a notebook.

use std::rc::Rc;

use crate::codec;
use crate::event::Event;
use crate::event::id::{EventId, Record};
use crate::event::kind::EventKind;
use crate::meeting::Meeting;
use crate::meeting::log::Log;
use crate::notebook::{Client, Notebook};

impl Notebook {
    /// All clients that are not merged into another one, in the order in which they were added.
    pub fn clients(&self) -> &[Client] {
        self.clients.unmerged()
    }

    /// The client with an identifier, or the client that it was merged into; `None` if there is no such client.
    pub fn client(&self, id: EventId) -> Option<&Client> {
        self.clients.resolve(id)
    }

    /// The identifier of the client that shows a client's data: the one that it was merged into, or the client itself.
    pub fn resolved_client(&self, id: EventId) -> EventId {
        self.client(id).map_or(id, |client| client.id)
    }

    /// The client of a meeting after merges; `None` if the meeting has none.
    pub fn client_of(&self, meeting: &Meeting) -> Option<EventId> {
        meeting.opening.client.map(|id| self.resolved_client(id))
    }

    /// The meetings with a client and with clients merged into it, in the order of opening. Each log is parsed when the
    /// iterator reaches it; logs of other clients are not parsed.
    pub fn meetings_with(&self, id: EventId) -> impl DoubleEndedIterator<Item = &Rc<Meeting>> {
        let theirs =
            move |log: &&Rc<Log>| log.client().map(|of| self.resolved_client(of)) == Some(id);
        self.logs().iter().filter(theirs).filter_map(|log| log.meeting())
    }

    /// The client with a name, ignoring the case of ASCII letters and the amount and kind of white space. Unicode
    /// normalization is not ignored. The name of a merged
    /// client gives the client that it was merged into, unless another client has the name. `None` if no client has it.
    pub fn client_named(&self, name: &str) -> Option<&Client> {
        let resolved = self.clients().iter().find(|client| client.is_named(name));
        let merged = || self.clients.all().iter().find(|client| client.is_named(name));
        resolved.or_else(|| self.client(merged()?.id))
    }

    /// The clients that were merged into this one, in the order in which they were added.
    pub fn merged_into(&self, id: EventId) -> impl Iterator<Item = &Client> {
        let others = self.clients.all().iter().filter(move |client| client.id != id);
        others.filter(move |client| self.resolved_client(client.id) == id)
    }

    /// The events of all client records, including merged clients.
    pub fn client_events(&self) -> impl Iterator<Item = &Event> {
        self.clients.all().iter().flat_map(|client| &*client.events)
    }

    /// All client records, including merged clients.
    pub(crate) fn client_records(&self) -> &[Client] {
        self.clients.all()
    }

    /// The record and the event that would undo the last renaming of a client or the last merge into it; `None` if
    /// there is nothing to undo.
    pub fn undoing_client(&self, id: EventId) -> Option<(Record, EventKind)> {
        let said = self.clients.find(id).into_iter().chain(self.merged_into(id));
        let said = said.filter_map(|client| Some((client.undoable?, client.id)));
        let (event, of) = said.max()?;
        Some((Record::Begun(of), EventKind::Undone { event }))
    }

    /// Returns whether a record is a client's, including merged clients.
    pub(crate) fn is_client(&self, id: EventId) -> bool {
        self.clients.find(id).is_some()
    }

    /// The event that undo would reverse in a client's record; `None` if the record is not a client's, or there is
    /// none.
    pub(crate) fn undoable_of_client(&self, id: EventId) -> Option<EventId> {
        self.clients.find(id)?.undoable
    }

    /// The records that are erased with a client: the client's own, those of clients merged into it, and all meetings
    /// with any of them, including withdrawn ones.
    pub fn records_of_client(&self, id: EventId) -> Vec<EventId> {
        let mut gone = vec![id];
        gone.extend(self.merged_into(id).map(|client| client.id));
        let theirs = |client: Option<EventId>| client.is_some_and(|id| gone.contains(&id));
        let logs = self.logs().iter().filter(|log| theirs(log.client())).map(|log| log.id);
        let opened = self.newer.iter().filter(|line| theirs(codec::client(line)));
        let opened = opened.filter_map(|line| match codec::record(line)? {
            Record::Begun(of) => Some(of),
            Record::Settings => None,
        });
        let meetings: Vec<EventId> = logs.chain(opened).collect();
        gone.extend(meetings);
        gone
    }
}
