//! From something said to an event kept: the only way in which a notebook grows here.

use std::rc::Rc;

use heard_core::event::floor::Source;
use heard_core::event::kind::{EventKind, Opening};
use heard_core::meeting::gap_detection::Wake;
use heard_core::{Event, EventId, Notebook, Record, Refusal, Timestamp};

use crate::browser::clock;
use crate::store::{NewMeeting, NotebookStore, Snapshot};

impl NotebookStore {
    pub(crate) fn begin(&self, beginning: NewMeeting) -> Result<EventId, Refusal> {
        let NewMeeting { client, kind, us, them, began_ms_ago, aim_percent } = beginning;
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
        // What can not begin must not add a client either.
        self.try_new(EventKind::MeetingOpened(opening.clone()))?;
        let client = client.trim();
        let client = match snapshot.notebook.client_named(client) {
            _ if client.is_empty() => None,
            Some(known) => Some(known.id),
            None => Some(self.record_new(EventKind::ClientAdded { name: client.to_owned() })?),
        };
        self.record_new(EventKind::MeetingOpened(Opening { client, ..opening }))
    }

    /// The kind that passes the floor on: after a break it is the client's.
    pub(crate) fn passing(&self, source: Source) -> Result<EventKind, Refusal> {
        let snapshot = self.snapshot();
        let meeting = snapshot.notebook.running().ok_or(Refusal::NoMeeting)?;
        let taken = |by| EventKind::FloorTaken { by, source };
        Ok(meeting.floor().map_or(EventKind::BreakEnded, |floor| taken(floor.passed())))
    }

    pub(crate) fn act(&self, kind: EventKind) -> Result<EventId, Refusal> {
        let id = self.at_hand().ok_or(Refusal::NoMeeting)?;
        self.record(Record::Begun(id), kind)
    }

    pub(crate) fn record_said(
        &self,
        what: impl Fn(&Notebook, Option<EventId>) -> Result<(Record, EventKind), Refusal>,
    ) -> Result<EventId, Refusal> {
        let snapshot = self.snapshot();
        let (of, kind) = what(&snapshot.notebook, snapshot.review)?;
        self.record(of, kind)
    }

    /// Says whether an kind that begins a record would be admitted.
    fn try_new(&self, kind: EventKind) -> Result<(), Refusal> {
        let event = self.stamped(Record::Begun(self.next_id()), kind);
        self.snapshot().notebook.apply(&event).map(drop)
    }

    fn record_new(&self, kind: EventKind) -> Result<EventId, Refusal> {
        self.record(Record::Begun(self.next_id()), kind)
    }

    fn next_id(&self) -> EventId {
        EventId { n: self.snapshot().notebook.next_n(), boot: clock::boot() }
    }

    /// The one place where an kind becomes an event.
    fn stamped(&self, of: Record, kind: EventKind) -> Event {
        Event { n: self.snapshot().notebook.next_n(), at: clock::now(), of, kind, raw: None }
    }

    /// An event is kept before anything of it is drawn. Time that nobody can vouch for comes before it.
    pub(crate) fn record(&self, of: Record, kind: EventKind) -> Result<EventId, Refusal> {
        self.wake(Wake::Touch);
        self.write_down(of, kind, self.awake.get())
    }

    pub(crate) fn write_down(
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
        self.stores.borrow_mut().keep(&event);
        self.launch();
        self.tell_event(&event);
        let review = reviewed_after(&event, &notebook, snapshot.review);
        self.show(Snapshot { notebook: Rc::new(notebook), review, ..(*snapshot).clone() });
        if event.kind == EventKind::MeetingEnded {
            self.after_meeting(event.of);
        }
        Ok(event.id())
    }
}

/// A meeting that just ended lies on the notebook; one that goes on again does not.
fn reviewed_after(event: &Event, notebook: &Notebook, before: Option<EventId>) -> Option<EventId> {
    match (&event.kind, event.of, notebook.running()) {
        (_, _, Some(_)) => None,
        (EventKind::MeetingEnded | EventKind::Redone { .. }, Record::Begun(id), None) => {
            notebook.meeting(id).map(|meeting| meeting.id)
        }
        _ => before,
    }
}
