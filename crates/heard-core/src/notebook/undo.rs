//! Creation of the events that undo and redo add.

use std::rc::Rc;

use crate::event::id::{EventId, Record};
use crate::event::kind::EventKind;
use crate::event::refusal::Refusal;
use crate::meeting::log::Log;
use crate::notebook::Notebook;

impl Notebook {
    /// The record and the event that undo would add to the running meeting, or to `review` if none is running.
    ///
    /// # Errors
    ///
    /// [`Refusal::NothingToUndo`] if there is no such meeting, or no event of it that can be undone.
    pub fn undoing(&self, review: Option<EventId>) -> Result<(Record, EventKind), Refusal> {
        let log = self.log_at_hand(review).ok_or(Refusal::NothingToUndo)?;
        // An imported meeting is removed by erasing it, not by undo.
        let undoable =
            log.history().undoable().filter(|id| *id != log.id || log.imported_object().is_none());
        let event = undoable.ok_or(Refusal::NothingToUndo)?;
        Ok((Record::Begun(log.id), EventKind::Undone { event }))
    }

    /// The record and the event that redo would add to the running meeting, to `review` if none is running, or to the
    /// last meeting if its opening was undone.
    ///
    /// # Errors
    ///
    /// [`Refusal::NothingToRedo`] if there is no such meeting, or no undone event of it that can be redone.
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
