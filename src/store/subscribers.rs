//! The subscribers of a store: watchers, which are notified of changes, and guards, which may forbid erasing.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::{Rc, Weak};

use crate::store::snapshot::Snapshot;

type Watcher = dyn Fn(&Rc<Snapshot>, &Rc<Snapshot>);
type MayErase = dyn Fn() -> bool;

/// A subscription to changes, which ends when this is dropped.
#[must_use = "dropping it ends the subscription"]
pub struct Watch {
    _watcher: Rc<Watcher>,
}

/// A guard against erasing, which is removed when this is dropped.
#[must_use = "dropping it removes the guard"]
pub struct Guard {
    _may_erase: Rc<MayErase>,
}

/// The watchers and guards of one store.
#[derive(Default)]
pub(crate) struct Subscribers {
    watchers: RefCell<Vec<Weak<Watcher>>>,
    guards: RefCell<Vec<Weak<MayErase>>>,
    /// Changes to notify of, in order. A watcher may cause another change; it is queued behind the one being delivered.
    queue: RefCell<VecDeque<(Rc<Snapshot>, Rc<Snapshot>)>>,
    is_notifying: Cell<bool>,
}

impl Subscribers {
    /// Adds a watcher, which is called with the snapshots before and after each change.
    pub(crate) fn watch(&self, watcher: impl Fn(&Rc<Snapshot>, &Rc<Snapshot>) + 'static) -> Watch {
        let watcher: Rc<Watcher> = Rc::new(watcher);
        let mut watchers = self.watchers.borrow_mut();
        watchers.retain(|watcher| watcher.strong_count() > 0);
        watchers.push(Rc::downgrade(&watcher));
        Watch { _watcher: watcher }
    }

    /// Adds a guard, which returns `false` to forbid erasing.
    pub(crate) fn guard(&self, may_erase: impl Fn() -> bool + 'static) -> Guard {
        let may_erase: Rc<MayErase> = Rc::new(may_erase);
        let mut guards = self.guards.borrow_mut();
        guards.retain(|guard| guard.strong_count() > 0);
        guards.push(Rc::downgrade(&may_erase));
        Guard { _may_erase: may_erase }
    }

    /// Whether no guard forbids erasing.
    pub(crate) fn may_erase(&self) -> bool {
        let guards: Vec<_> = self.guards.borrow().iter().filter_map(Weak::upgrade).collect();
        guards.iter().all(|may_erase| may_erase())
    }

    /// Notifies all watchers of a change, after the changes before it.
    pub(crate) fn notify(&self, before: Rc<Snapshot>, after: Rc<Snapshot>) {
        self.queue.borrow_mut().push_back((before, after));
        if self.is_notifying.replace(true) {
            return;
        }
        loop {
            let change = self.queue.borrow_mut().pop_front();
            let Some((before, after)) = change else { break };
            let watchers: Vec<_> =
                self.watchers.borrow().iter().filter_map(Weak::upgrade).collect();
            for watcher in &watchers {
                watcher(&before, &after);
            }
        }
        self.is_notifying.set(false);
    }
}
