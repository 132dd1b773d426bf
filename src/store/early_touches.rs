//! What was said before this module was there: each counts from its own time.

use heard_core::event::floor::{Party, Source};
use heard_core::event::kind::EventKind;
use heard_core::meeting::gap_detection::Wake;
use heard_core::{DocumentId, EventId, Refusal, Timestamp};

use crate::browser::clock;
use crate::store::{Command, NewMeeting, NotebookStore};

impl NotebookStore {
    /// Knows that the page was touched already, before it judges how long nobody was there.
    pub fn touched_first(&self, at: Timestamp) {
        if self.first_touch.get().is_none_or(|first| at.wall_ms < first.wall_ms) {
            self.first_touch.set(Some(at));
        }
    }

    /// Does something as of a moment that is past.
    pub fn as_of<T>(&self, at: Timestamp, action: impl FnOnce(&Self) -> T) -> T {
        if self.awake.get().boot == at.boot && self.awake.get().mono_ms > at.mono_ms {
            self.awake.set(at);
        }
        let done = clock::as_of(at, || action(self));
        // The page was awake all the while; only a clock that ran ahead says otherwise.
        self.wake(Wake::Touch);
        done
    }

    /// A touch on the floor button that said a meeting begins; where one runs after all, they listen.
    pub fn begin_or_listen(&self, beginning: NewMeeting) -> Result<Option<EventId>, Refusal> {
        let Some(floor) = self.snapshot().notebook.running().map(|meeting| meeting.floor()) else {
            return self.dispatch(Command::Begin(beginning));
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

    /// A touch on the floor button that passes the floor on; where no meeting runs after all, one begins.
    pub fn pass_or_begin(&self, beginning: NewMeeting) -> Result<Option<EventId>, Refusal> {
        let runs = self.snapshot().notebook.running().is_some();
        self.dispatch(if runs { Command::PassFloor } else { Command::Begin(beginning) })
    }

    /// A moment of this document, or of one before it.
    pub fn moment(&self, wall_ms: i64, mono_ms: u64, boot: Option<DocumentId>) -> Timestamp {
        Timestamp { boot: boot.unwrap_or_else(clock::boot), wall_ms, mono_ms }
    }
}
