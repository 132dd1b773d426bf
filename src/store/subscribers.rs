//! Whoever watches a notebook, and whoever may forbid that it is erased.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::{Rc, Weak};

use crate::store::Snapshot;

type Watcher = dyn Fn(&Rc<Snapshot>, &Rc<Snapshot>);
type MayErase = dyn Fn() -> bool;

/// Keeps a watcher for as long as it lives.
#[must_use = "dropping it ends the watch"]
pub struct Watch {
    _watcher: Rc<Watcher>,
}

/// Keeps a guard for as long as it lives.
#[must_use = "dropping it ends the guard"]
pub struct Guard {
    _may_erase: Rc<MayErase>,
}

/// The watchers of a notebook.
#[derive(Default)]
pub(crate) struct Watchers {
    listening: RefCell<Vec<Weak<Watcher>>>,
    guards: RefCell<Vec<Weak<MayErase>>>,
    /// Changes not yet told. A watcher may cause another change; it is told after the one before.
    untold: RefCell<VecDeque<(Rc<Snapshot>, Rc<Snapshot>)>>,
    telling: Cell<bool>,
}

impl Watchers {
    pub(crate) fn watch(&self, watcher: impl Fn(&Rc<Snapshot>, &Rc<Snapshot>) + 'static) -> Watch {
        let watcher: Rc<Watcher> = Rc::new(watcher);
        let mut watchers = self.listening.borrow_mut();
        watchers.retain(|watcher| watcher.strong_count() > 0);
        watchers.push(Rc::downgrade(&watcher));
        Watch { _watcher: watcher }
    }

    pub(crate) fn guard(&self, may_erase: impl Fn() -> bool + 'static) -> Guard {
        let may_erase: Rc<MayErase> = Rc::new(may_erase);
        let mut guards = self.guards.borrow_mut();
        guards.retain(|guard| guard.strong_count() > 0);
        guards.push(Rc::downgrade(&may_erase));
        Guard { _may_erase: may_erase }
    }

    /// Whether every guard lets everything be erased.
    pub(crate) fn may_erase(&self) -> bool {
        let guards: Vec<_> = self.guards.borrow().iter().filter_map(Weak::upgrade).collect();
        guards.iter().all(|may_erase| may_erase())
    }

    /// Tells every watcher of a change, each change after the one before it.
    pub(crate) fn tell(&self, before: Rc<Snapshot>, next: Rc<Snapshot>) {
        self.untold.borrow_mut().push_back((before, next));
        if self.telling.replace(true) {
            return;
        }
        loop {
            let untold = self.untold.borrow_mut().pop_front();
            let Some((before, next)) = untold else { break };
            let watchers: Vec<_> =
                self.listening.borrow().iter().filter_map(Weak::upgrade).collect();
            for watcher in &watchers {
                watcher(&before, &next);
            }
        }
        self.telling.set(false);
    }
}
