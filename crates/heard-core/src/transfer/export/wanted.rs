//! The selection of what is exported.

use std::rc::Rc;

use crate::event::id::EventId;
use crate::loops::Loop;
use crate::meeting::Meeting;
use crate::notebook::Notebook;

/// The reader for whom a file is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Audience {
    /// The consultant, who may read all data.
    #[default]
    Me,
    /// The client: without held answers, tallies and the consultant's private notes.
    Client,
}

/// The part of the notebook to export, and for whom. The default is the whole notebook for the consultant.
#[derive(Clone, Copy, Debug, Default)]
pub struct Wanted {
    /// Exports only the data of this client; `None` for all clients.
    pub client: Option<EventId>,
    /// Exports only this meeting; `None` for all meetings.
    pub meeting: Option<EventId>,
    /// The reader of the file.
    pub audience: Audience,
}

impl Wanted {
    /// Whether the whole notebook is exported.
    pub const fn is_all(&self) -> bool {
        self.client.is_none() && self.meeting.is_none()
    }

    /// Whether only the consultant reads the file.
    pub(super) fn is_private(&self) -> bool {
        self.audience == Audience::Me
    }

    /// Whether a meeting is exported.
    pub(crate) fn has(&self, notebook: &Notebook, meeting: &Meeting) -> bool {
        let client = self.client.map(|id| notebook.resolved_client(id));
        client.is_none_or(|id| notebook.client_of(meeting) == Some(id))
            && self.meeting.is_none_or(|id| meeting.id == id)
    }

    /// The exported meetings, in the order in which they were opened. Other meetings are not unpacked.
    pub(crate) fn meetings<'a>(&self, notebook: &'a Notebook) -> Vec<&'a Rc<Meeting>> {
        let wanted = |meeting: &&Rc<Meeting>| self.has(notebook, meeting);
        match (self.meeting, self.client) {
            (Some(id), _) => notebook.meeting(id).into_iter().filter(wanted).collect(),
            (None, Some(id)) => notebook.meetings_with(notebook.resolved_client(id)).collect(),
            (None, None) => notebook.meetings().collect(),
        }
    }

    /// Whether a loop is exported: it belongs to the client, and was raised in the meeting.
    pub(crate) fn has_loop(&self, notebook: &Notebook, one: &Loop) -> bool {
        self.client.is_none_or(|id| one.client == Some(notebook.resolved_client(id)))
            && self.meeting.is_none_or(|id| one.raised.iter().any(|at| at.meeting == Some(id)))
    }

    /// Whether a client is exported: it was selected itself, or one of its meetings is exported. A client that was
    /// merged into another one is exported with that one.
    pub(super) fn has_client(&self, notebook: &Notebook, id: EventId) -> bool {
        let id = Some(notebook.resolved_client(id));
        let of_meeting =
            || self.meetings(notebook).into_iter().any(|m| notebook.client_of(m) == id);
        match (self.client, self.meeting) {
            (None, None) => true,
            (client, _) => client.map(|id| notebook.resolved_client(id)) == id || of_meeting(),
        }
    }
}
