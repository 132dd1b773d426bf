//! What hosts ask for, a page's script and a Yew app alike: where a touch would mean one thing, they may mean another.

use heard_core::event::floor::{Floor, Source};
use heard_core::event::kind::EventKind;
use heard_core::time::Local;
use heard_core::{EventId, Refusal};

use crate::store::{Command, NotebookStore};

impl NotebookStore {
    /// Passes the floor on, or ends the break.
    pub fn pass_floor(&self) -> Result<Option<EventId>, Refusal> {
        self.dispatch(Command::Record(self.passing(Source::Api)?))
    }

    /// Gives the floor to a party, or to nobody. Nothing comes of it when it is so already: a host may say again what is.
    pub fn set_floor(&self, wanted: Floor) -> Result<Option<EventId>, Refusal> {
        let running = self.snapshot().notebook.running().cloned().ok_or(Refusal::NoMeeting)?;
        if running.floor() == Some(wanted) {
            return Ok(None);
        }
        let source = Source::Api;
        let taken = wanted.party().map(|by| EventKind::FloorTaken { by, source });
        self.dispatch(Command::Record(taken.unwrap_or(EventKind::FloorLeft { source })))
    }

    /// Now, and what local time is.
    pub fn local_now(&self) -> Local {
        Local { wall_ms: self.now().wall_ms, utc_offset_min: self.utc_offset_min() }
    }
}
