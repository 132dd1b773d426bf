//! Undo and redo, computed from the log alone so that the history survives a reload.

use crate::chunk_list::ChunkList;
use crate::event::Event;
use crate::event::id::EventId;
use crate::event::kind::EventKind;
use crate::sorted_map;

/// The undo history of a log: which events count, and which can be undone or redone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History {
    /// The events that count and can be undone, oldest first.
    in_effect: ChunkList<EventId>,
    /// The events that can be redone, in the order of undoing.
    undone: Vec<EventId>,
    /// The events that detected away time, which always count.
    gaps: Vec<EventId>,
    /// The steps of loops that count. They are undone by their id and are not part of the undo stack.
    loop_steps: Vec<EventId>,
}

impl History {
    /// Computes the history of a log whose events are in order.
    ///
    /// A new event makes earlier undos final, as in text editors. An event that detected away time always counts, and
    /// does not affect what can be undone or redone.
    pub fn of<'a>(events: impl IntoIterator<Item = &'a Event>) -> Self {
        let mut history = Self::default();
        for event in events {
            history.take(event);
        }
        history
    }

    /// Applies the next event of the log.
    pub(crate) fn take(&mut self, event: &Event) {
        match &event.kind {
            EventKind::Undone { event } if self.loop_steps.contains(event) => {
                self.loop_steps.retain(|known| known != event);
            }
            EventKind::Undone { event } => self.undo(*event),
            EventKind::Redone { event } => self.redo(*event),
            EventKind::AwayFound { .. } => self.gaps.push(event.id()),
            kind if kind.which_loop().is_some() => self.loop_steps.push(event.id()),
            _ => self.take_new(event.id()),
        }
    }

    /// Moves an event from those that count to those that can be redone. Does nothing if it does not count.
    fn undo(&mut self, id: EventId) {
        if let Some(back) = self.in_effect.iter().rev().position(|known| *known == id) {
            self.in_effect.remove(self.in_effect.len() - 1 - back);
            self.undone.push(id);
        }
    }

    /// Moves an undone event back to those that count. Does nothing if it is not undone.
    fn redo(&mut self, id: EventId) {
        if let Some(place) = self.undone.iter().rposition(|known| *known == id) {
            self.undone.remove(place);
            self.in_effect.push(id);
        }
    }

    /// Returns the ids of all events that count, sorted.
    pub(crate) fn counting(&self) -> Vec<EventId> {
        let all = self.in_effect.iter().chain(&self.loop_steps).chain(&self.gaps);
        let mut all: Vec<EventId> = all.copied().collect();
        sorted_map::sort(&mut all, &Ord::cmp);
        all
    }

    /// Applies a new event: it counts, and earlier undos become final.
    fn take_new(&mut self, id: EventId) {
        self.in_effect.push(id);
        self.undone.clear();
    }

    /// Applies an event of which only the id and the word are known and which is neither an undo nor a redo.
    pub(crate) fn take_word(&mut self, id: EventId, word: &str) {
        if word == "away-found" { self.gaps.push(id) } else { self.take_new(id) }
    }

    /// Returns whether events of this word are undos or redos, so that the event that they refer to has to be decoded.
    pub(crate) fn is_undo_or_redo(word: &str) -> bool {
        matches!(word, "undone" | "redone")
    }

    /// Returns whether an event counts, that is, whether it is known and not undone.
    pub fn is_in_effect(&self, id: EventId) -> bool {
        self.may_be_undone(id) || self.gaps.contains(&id)
    }

    /// Returns whether an event counts and can be undone.
    pub fn may_be_undone(&self, id: EventId) -> bool {
        self.in_effect.iter().rev().any(|known| *known == id) || self.loop_steps.contains(&id)
    }

    /// Returns the event that undo would take back: the last one that counts. `None` if there is none.
    pub fn undoable(&self) -> Option<EventId> {
        self.in_effect.last().copied()
    }

    /// Returns the event that redo would restore: the last one undone since the last new event. `None` if there is
    /// none.
    pub fn redoable(&self) -> Option<EventId> {
        self.undone.last().copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::event::id::Record;
    use crate::event::timestamp::{DocumentId, Timestamp};

    const BOOT: DocumentId = DocumentId::from_random(7);

    fn log(acts: Vec<EventKind>) -> Vec<Event> {
        let at = Timestamp { boot: BOOT, wall_ms: 0, mono_ms: 0 };
        (1..)
            .zip(acts)
            .map(|(n, kind)| Event { n, at, of: Record::Settings, kind, raw: None })
            .collect()
    }

    fn id(n: u64) -> EventId {
        EventId { n, boot: BOOT }
    }

    #[test]
    fn redo_brings_back_the_last_event_undone() {
        let events = log(vec![
            EventKind::BreakTaken,
            EventKind::BreakEnded,
            EventKind::Undone { event: id(2) },
            EventKind::Undone { event: id(1) },
            EventKind::Redone { event: id(1) },
        ]);
        let history = History::of(&events);
        assert!(history.is_in_effect(id(1)) && !history.is_in_effect(id(2)));
        assert_eq!((history.undoable(), history.redoable()), (Some(id(1)), Some(id(2))));
    }

    #[test]
    fn a_new_act_ends_what_could_be_redone() {
        let events = log(vec![
            EventKind::BreakTaken,
            EventKind::Undone { event: id(1) },
            EventKind::MomentMarked,
        ]);
        let history = History::of(&events);
        assert_eq!((history.undoable(), history.redoable()), (Some(id(3)), None));
        assert!(!history.is_in_effect(id(1)));
    }

    #[test]
    fn undoing_what_is_not_there_changes_nothing() {
        let events = log(vec![EventKind::BreakTaken, EventKind::Undone { event: id(9) }]);
        assert_eq!(History::of(&events).undoable(), Some(id(1)));
    }
}
