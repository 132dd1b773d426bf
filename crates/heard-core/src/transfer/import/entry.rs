//! The clients and meetings in a file. Entries without a log become events. Of entries with a log, the fields that the
//! log does not record are kept.

use crate::codec::value::Value;
use crate::event::id::EventId;
use crate::event::kind::EventKind;
use crate::imported::{self, ExtraFields, ExtraFieldsById, UnreadData};
use crate::transfer::export;
use crate::transfer::import::error::ImportError;
use crate::transfer::import::items::{each_of, thing};
use crate::transfer::import::logged::Logged;

/// The data of the entries that the log of the file does not record.
#[derive(Default)]
pub(super) struct Entries {
    /// Extra fields of clients that are in the log.
    clients: Vec<(EventId, ExtraFields)>,
    /// Extra fields of meetings that are in the log.
    meetings: Vec<(EventId, ExtraFields)>,
    /// The count of damaged entries.
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

    /// The extra fields, as unread data.
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
        // Finding the fields that the log records requires replaying it, so this is done only for files with extra
        // fields.
        if ExtraFields::of_meeting(&object, &known).is_some() {
            let recorded = export::known(&logged.log(id));
            known.extend(recorded.as_deref().and_then(Value::read));
            self.meetings.extend(ExtraFields::of_meeting(&object, &known));
        }
        Some(())
    }
}
