//! Touches and calls from before this module was loaded. Each is recorded as of the time when it was made.

use heard_core::event::floor::{Party, Source};
use heard_core::event::kind::EventKind;
use heard_core::{DocumentId, EventId, Refusal, Timestamp};

use crate::browser::clock;
use crate::store::command::{Command, NewMeeting};
use crate::store::notebook_store::NotebookStore;

impl NotebookStore {
    /// Notes that the user touched the page at this time, so that a gap before the page was opened ends there.
    pub fn note_first_touch(&self, at: Timestamp) {
        if self.first_touch.get().is_none_or(|first| at.wall_ms < first.wall_ms) {
            self.first_touch.set(Some(at));
        }
    }

    /// Runs an action with the clocks set to a time in the past.
    pub fn as_of<T>(&self, at: Timestamp, action: impl FnOnce(&Self) -> T) -> T {
        if self.last_active.get().boot == at.boot && self.last_active.get().mono_ms > at.mono_ms {
            self.last_active.set(at);
        }
        let result = clock::as_of(at, || action(self));
        // The page has been active since. Only a wall clock that ran ahead shows a gap here.
        self.note_activity();
        result
    }

    /// An early touch on the floor button of an idle widget: begins a meeting. If one is running after all, the client is
    /// given the floor. Returns the id of the event; `None` if the client has the floor already.
    ///
    /// # Errors
    ///
    /// The reason why the event is refused.
    pub fn begin_or_listen(&self, meeting: NewMeeting) -> Result<Option<EventId>, Refusal> {
        let Some(floor) = self.snapshot().notebook.running().map(|meeting| meeting.floor()) else {
            return self.dispatch(Command::Begin(meeting));
        };
        if floor == Some(Party::Client.into()) {
            return Ok(None);
        }
        let kind = match floor {
            Some(_) => EventKind::FloorTaken { by: Party::Client, source: Source::Touch },
            None => EventKind::BreakEnded,
        };
        self.dispatch(Command::Record(kind))
    }

    /// An early touch on the floor button of a running meeting: passes the floor. If no meeting is running after all, one
    /// begins. Returns the id of the event.
    ///
    /// # Errors
    ///
    /// The reason why the event is refused.
    pub fn pass_or_begin(&self, meeting: NewMeeting) -> Result<Option<EventId>, Refusal> {
        let is_running = self.snapshot().notebook.running().is_some();
        self.dispatch(if is_running { Command::PassFloor } else { Command::Begin(meeting) })
    }

    /// A timestamp from the readings of both clocks, in milliseconds. `None` for the document means this one.
    pub fn timestamp(&self, wall_ms: i64, mono_ms: u64, boot: Option<DocumentId>) -> Timestamp {
        Timestamp { boot: boot.unwrap_or_else(clock::boot), wall_ms, mono_ms }
    }
}
