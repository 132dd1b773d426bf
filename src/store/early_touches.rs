//! What was said before this module was there: each counts from its own time.

use heard_core::event::floor::{Party, Source};
use heard_core::event::kind::Act;
use heard_core::meeting::gap_detection::Wake;
use heard_core::{Boot, EventId, Moment, Refusal};

use crate::browser::clock;
use crate::store::{Beginning, Live, Said};

impl Live {
    /// Knows that the page was touched already, before it judges how long nobody was there.
    pub fn touched_first(&self, at: Moment) {
        if self.first_touch.get().is_none_or(|first| at.wall_ms < first.wall_ms) {
            self.first_touch.set(Some(at));
        }
    }

    /// Does something as of a moment that is past.
    pub fn as_of<T>(&self, at: Moment, act: impl FnOnce(&Self) -> T) -> T {
        if self.awake.get().boot == at.boot && self.awake.get().mono_ms > at.mono_ms {
            self.awake.set(at);
        }
        let done = clock::as_of(at, || act(self));
        // The page was awake all the while; only a clock that ran ahead says otherwise.
        self.wake(Wake::Touch);
        done
    }

    /// A touch on the floor button that said a meeting begins; where one runs after all, they listen.
    pub fn begin_or_listen(&self, beginning: Beginning) -> Result<Option<EventId>, Refusal> {
        let Some(floor) = self.shown().desk.running().map(|meeting| meeting.floor()) else {
            return self.hear(Said::Began(beginning));
        };
        if floor == Some(Party::Client.into()) {
            return Ok(None);
        }
        let act = match floor {
            Some(_) => Act::FloorTaken { by: Party::Client, source: Source::Touch },
            None => Act::BreakEnded,
        };
        self.hear(Said::Act(act))
    }

    /// A touch on the floor button that passes the floor on; where no meeting runs after all, one begins.
    pub fn pass_or_begin(&self, beginning: Beginning) -> Result<Option<EventId>, Refusal> {
        let runs = self.shown().desk.running().is_some();
        self.hear(if runs { Said::FloorPassed } else { Said::Began(beginning) })
    }

    /// A moment of this document, or of one before it.
    pub fn moment(&self, wall_ms: i64, mono_ms: u64, boot: Option<Boot>) -> Moment {
        Moment { boot: boot.unwrap_or_else(clock::boot), wall_ms, mono_ms }
    }
}
