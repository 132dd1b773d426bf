//! Commands of hosts, whether by the element's methods or a Yew app's controller, where they differ from those of a touch.

use heard_core::event::floor::{Floor, Source};
use heard_core::event::kind::EventKind;
use heard_core::{EventId, Refusal};

use crate::store::command::Command;
use crate::store::notebook_store::NotebookStore;

impl NotebookStore {
    /// Passes the floor to the other party, or ends the break. Returns the id of the event.
    ///
    /// # Errors
    ///
    /// [`Refusal::NoMeeting`] if no meeting runs, or the reason why the event is refused.
    pub fn pass_floor(&self) -> Result<Option<EventId>, Refusal> {
        self.dispatch(Command::Record(self.passing_floor(Source::Api)?))
    }

    /// Gives the floor to a party, or to nobody. Returns the id of the event; `None` if the floor is there already, since a
    /// host may set the same value twice.
    ///
    /// # Errors
    ///
    /// [`Refusal::NoMeeting`] if no meeting runs, or the reason why the event is refused.
    pub fn set_floor(&self, wanted: Floor) -> Result<Option<EventId>, Refusal> {
        let running = self.snapshot().notebook.running().cloned().ok_or(Refusal::NoMeeting)?;
        if running.floor() == Some(wanted) {
            return Ok(None);
        }
        let source = Source::Api;
        let taken = wanted.party().map(|by| EventKind::FloorTaken { by, source });
        self.dispatch(Command::Record(taken.unwrap_or(EventKind::FloorLeft { source })))
    }
}
