//! From a command to a stored event. Every event of this document is made here.

use std::rc::Rc;

use heard_core::event::floor::Source;
use heard_core::event::kind::{EventKind, Opening};
use heard_core::{Event, EventId, Notebook, Record, Refusal, Timestamp};

use crate::browser::clock;
use crate::browser::unicode::nfc;
use crate::store::client_names::client_named;
use crate::store::command::{Command, NewMeeting};
use crate::store::draft::Draft;
use crate::store::notebook_store::NotebookStore;

impl NotebookStore {
    /// Executes a command. What it changes is stored and visible in the snapshot when this returns.
    ///
    /// Returns the id of the event that was recorded; `None` for a command that records none.
    ///
    /// # Errors
    ///
    /// The reason why the current state does not allow the command. Nothing has changed then.
    pub fn dispatch(&self, command: Command) -> Result<Option<EventId>, Refusal> {
        match command {
            Command::Begin(meeting) => self.begin(meeting).map(Some),
            Command::Record(kind) => self.record_in_current(kind).map(Some),
            Command::RecordIn(record, kind) => self.record(record, kind).map(Some),
            Command::PassFloor => {
                self.record_in_current(self.passing_floor(Source::Touch)?).map(Some)
            }
            Command::Undo => self.record_chosen(Notebook::undoing).map(Some),
            Command::Redo => self.record_chosen(Notebook::redoing).map(Some),
            Command::ChangeSetting(setting) => {
                self.record(Record::Settings, EventKind::SettingChanged(setting)).map(Some)
            }
            Command::NoteFileSaved => self.record(Record::Settings, EventKind::FileSaved).map(Some),
            Command::CloseReview => self.review(None),
            Command::OpenReview(id) => self.review(Some(id)),
            Command::Capture(draft) => self.capture(draft).map(Some),
            Command::SaveDraft(draft) => {
                self.save_draft(draft);
                Ok(None)
            }
            Command::EraseAll => self.erase(None),
            Command::EraseRecord(id) => self.erase(Some(id)),
            Command::EraseQuarantine => self.erase_quarantine(),
            Command::TakeOver => {
                self.take_over();
                Ok(None)
            }
        }
    }

    fn begin(&self, meeting: NewMeeting) -> Result<EventId, Refusal> {
        let NewMeeting { client, kind, us, them, began_ms_ago, aim_percent } = meeting;
        let snapshot = self.snapshot();
        let opening = Opening {
            client: None,
            kind,
            us,
            them,
            began_ms_ago,
            aim_percent,
            utc_offset_min: clock::utc_offset_min(),
        };
        // A meeting that is refused must not leave a new client behind.
        self.check_new(EventKind::MeetingOpened(opening.clone()))?;
        let client = nfc(client.trim());
        let client = match client_named(&snapshot.notebook, &client) {
            _ if client.is_empty() => None,
            Some(known) => Some(known.id),
            None => Some(self.record_new(EventKind::ClientAdded { name: client.clone() })?),
        };
        self.record_new(EventKind::MeetingOpened(Opening { client, ..opening }))
    }

    fn review(&self, id: Option<EventId>) -> Result<Option<EventId>, Refusal> {
        if id.is_some_and(|id| self.snapshot().notebook.meeting(id).is_none()) {
            return Err(Refusal::Unknown);
        }
        self.update(|next| next.review = id);
        Ok(None)
    }

    /// Records a capture as of the time when its first letter was typed, and empties the draft.
    fn capture(&self, draft: Draft) -> Result<EventId, Refusal> {
        let now_ms = clock::wall_ms();
        let draft = draft.over(&self.draft(), now_ms);
        let id = self.record_in_current(draft.to_capture(draft.ago_ms(now_ms)))?;
        // In the same task: a page that is closed right now must not restore a draft that has been recorded.
        self.save_draft(Draft { kind: draft.kind, writing: draft.writing, ..Draft::default() });
        Ok(id)
    }

    /// The event that passes the floor to the other party, or ends the break.
    pub(crate) fn passing_floor(&self, source: Source) -> Result<EventKind, Refusal> {
        let snapshot = self.snapshot();
        let meeting = snapshot.notebook.running().ok_or(Refusal::NoMeeting)?;
        let taken = |by| EventKind::FloorTaken { by, source };
        Ok(meeting.floor().map_or(EventKind::BreakEnded, |floor| taken(floor.passed())))
    }

    fn record_in_current(&self, kind: EventKind) -> Result<EventId, Refusal> {
        let id = self.current_meeting().ok_or(Refusal::NoMeeting)?;
        self.record(Record::Begun(id), kind)
    }

    /// Records the event that `choose` derives from the notebook and the meeting under review.
    fn record_chosen(
        &self,
        choose: impl Fn(&Notebook, Option<EventId>) -> Result<(Record, EventKind), Refusal>,
    ) -> Result<EventId, Refusal> {
        let snapshot = self.snapshot();
        let (of, kind) = choose(&snapshot.notebook, snapshot.review)?;
        self.record(of, kind)
    }

    /// Checks whether an event that begins a record would be accepted.
    fn check_new(&self, kind: EventKind) -> Result<(), Refusal> {
        let id = self.next_id();
        let event = Event { n: id.n, at: clock::now(), of: Record::Begun(id), kind, raw: None };
        self.snapshot().notebook.apply(&event).map(drop)
    }

    fn record_new(&self, kind: EventKind) -> Result<EventId, Refusal> {
        self.record(Record::Begun(self.next_id()), kind)
    }

    fn next_id(&self) -> EventId {
        EventId { n: self.snapshot().notebook.next_n(), boot: clock::boot() }
    }

    /// Records an event as of now, after the gap before it, if there was one.
    pub(crate) fn record(&self, of: Record, kind: EventKind) -> Result<EventId, Refusal> {
        self.note_activity();
        self.append(of, kind, self.last_active.get())
    }

    /// Appends an event to the notebook. It is stored before the new snapshot is shown.
    pub(crate) fn append(
        &self,
        of: Record,
        kind: EventKind,
        at: Timestamp,
    ) -> Result<EventId, Refusal> {
        let snapshot = self.snapshot();
        if snapshot.newer {
            return Err(Refusal::Newer);
        }
        let event = Event { n: snapshot.notebook.next_n(), at, of, kind, raw: None };
        let notebook = snapshot.notebook.apply(&event)?;
        self.stores.borrow_mut().save_event(&event);
        self.write_pending();
        self.broadcast_event(&event);
        let review = reviewed_after(&event, &notebook, snapshot.review);
        self.update(|next| {
            next.notebook = Rc::new(notebook);
            next.review = review;
        });
        if event.kind == EventKind::MeetingEnded {
            self.meeting_ended(event.of);
        }
        Ok(event.id())
    }
}

/// The meeting under review after an event: one that has just ended comes under review, a running one does not.
fn reviewed_after(event: &Event, notebook: &Notebook, before: Option<EventId>) -> Option<EventId> {
    match (&event.kind, event.of, notebook.running()) {
        (_, _, Some(_)) => None,
        (EventKind::MeetingEnded | EventKind::Redone { .. }, Record::Begun(id), None) => {
            notebook.meeting(id).map(|meeting| meeting.id)
        }
        _ => before,
    }
}
