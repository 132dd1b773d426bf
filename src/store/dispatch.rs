//! From something said to an event kept: the only way in which a notebook grows here.

use std::rc::Rc;

use heard_core::event::floor::Source;
use heard_core::event::kind::{Act, Opening};
use heard_core::meeting::gap_detection::Wake;
use heard_core::{Desk, Event, EventId, Moment, Record, Refusal};

use crate::browser::clock;
use crate::store::{Beginning, Live, Shown};

impl Live {
    pub(crate) fn begin(&self, beginning: Beginning) -> Result<EventId, Refusal> {
        let Beginning { client, kind, us, them, began_ms_ago, aim_percent } = beginning;
        let shown = self.shown();
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
        self.try_new(Act::MeetingOpened(opening.clone()))?;
        let client = client.trim();
        let client = match shown.desk.client_named(client) {
            _ if client.is_empty() => None,
            Some(known) => Some(known.id),
            None => Some(self.record_new(Act::ClientAdded { name: client.to_owned() })?),
        };
        self.record_new(Act::MeetingOpened(Opening { client, ..opening }))
    }

    /// The act that passes the floor on: after a break it is the client's.
    pub(crate) fn passing(&self, source: Source) -> Result<Act, Refusal> {
        let shown = self.shown();
        let meeting = shown.desk.running().ok_or(Refusal::NoMeeting)?;
        let taken = |by| Act::FloorTaken { by, source };
        Ok(meeting.floor().map_or(Act::BreakEnded, |floor| taken(floor.passed())))
    }

    pub(crate) fn act(&self, act: Act) -> Result<EventId, Refusal> {
        let id = self.at_hand().ok_or(Refusal::NoMeeting)?;
        self.record(Record::Begun(id), act)
    }

    pub(crate) fn record_said(
        &self,
        what: impl Fn(&Desk, Option<EventId>) -> Result<(Record, Act), Refusal>,
    ) -> Result<EventId, Refusal> {
        let shown = self.shown();
        let (of, act) = what(&shown.desk, shown.review)?;
        self.record(of, act)
    }

    /// Says whether an act that begins a record would be admitted.
    fn try_new(&self, act: Act) -> Result<(), Refusal> {
        let event = self.stamped(Record::Begun(self.next_id()), act);
        self.shown().desk.apply(&event).map(drop)
    }

    fn record_new(&self, act: Act) -> Result<EventId, Refusal> {
        self.record(Record::Begun(self.next_id()), act)
    }

    fn next_id(&self) -> EventId {
        EventId { n: self.shown().desk.next_n(), boot: clock::boot() }
    }

    /// The one place where an act becomes an event.
    fn stamped(&self, of: Record, act: Act) -> Event {
        Event { n: self.shown().desk.next_n(), at: clock::now(), of, act, raw: None }
    }

    /// An event is kept before anything of it is drawn. Time that nobody can vouch for comes before it.
    pub(crate) fn record(&self, of: Record, act: Act) -> Result<EventId, Refusal> {
        self.wake(Wake::Touch);
        self.write_down(of, act, self.awake.get())
    }

    pub(crate) fn write_down(&self, of: Record, act: Act, at: Moment) -> Result<EventId, Refusal> {
        let shown = self.shown();
        if shown.newer {
            return Err(Refusal::Newer);
        }
        let event = Event { n: shown.desk.next_n(), at, of, act, raw: None };
        let desk = shown.desk.apply(&event)?;
        self.notebook.borrow_mut().keep(&event);
        self.launch();
        self.tell_event(&event);
        let review = reviewed_after(&event, &desk, shown.review);
        self.show(Shown { desk: Rc::new(desk), review, ..(*shown).clone() });
        if event.act == Act::MeetingEnded {
            self.after_meeting(event.of);
        }
        Ok(event.id())
    }
}

/// A meeting that just ended lies on the desk; one that goes on again does not.
fn reviewed_after(event: &Event, desk: &Desk, before: Option<EventId>) -> Option<EventId> {
    match (&event.act, event.of, desk.running()) {
        (_, _, Some(_)) => None,
        (Act::MeetingEnded | Act::Redone { .. }, Record::Begun(id), None) => {
            desk.meeting(id).map(|meeting| meeting.id)
        }
        _ => before,
    }
}
