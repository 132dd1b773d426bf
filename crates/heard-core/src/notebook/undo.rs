//! The events that undo and redo would add.

use std::rc::Rc;

use crate::event::id::{EventId, Record};
use crate::event::kind::EventKind;
use crate::event::refusal::Refusal;
use crate::meeting::log::Log;
use crate::notebook::Notebook;

impl Notebook {
    /// What undo would say of the meeting that runs, or of `review` when none does.
    pub fn undoing(&self, review: Option<EventId>) -> Result<(Record, EventKind), Refusal> {
        let log = self.log_at_hand(review).ok_or(Refusal::NothingToUndo)?;
        // What a file brought is withdrawn by erasing it, and not by one undo too many.
        let undoable =
            log.history().undoable().filter(|id| *id != log.id || log.imported_object().is_none());
        let event = undoable.ok_or(Refusal::NothingToUndo)?;
        Ok((Record::Begun(log.id), EventKind::Undone { event }))
    }

    /// What redo would say; a meeting whose opening was just undone counts as being at hand.
    pub fn redoing(&self, review: Option<EventId>) -> Result<(Record, EventKind), Refusal> {
        let gone = |log: &&Rc<Log>| log.as_packed().is_none() && log.meeting().is_none();
        let withdrawn = || self.logs().last().filter(gone);
        let log = self.log_at_hand(review).or_else(withdrawn).ok_or(Refusal::NothingToRedo)?;
        let event = log.history().redoable().ok_or(Refusal::NothingToRedo)?;
        Ok((Record::Begun(log.id), EventKind::Redone { event }))
    }

    fn log_at_hand(&self, review: Option<EventId>) -> Option<&Rc<Log>> {
        self.log(self.running().map(|meeting| meeting.id).or(review)?)
    }
}
