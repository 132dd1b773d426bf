//! Tests of clients: names, merges, export and erasure.

mod erased;
mod files;
mod merged;
mod named;

use heard_core::event::capture::Kind;
use heard_core::event::kind::{EventKind, Opening};
use heard_core::{Event, EventId, Record, Refusal};

use crate::scene::{Scene, captured, opening};

impl Scene {
    /// Adds a client.
    pub(crate) fn add_client(&mut self, name: &str) -> EventId {
        self.record(EventKind::ClientAdded { name: name.to_owned() })
    }

    /// Records a closed meeting with a client and an issue with these words.
    pub(crate) fn hold_meeting(&mut self, client: EventId, words: &str) -> EventId {
        let client = Some(client);
        let meeting =
            self.wait(1_000).record(EventKind::MeetingOpened(Opening { client, ..opening() }));
        self.record(captured(Kind::Issue, words));
        self.wait(1_000).end_meeting();
        meeting
    }

    /// Renames a client if the notebook accepts it.
    pub(crate) fn rename(&mut self, client: EventId, name: &str) -> Result<EventId, Refusal> {
        self.try_record_for(
            Record::Begun(client),
            EventKind::ClientRenamed { name: name.to_owned() },
        )
    }

    /// Merges a client into another one if the notebook accepts it.
    pub(crate) fn merge(&mut self, client: EventId, into: EventId) -> Result<EventId, Refusal> {
        self.try_record_for(Record::Begun(client), EventKind::ClientMerged { into })
    }

    /// Undoes the last change of a client.
    pub(crate) fn undo_client_change(&mut self, client: EventId) -> Result<EventId, Refusal> {
        let (of, kind) = self.notebook.undoing_client(client).ok_or(Refusal::NothingToUndo)?;
        self.try_record_for(of, kind)
    }

    /// The names of the remaining clients.
    pub(crate) fn names(&self) -> Vec<&str> {
        self.notebook.clients().iter().map(|client| &*client.name).collect()
    }

    /// An event written by another tab with the same notebook.
    pub(crate) fn in_another_tab(&self, boot: u64, of: EventId, kind: EventKind) -> Event {
        let mut event = Event { of: Record::Begun(of), ..self.stamped(kind) };
        event.at.boot = heard_core::DocumentId::from_random(boot);
        event
    }
}
