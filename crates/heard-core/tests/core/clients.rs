//! Clients: what becomes of a name, who stands for whom, and what leaves and goes with them.

mod erased;
mod files;
mod merged;
mod named;

use heard_core::event::capture::Kind;
use heard_core::event::kind::{EventKind, Opening};
use heard_core::{Event, EventId, Record, Refusal};

use crate::scene::{Scene, captured, opening};

impl Scene {
    /// A client is added.
    pub(crate) fn add_client(&mut self, name: &str) -> EventId {
        self.record(EventKind::ClientAdded { name: name.to_owned() })
    }

    /// A meeting with a client, in which these words are caught; it is over.
    pub(crate) fn hold_meeting(&mut self, client: EventId, words: &str) -> EventId {
        let client = Some(client);
        let meeting =
            self.wait(1_000).record(EventKind::MeetingOpened(Opening { client, ..opening() }));
        self.record(captured(Kind::Issue, words));
        self.wait(1_000).end_meeting();
        meeting
    }

    /// A client gets another name, if that is admitted.
    pub(crate) fn rename(&mut self, client: EventId, name: &str) -> Result<EventId, Refusal> {
        self.try_record_for(
            Record::Begun(client),
            EventKind::ClientRenamed { name: name.to_owned() },
        )
    }

    /// A client is found to be the same as another one, if that is admitted.
    pub(crate) fn merge(&mut self, client: EventId, into: EventId) -> Result<EventId, Refusal> {
        self.try_record_for(Record::Begun(client), EventKind::ClientMerged { into })
    }

    /// The last thing said of a client is taken back.
    pub(crate) fn undo_client_change(&mut self, client: EventId) -> Result<EventId, Refusal> {
        let (of, kind) = self.notebook.undoing_client(client).ok_or(Refusal::NothingToUndo)?;
        self.try_record_for(of, kind)
    }

    /// The names of the clients that stand.
    pub(crate) fn names(&self) -> Vec<&str> {
        self.notebook.clients().iter().map(|client| &*client.name).collect()
    }

    /// An event that another tab wrote, which knew what is known here.
    pub(crate) fn in_another_tab(&self, boot: u64, of: EventId, kind: EventKind) -> Event {
        let mut event = Event { of: Record::Begun(of), ..self.stamped(kind) };
        event.at.boot = heard_core::DocumentId::from_random(boot);
        event
    }
}
