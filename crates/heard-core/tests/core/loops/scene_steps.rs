//! Loop methods of the scene.

use heard_core::event::capture::Kind;
use heard_core::event::kind::EventKind;
use heard_core::loops::{Loop, StepKind};
use heard_core::time::Local;
use heard_core::{EventId, Refusal};

use crate::scene::{Scene, captured};

/// A day, in milliseconds.
pub(crate) const DAY_MS: u64 = 86_400_000;

impl Scene {
    /// The local time of the scene.
    pub(crate) fn here(&self) -> Local {
        Local { wall_ms: self.now.wall_ms, utc_offset_min: 60 }
    }

    /// A client raises an issue.
    pub(crate) fn raise_issue(&mut self, words: &str) -> EventId {
        self.record(captured(Kind::Issue, words))
    }

    /// The loop with an id.
    pub(crate) fn the_loop(&self, id: EventId) -> Loop {
        Loop::clone(&self.notebook.find_loop(id).expect("the loop exists"))
    }

    /// Takes a step of a loop if its state allows it.
    pub(crate) fn try_step(
        &mut self,
        id: EventId,
        kind: StepKind,
        text: &str,
    ) -> Result<EventId, Refusal> {
        let one = self.the_loop(id);
        let stepped = one.try_step(kind.with_text(text)?, self.here())?;
        self.try_record_for(one.home, EventKind::LoopStepped(stepped))
    }

    /// Takes a step of a loop, which must be allowed.
    pub(crate) fn take_step(&mut self, id: EventId, kind: StepKind, text: &str) -> EventId {
        self.try_step(id, kind, text).expect("the step leads on")
    }
}
