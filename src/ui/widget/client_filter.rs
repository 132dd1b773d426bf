//! Whose things are shown: while one client is at hand, lists have nothing of anybody else.

use std::rc::Rc;

use heard_core::loops::Whose;
use heard_core::{Desk, EventId, Meeting};
use yew::AttrValue;

use crate::options::Options;
use crate::store::Shown;
use crate::ui::widget::Widget;
use crate::ui::widget::ui_state::Place;
use crate::ui::widget::update::Focus;

/// The one client of whom lists are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Only {
    /// The client; nobody, where the name is not known here yet.
    id: Option<EventId>,
    name: Rc<str>,
}

impl Only {
    fn of(desk: &Desk, id: EventId) -> Option<Self> {
        let client = desk.client(id)?;
        Some(Self { id: Some(client.id), name: Rc::clone(&client.name) })
    }

    /// The client of a name; one that is not known has nothing here, and nobody else's things are shown instead.
    fn named(desk: &Desk, name: &str) -> Option<Self> {
        let name = name.trim();
        let known = desk.client_named(name).and_then(|client| Self::of(desk, client.id));
        known.or_else(|| (!name.is_empty()).then(|| Self { id: None, name: name.into() }))
    }

    /// The client, if the name is known here.
    pub(crate) const fn client(&self) -> Option<EventId> {
        self.id
    }

    /// The name that they have now.
    pub(crate) fn name(&self, desk: &Desk) -> AttrValue {
        let client = self.id.and_then(|id| desk.client(id));
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
    pub(crate) fn has(&self, desk: &Desk, meeting: &Meeting) -> bool {
        let id = self.id.map(|id| desk.standing_client(id));
        id.is_some() && desk.client_of(meeting) == id
    }
}

impl Widget {
    /// The client at hand: of the meeting that is looked at, of the page, of the list, or chosen for the next meeting.
    pub(crate) fn at_hand(&self) -> Option<Only> {
        let (desk, local) = (&self.shown.desk, &self.local);
        if let Some(reviewed) = self.shown.review.and_then(|id| desk.meeting(id)) {
            return Only::of(desk, desk.client_of(reviewed)?);
        }
        match local.place {
            Place::Past | Place::Journal => local.only.clone(),
            Place::Client => Only::of(desk, local.client?),
            Place::Loops => Only::of(desk, local.loops.client()?),
            Place::Sheet => Only::of(desk, local.sheet.client()?),
            Place::Trends => Only::of(desk, local.trends.client?),
            Place::Start | Place::Settings | Place::Store => {
                Only::named(desk, &local.beginning.client)
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
        let desk = &self.shown.desk;
        let mut stories = desk.journal();
        if let Some(only) = &self.local.only {
            stories.retain(|(meeting, _)| only.has(desk, meeting));
        }
        self.local.journal = stories;
    }

    /// A client who is chosen, shown or listed has another name now, or is one with another one, or is gone.
    pub(crate) fn follow_clients(&mut self, options: &Options, before: &Shown) {
        let now = Rc::clone(&self.shown);
        let gone = |id: Option<EventId>| id.is_some_and(|id| now.desk.client(id).is_none());
        if let Some(was) = before.desk.client_named(&self.local.beginning.client) {
            match now.desk.client(was.id) {
                Some(client) if client.name == was.name => {}
                Some(client) => self.local.beginning.client = client.name.to_string(),
                None => self.local.beginning.client = self.wished(options).client,
            }
        }
        if self.local.only.as_ref().is_some_and(|only| gone(only.id)) {
            self.local.only = None;
        }
        let shown = match self.local.place {
            Place::Client => self.local.client,
            Place::Sheet => self.local.sheet.client(),
            _ => None,
        };
        if gone(shown) {
            self.local.place = Place::Start;
        }
    }
}
