//! The clients and meetings in a file: what the log does not know becomes an event, what it knows may have more to say.

use std::collections::BTreeSet;

use crate::act::Act;
use crate::brought::{self, More, Rest};
use crate::event::Event;
use crate::id::EventId;
use crate::import::logged::Logged;
use crate::import::{Unfit, each_of, thing};
use crate::json::Json;

/// What the entries of a file say beside its log.
#[derive(Default)]
pub(super) struct Entries {
    /// What the log does not tell of things that it knows.
    pub(super) rest: Rest,
    /// How many of them are not sound, or have the name of another.
    pub(super) damaged: usize,
}

impl Entries {
    pub(super) fn clients(&mut self, list: Option<&str>, logged: &mut Logged) -> Result<(), Unfit> {
        let mut seen = BTreeSet::new();
        each_of(list, &mut |item| {
            let taken = self.client(item, logged, &mut seen);
            self.damaged += usize::from(taken.is_none());
        })
    }

    pub(super) fn meetings(
        &mut self,
        list: Option<&str>,
        logged: &mut Logged,
    ) -> Result<(), Unfit> {
        let mut seen = BTreeSet::new();
        each_of(list, &mut |item| {
            let taken = self.meeting(item, logged, &mut seen);
            self.damaged += usize::from(taken.is_none());
        })
    }

    fn client(
        &mut self,
        item: &str,
        logged: &mut Logged,
        seen: &mut BTreeSet<EventId>,
    ) -> Option<()> {
        let json = thing(item)?;
        let object = Json::read(&json)?;
        let id = brought::client_id(brought::id_text(&object)?);
        let is_first = seen.insert(id);
        match logged.root(id).map(|root| &root.act).filter(|_| is_first) {
            Some(Act::ClientAdded { .. }) => self.rest.clients.extend(More::of_client(&object)),
            Some(Act::ClientBrought { .. }) => {}
            _ => return begin(logged, brought::client(json)),
        }
        Some(())
    }

    fn meeting(
        &mut self,
        item: &str,
        logged: &mut Logged,
        seen: &mut BTreeSet<EventId>,
    ) -> Option<()> {
        let json = thing(item)?;
        let object = Json::read(&json)?;
        let id = brought::meeting_id(brought::id_text(&object)?);
        let is_first = seen.insert(id);
        let more = match logged.root(id).map(|root| &root.act).filter(|_| is_first) {
            Some(Act::MeetingOpened(_)) => More::of_meeting(&object, None),
            Some(Act::MeetingBrought { json }) => {
                More::of_meeting(&object, Json::read(json).as_ref())
            }
            _ => return begin(logged, brought::meeting(json)),
        };
        self.rest.meetings.extend(more);
        Some(())
    }
}

/// Takes the event of a thing that has no log. A second one of the same name finds its name taken.
fn begin(logged: &mut Logged, event: Option<Event>) -> Option<()> {
    logged.begin(event?).then_some(())
}
