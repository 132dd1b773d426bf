//! The loops on the desk: gathered when somebody first asks, and kept until something changes.

use std::cell::OnceCell;
use std::rc::Rc;

use crate::desk::Desk;
use crate::id::EventId;
use crate::loops::{self, ALIKE_PERCENT, Loop, Loops, likeness_percent};

/// Something worked out once. A clone forgets it: whoever clones a desk is about to change it.
#[derive(Debug)]
pub(super) struct Once<T>(OnceCell<Rc<T>>);

impl<T> Default for Once<T> {
    fn default() -> Self {
        Self(OnceCell::new())
    }
}

impl<T> Clone for Once<T> {
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl Desk {
    fn gathered(&self) -> &Rc<Loops> {
        self.loops.0.get_or_init(|| Rc::new(loops::gather(self)))
    }

    /// Every loop, in the order of their names, which is the order in which they began.
    pub fn loops(&self) -> &[Rc<Loop>] {
        &self.gathered().all
    }

    /// The loop of a name: its own, or that of a capture that raised it again.
    pub fn find_loop(&self, id: EventId) -> Option<Rc<Loop>> {
        self.gathered().find(id).cloned()
    }

    /// The loops of a client; of nobody, where the meeting had none.
    pub fn loops_of(&self, client: Option<EventId>) -> impl Iterator<Item = &Rc<Loop>> {
        self.loops().iter().filter(move |one| one.client == client)
    }

    /// The older open loop of the same client that an issue or a promise may raise again, if it was not asked yet: the
    /// likest one, where one is like enough.
    pub fn likely_same(&self, capture: EventId) -> Option<Rc<Loop>> {
        let loops = self.gathered();
        let new = loops.find(capture).filter(|one| one.id == capture)?;
        if loops.is_answered(capture) {
            return None;
        }
        let like = |one: &&Rc<Loop>| likeness_percent(&one.words, &new.words);
        let older = self.loops_of(new.client);
        let older = older.filter(|one| one.id < capture && one.closed.is_none());
        let likest = older.max_by_key(like)?;
        (like(&likest) >= ALIKE_PERCENT).then(|| Rc::clone(likest))
    }

    /// Reads what some meetings more say of loops, so that the first question is answered quickly; says whether there are any
    /// left.
    pub fn read_ahead(&self, most: usize) -> bool {
        let mut unread = self.logs.iter().rev().filter(|log| !log.has_seeds());
        unread.by_ref().take(most).for_each(|log| drop(log.seeds()));
        unread.next().is_some()
    }
}
