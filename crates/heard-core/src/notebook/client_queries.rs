//! Questions about the clients of a notebook.

use std::rc::Rc;

use crate::codec;
use crate::event::Event;
use crate::event::id::{EventId, Record};
use crate::event::kind::EventKind;
use crate::meeting::Meeting;
use crate::meeting::log::Log;
use crate::notebook::{Client, Notebook};

impl Notebook {
    /// Every client that stands, in the order of adding: those merged into another one are not among them.
    pub fn clients(&self) -> &[Client] {
        self.clients.standing_clients()
    }

    /// The client of an id; of one that was merged into another, the one that stands.
    pub fn client(&self, id: EventId) -> Option<&Client> {
        self.clients.resolve(id)
    }

    /// The client under which what belongs to a client is shown: the one into which they were merged, or they themselves.
    pub fn standing_client(&self, id: EventId) -> EventId {
        self.client(id).map_or(id, |client| client.id)
    }

    /// The client with whom a meeting is or was, as they stand.
    pub fn client_of(&self, meeting: &Meeting) -> Option<EventId> {
        meeting.opening.client.map(|id| self.standing_client(id))
    }

    /// Every meeting with a client or with whoever was merged into them, in the order of opening; each is read when its
    /// turn comes, and one with somebody else is not read at all.
    pub fn meetings_with(&self, id: EventId) -> impl DoubleEndedIterator<Item = &Rc<Meeting>> {
        let theirs =
            move |log: &&Rc<Log>| log.client().map(|of| self.standing_client(of)) == Some(id);
        self.logs().iter().filter(theirs).filter_map(|log| log.meeting())
    }

    /// The client of a name, outer spaces and the case of ASCII letters aside. The name that somebody had when they were
    /// merged still finds whom they were merged into, unless another client has it.
    pub fn client_named(&self, name: &str) -> Option<&Client> {
        let standing = self.clients().iter().find(|client| client.is_named(name));
        let merged = || self.clients.all().iter().find(|client| client.is_named(name));
        standing.or_else(|| self.client(merged()?.id))
    }

    /// The clients who were merged into this one, in the order of adding.
    pub fn merged_into(&self, id: EventId) -> impl Iterator<Item = &Client> {
        let others = self.clients.all().iter().filter(move |client| client.id != id);
        others.filter(move |client| self.standing_client(client.id) == id)
    }

    /// The events of every client's record, of those merged into another one too.
    pub fn client_events(&self) -> impl Iterator<Item = &Event> {
        self.clients.all().iter().flat_map(|client| &*client.events)
    }

    /// Every client of whom something is kept, merged into another one or not.
    pub(crate) fn client_records(&self) -> &[Client] {
        self.clients.all()
    }

    /// What would take back the last name of a client, or the last merge into them; nothing, if there is none.
    pub fn undoing_client(&self, id: EventId) -> Option<(Record, EventKind)> {
        let said = self.clients.find(id).into_iter().chain(self.merged_into(id));
        let said = said.filter_map(|client| Some((client.undoable?, client.id)));
        let (event, of) = said.max()?;
        Some((Record::Begun(of), EventKind::Undone { event }))
    }

    /// Whether a record is a client's, merged into another one or not.
    pub(crate) fn is_client(&self, id: EventId) -> bool {
        self.clients.find(id).is_some()
    }

    /// What can be taken back of a record, if it is a client's.
    pub(crate) fn undoable_of_client(&self, id: EventId) -> Option<EventId> {
        self.clients.find(id)?.undoable
    }

    /// The records that go with a client: their own, those of clients merged into them, and all meetings with any of them,
    /// withdrawn ones too.
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
