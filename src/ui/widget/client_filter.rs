//! Whose things are snapshot: while one client is at hand, lists have nothing of anybody else.

use std::rc::Rc;

use heard_core::loops::Whose;
use heard_core::{EventId, Meeting, Notebook};
use yew::AttrValue;

use crate::options::Options;
use crate::store::Snapshot;
use crate::ui::widget::Widget;
use crate::ui::widget::ui_state::Place;
use crate::ui::widget::update::Focus;

/// The one client of whom lists are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ClientFilter {
    /// The client; nobody, where the name is not known here yet.
    id: Option<EventId>,
    name: Rc<str>,
}

impl ClientFilter {
    fn of(notebook: &Notebook, id: EventId) -> Option<Self> {
        let client = notebook.client(id)?;
        Some(Self { id: Some(client.id), name: Rc::clone(&client.name) })
    }

    /// The client of a name; one that is not known has nothing here, and nobody else's things are snapshot instead.
    fn named(notebook: &Notebook, name: &str) -> Option<Self> {
        let name = name.trim();
        let known = notebook.client_named(name).and_then(|client| Self::of(notebook, client.id));
        known.or_else(|| (!name.is_empty()).then(|| Self { id: None, name: name.into() }))
    }

    /// The client, if the name is known here.
    pub(crate) const fn client(&self) -> Option<EventId> {
        self.id
    }

    /// The name that they have now.
    pub(crate) fn name(&self, notebook: &Notebook) -> AttrValue {
        let client = self.id.and_then(|id| notebook.client(id));
        AttrValue::Rc(Rc::clone(client.map_or(&self.name, |client| &client.name)))
    }

    /// Whose loops are theirs; of a name that is not known here, nobody's at all.
    pub(crate) fn whose(&self) -> Whose<EventId> {
        Whose::Of(self.key())
    }

    /// Under what their things would be found; of a name that is not known here, under what nothing is.
    pub(crate) fn key(&self) -> EventId {
        self.id.unwrap_or_else(|| EventId::named(&self.name))
    }

    /// Whether a meeting is theirs.
    pub(crate) fn has(&self, notebook: &Notebook, meeting: &Meeting) -> bool {
        let id = self.id.map(|id| notebook.standing_client(id));
        id.is_some() && notebook.client_of(meeting) == id
    }
}

impl Widget {
    /// The client at hand: of the meeting that is looked at, of the page, of the list, or chosen for the next meeting.
    pub(crate) fn at_hand(&self) -> Option<ClientFilter> {
        let (notebook, local) = (&self.snapshot.notebook, &self.local);
        if let Some(reviewed) = self.snapshot.review.and_then(|id| notebook.meeting(id)) {
            return ClientFilter::of(notebook, notebook.client_of(reviewed)?);
        }
        match local.place {
            Place::Past | Place::Journal => local.only.clone(),
            Place::Client => ClientFilter::of(notebook, local.client?),
            Place::Loops => ClientFilter::of(notebook, local.loops.client()?),
            Place::Sheet => ClientFilter::of(notebook, local.sheet.client()?),
            Place::Trends => ClientFilter::of(notebook, local.trends.client?),
            Place::Start | Place::Settings | Place::Store => {
                ClientFilter::named(notebook, &local.beginning.client)
            }
        }
    }

    /// Goes to the page of a client.
    pub(crate) fn meet(&mut self, id: EventId) {
        self.local.client = Some(id);
        self.lapse.focus = Some(Focus::Heading);
        self.go(Place::Client);
    }

    /// Sees anew the stories of whoever is at hand.
    pub(crate) fn take_stories(&mut self) {
        let notebook = &self.snapshot.notebook;
        let mut stories = notebook.journal();
        if let Some(only) = &self.local.only {
            stories.retain(|(meeting, _)| only.has(notebook, meeting));
        }
        self.local.journal = stories;
    }

    /// A client who is chosen, snapshot or listed has another name now, or is one with another one, or is gone.
    pub(crate) fn follow_clients(&mut self, options: &Options, before: &Snapshot) {
        let now = Rc::clone(&self.snapshot);
        let gone = |id: Option<EventId>| id.is_some_and(|id| now.notebook.client(id).is_none());
        if let Some(was) = before.notebook.client_named(&self.local.beginning.client) {
            match now.notebook.client(was.id) {
                Some(client) if client.name == was.name => {}
                Some(client) => self.local.beginning.client = client.name.to_string(),
                None => self.local.beginning.client = self.wished(options).client,
            }
        }
        if self.local.only.as_ref().is_some_and(|only| gone(only.id)) {
            self.local.only = None;
        }
        let snapshot = match self.local.place {
            Place::Client => self.local.client,
            Place::Sheet => self.local.sheet.client(),
            _ => None,
        };
        if gone(snapshot) {
            self.local.place = Place::Start;
        }
    }
}
