//! The clients and meetings in a file: what the log does not know becomes an event, what it knows may have more to say.

use crate::codec::value::Value;
use crate::event::id::EventId;
use crate::event::kind::EventKind;
use crate::imported::{self, ExtraFields, ExtraFieldsById, UnreadData};
use crate::transfer::export;
use crate::transfer::import::error::ImportError;
use crate::transfer::import::items::{each_of, thing};
use crate::transfer::import::logged::Logged;

/// What the entries of a file say beside its log.
#[derive(Default)]
pub(super) struct Entries {
    /// What the log does not tell of clients that it knows.
    clients: Vec<(EventId, ExtraFields)>,
    /// What the log does not tell of meetings that it knows.
    meetings: Vec<(EventId, ExtraFields)>,
    /// How many of them are not sound.
    pub(super) damaged: usize,
}

impl Entries {
    pub(super) fn clients(
        &mut self,
        list: Option<&str>,
        logged: &mut Logged,
    ) -> Result<(), ImportError> {
        each_of(list, &mut |item| {
            self.damaged += usize::from(self.client(item, logged).is_none());
        })
    }

    pub(super) fn meetings(
        &mut self,
        list: Option<&str>,
        logged: &mut Logged,
    ) -> Result<(), ImportError> {
        each_of(list, &mut |item| {
            self.damaged += usize::from(self.meeting(item, logged).is_none());
        })
    }

    /// What the log does not tell, as the rest of a file has it.
    pub(super) fn rest(self) -> UnreadData {
        let (clients, meetings) =
            (ExtraFieldsById::of(self.clients), ExtraFieldsById::of(self.meetings));
        UnreadData { clients, meetings, ..UnreadData::default() }
    }

    fn client(&mut self, item: &str, logged: &mut Logged) -> Option<()> {
        let json = thing(item)?;
        let object = Value::read(&json)?;
        let id = imported::client_id(imported::id_text(&object)?);
        match logged.root(id, EventKind::begins_client).map(|root| &root.kind) {
            Some(EventKind::ClientImported(json)) => {
                let known = Value::read(json.get());
                self.clients.extend(ExtraFields::of_client(&object, known.as_ref()));
            }
            Some(_) => self.clients.extend(ExtraFields::of_client(&object, None)),
            None => logged.begin(imported::client(json)?),
        }
        Some(())
    }

    fn meeting(&mut self, item: &str, logged: &mut Logged) -> Option<()> {
        let json = thing(item)?;
        let object = Value::read(&json)?;
        let id = imported::meeting_id(imported::id_text(&object)?);
        let is_meeting = |kind: &EventKind| !kind.begins_client();
        let Some(root) = logged.root(id, is_meeting) else {
            logged.begin(imported::meeting(json)?);
            return Some(());
        };
        let imported = match &root.kind {
            EventKind::MeetingImported(json) => Some(json.clone()),
            _ => None,
        };
        let mut known: Vec<Value> =
            imported.as_ref().and_then(|json| Value::read(json.get())).into_iter().collect();
        // What the log tells of the time after the meeting takes a fold to know; few files need it.
        if ExtraFields::of_meeting(&object, &known).is_some() {
            let told = export::known(&logged.log(id));
            known.extend(told.as_deref().and_then(Value::read));
            self.meetings.extend(ExtraFields::of_meeting(&object, &known));
        }
        Some(())
    }
}
