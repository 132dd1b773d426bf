//! What was undone, and what can be: read from the log alone, so that it survives a reload.

use crate::chunk_list::ChunkList;
use crate::event::Event;
use crate::event::id::EventId;
use crate::event::kind::EventKind;
use crate::sorted_map;

/// The outcome of all undoing and redoing in a log.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History {
    standing: ChunkList<EventId>,
    undone: Vec<EventId>,
    found: Vec<EventId>,
    /// What is no part of the meeting itself, and is taken back where it was said: the steps of loops.
    aside: Vec<EventId>,
}

impl History {
    /// Reads a log whose events are in order.
    ///
    /// A new kind makes what was undone before it final, as every editor does. That time was away is nobody's kind: it
    /// always stands, and changes nothing of what can be undone or redone.
    pub fn of<'a>(events: impl IntoIterator<Item = &'a Event>) -> Self {
        let mut history = Self::default();
        for event in events {
            history.take(event);
        }
        history
    }

    /// Reads the next event.
    pub(crate) fn take(&mut self, event: &Event) {
        match &event.kind {
            EventKind::Undone { event } if self.aside.contains(event) => {
                self.aside.retain(|known| known != event);
            }
            EventKind::Undone { event } => self.undo(*event),
            EventKind::Redone { event } => self.redo(*event),
            EventKind::AwayFound { .. } => self.found.push(event.id()),
            kind if kind.which_loop().is_some() => self.aside.push(event.id()),
            _ => self.take_new(event.id()),
        }
    }

    fn undo(&mut self, id: EventId) {
        if let Some(back) = self.standing.iter().rev().position(|known| *known == id) {
            self.standing.remove(self.standing.len() - 1 - back);
            self.undone.push(id);
        }
    }

    fn redo(&mut self, id: EventId) {
        if let Some(place) = self.undone.iter().rposition(|known| *known == id) {
            self.undone.remove(place);
            self.standing.push(id);
        }
    }

    /// The ids of all events that count, sorted.
    pub(crate) fn counting(&self) -> Vec<EventId> {
        let all = self.standing.iter().chain(&self.aside).chain(&self.found);
        let mut all: Vec<EventId> = all.copied().collect();
        sorted_map::sort(&mut all, &Ord::cmp);
        all
    }

    fn take_new(&mut self, id: EventId) {
        self.standing.push(id);
        self.undone.clear();
    }

    /// Reads an event of which only the word is known, and that turns nothing back.
    pub(crate) fn take_word(&mut self, id: EventId, word: &str) {
        if word == "away-found" { self.found.push(id) } else { self.take_new(id) }
    }

    /// Whether an event of this word has to be read to know what it takes back or brings again.
    pub(crate) fn turns(word: &str) -> bool {
        matches!(word, "undone" | "redone")
    }

    /// Whether an event counts.
    pub fn stands(&self, id: EventId) -> bool {
        self.may_be_undone(id) || self.found.contains(&id)
    }

    /// Whether an event counts that can be taken back.
    pub fn may_be_undone(&self, id: EventId) -> bool {
        self.standing.iter().rev().any(|known| *known == id) || self.aside.contains(&id)
    }

    /// What undo would take back: the last event that counts.
    pub fn undoable(&self) -> Option<EventId> {
        self.standing.last().copied()
    }

    /// What redo would bring back: the last event undone since anything new happened.
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
        assert!(history.stands(id(1)) && !history.stands(id(2)));
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
        assert!(!history.stands(id(1)));
    }

    #[test]
    fn undoing_what_is_not_there_changes_nothing() {
        let events = log(vec![EventKind::BreakTaken, EventKind::Undone { event: id(9) }]);
        assert_eq!(History::of(&events).undoable(), Some(id(1)));
    }
}
