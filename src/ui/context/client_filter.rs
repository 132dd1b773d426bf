//! The client to whom the lists on screen are limited.

use std::rc::Rc;

use heard_core::loops::Whose;
use heard_core::{EventId, Meeting, Notebook};
use yew::AttrValue;

use crate::store::client_names::client_named;

/// One client, by id if the notebook has them, else by name only.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ClientFilter {
    /// The client; `None` if the notebook has no client of this name yet.
    id: Option<EventId>,
    name: Rc<str>,
}

impl ClientFilter {
    /// The filter for a client; `None` if the notebook does not have them.
    pub(crate) fn of(notebook: &Notebook, id: EventId) -> Option<Self> {
        let client = notebook.client(id)?;
        Some(Self { id: Some(client.id), name: Rc::clone(&client.name) })
    }

    /// The filter for a name; `None` if it is blank. A name that the notebook does not have matches nothing.
    pub(crate) fn named(notebook: &Notebook, name: &str) -> Option<Self> {
        let name = name.trim();
        let known = client_named(notebook, name).and_then(|client| Self::of(notebook, client.id));
        known.or_else(|| (!name.is_empty()).then(|| Self { id: None, name: name.into() }))
    }

    /// The client's id; `None` if the notebook has no client of this name.
    pub(crate) const fn client(&self) -> Option<EventId> {
        self.id
    }

    /// The client's current name.
    pub(crate) fn name(&self, notebook: &Notebook) -> AttrValue {
        let client = self.id.and_then(|id| notebook.client(id));
        AttrValue::Rc(Rc::clone(client.map_or(&self.name, |client| &client.name)))
    }

    /// The query for the client's loops.
    pub(crate) fn whose(&self) -> Whose<EventId> {
        Whose::Of(self.key())
    }

    /// The id to look the client's records up by. For a name that the notebook does not have, an id that matches nothing.
    pub(crate) fn key(&self) -> EventId {
        self.id.unwrap_or_else(|| EventId::named(&self.name))
    }

    /// Whether a meeting is with this client.
    pub(crate) fn has(&self, notebook: &Notebook, meeting: &Meeting) -> bool {
        let id = self.id.map(|id| notebook.resolved_client(id));
        id.is_some() && notebook.client_of(meeting) == id
    }
}
