//! The store: one open notebook with its snapshot, and how a snapshot replaces the one before.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use gloo_timers::callback::{Interval, Timeout};
use heard_core::{EventId, Notebook, Timestamp};
use wasm_bindgen_futures::spawn_local;

use crate::browser::clock;
use crate::options::Storage;
use crate::persistence::both_stores::BothStores;
use crate::store::connections::Connections;
use crate::store::draft::Draft;
use crate::store::load_state::LoadState;
use crate::store::snapshot::Snapshot;
use crate::store::subscribers::{Guard, Subscribers, Watch};
use crate::store::waiting_count::WaitingCount;
use crate::store::work::{Waiters, Work, WorkCount};

/// One open notebook. It is independent of Yew: all widgets of a storage key share it, and a method of the element has to
/// return its result in the same task.
pub struct NotebookStore {
    pub(super) this: Weak<Self>,
    /// The storage key, and whether the notebook is stored at all.
    key: (String, bool),
    pub(super) stores: RefCell<BothStores>,
    snapshot: RefCell<Rc<Snapshot>>,
    pub(super) subscribers: Subscribers,
    /// The draft. It is not part of the snapshot, so that typing a letter renders nothing else.
    pub(super) draft: RefCell<Draft>,
    /// The delay after which a changed draft is written to `IndexedDB`.
    pub(super) draft_timer: RefCell<Option<Timeout>>,
    pub(super) connections: RefCell<Connections>,
    pub(super) load: RefCell<LoadState>,
    /// Meetings that have ended and are archived once all of their events are stored.
    pub(super) to_archive: RefCell<Vec<EventId>>,
    pub(super) waiting_count: RefCell<WaitingCount>,
    /// The last time at which this page is known to have been active.
    pub(super) last_active: Cell<Timestamp>,
    /// When the user first touched the page, if that was before the notebook was opened.
    pub(super) first_touch: Cell<Option<Timestamp>>,
    /// Runs while a meeting does.
    pub(super) heartbeat: RefCell<Option<Interval>>,
    /// The delay before the next archives are decoded ahead of use.
    pub(super) read_ahead: RefCell<Option<Timeout>>,
    /// The work that a flush has to wait for.
    pub(super) work: WorkCount,
    pub(super) flushing: Waiters,
    pub(super) loading: Waiters,
}

thread_local! {
    static OPEN: RefCell<Vec<Weak<NotebookStore>>> = const { RefCell::new(Vec::new()) };
}

impl NotebookStore {
    /// The notebook of a storage key: the one that is open in this page already, or else a new one. A notebook that is
    /// kept in memory is never shared with one of the same key that is stored.
    pub fn of(key: &str, storage: Storage) -> Rc<Self> {
        let wanted = (key.to_owned(), storage != Storage::Memory);
        OPEN.with_borrow_mut(|open| {
            open.retain(|store| store.strong_count() > 0);
            let known = open.iter().filter_map(Weak::upgrade).find(|store| store.key == wanted);
            known.unwrap_or_else(|| {
                let store = Self::open(wanted, storage);
                open.push(Rc::downgrade(&store));
                store
            })
        })
    }

    fn open(key: (String, bool), storage: Storage) -> Rc<Self> {
        let durable = storage == Storage::Auto;
        let (stores, found) = BothStores::open(&key.0, key.1, durable);
        let snapshot = Snapshot {
            version: 0,
            notebook: Rc::new(found.to_notebook()),
            review: None,
            mode: stores.mode(),
            saving: false,
            unread: 0,
            newer: !found.newer.is_empty(),
            leading: true,
            percent_used: stores.percent_used(),
        };
        let store = Rc::new_cyclic(|this| Self::new(this, key, stores, snapshot));
        store.adopt_draft(&found);
        store.connect();
        store.load(found, durable);
        store
    }

    fn new(this: &Weak<Self>, key: (String, bool), stores: BothStores, snapshot: Snapshot) -> Self {
        let store = this.clone();
        let on_work_end = move || {
            if let Some(store) = store.upgrade() {
                store.refresh_save_state();
            }
        };
        Self {
            this: this.clone(),
            key,
            stores: RefCell::new(stores),
            snapshot: RefCell::new(Rc::new(snapshot)),
            subscribers: Subscribers::default(),
            draft: RefCell::default(),
            draft_timer: RefCell::default(),
            connections: RefCell::default(),
            load: RefCell::default(),
            to_archive: RefCell::default(),
            waiting_count: RefCell::default(),
            last_active: Cell::new(clock::now()),
            first_touch: Cell::default(),
            heartbeat: RefCell::default(),
            read_ahead: RefCell::default(),
            work: WorkCount::new(on_work_end),
            flushing: Waiters::default(),
            loading: Waiters::default(),
        }
    }

    /// Whether other tabs have the same notebook. One that is kept in memory belongs to this page alone.
    pub(crate) const fn is_shared(&self) -> bool {
        self.key.1
    }

    /// The current state.
    pub fn snapshot(&self) -> Rc<Snapshot> {
        Rc::clone(&self.snapshot.borrow())
    }

    /// Calls `watcher` with the snapshot before and after each change, in the task of the change, until the returned
    /// [`Watch`] is dropped.
    pub fn watch(&self, watcher: impl Fn(&Rc<Snapshot>, &Rc<Snapshot>) + 'static) -> Watch {
        self.subscribers.watch(watcher)
    }

    /// Calls `may_erase` before the user erases anything, until the returned [`Guard`] is dropped. If it returns `false`,
    /// nothing is erased.
    pub fn guard_erasing(&self, may_erase: impl Fn() -> bool + 'static) -> Guard {
        self.subscribers.guard(may_erase)
    }

    /// The running meeting, or else the one under review; `None` if there is neither.
    pub(crate) fn current_meeting(&self) -> Option<EventId> {
        let snapshot = self.snapshot();
        snapshot.notebook.running().map(|meeting| meeting.id).or(snapshot.review)
    }

    /// Replaces the snapshot with a changed copy and notifies the subscribers. The only place where it is replaced; the
    /// version and the state of the stores are filled in here.
    pub(crate) fn update(&self, change: impl FnOnce(&mut Snapshot)) {
        let before = self.snapshot();
        let mut next = Snapshot::clone(&before);
        change(&mut next);
        next.version = before.version + 1;
        {
            let stores = self.stores.borrow();
            next.mode = stores.mode();
            next.saving = stores.is_saving();
            next.percent_used = stores.percent_used();
        }
        let next = Rc::new(next);
        self.snapshot.replace(Rc::clone(&next));
        self.update_heartbeat();
        self.update_read_ahead();
        self.subscribers.notify(before, next);
    }

    /// Shows another notebook.
    pub(crate) fn show_notebook(&self, notebook: Notebook) {
        self.update(|next| next.set_notebook(notebook));
    }

    /// Runs a task in the background, unless the store has been closed before it begins. `work` ends with the task.
    pub(crate) fn spawn_work(&self, work: Work, task: impl AsyncFnOnce(&Self) + 'static) {
        let this = self.this.clone();
        spawn_local(async move {
            let Some(store) = this.upgrade() else { return };
            task(&store).await;
            // The end of the work updates the store, which may have no other owner any more: so it comes first.
            drop(work);
            drop(store);
        });
    }
}

/// A store is equal to itself alone.
impl PartialEq for NotebookStore {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}
