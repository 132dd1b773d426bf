//! The durable rope comes in behind the other one: what both hold is united, and each is mended from the other.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use gloo_timers::callback::Timeout;
use heard_core::Notebook;
use heard_core::sorted_map;
use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};

use crate::browser::indexed_db::Database;
use crate::persistence::{Found, Kind, Plan, StoreContents, kind, unite};
use crate::store::erase::without;
use crate::store::{NotebookStore, Snapshot};

/// So many closed meetings are read before anything is snapshot; the older ones come in behind.
const AT_ONCE: usize = 60;
/// So many are read in one go.
const AT_A_TIME: usize = 10;
/// How long `IndexedDB` may take to answer at all, in milliseconds, before work goes on without it.
const PATIENCE_MS: u32 = 3_000;

impl NotebookStore {
    /// Opens the durable rope, if it is wanted, and takes in what it holds. One that does not answer is none, until it
    /// does.
    pub(crate) fn load(&self, found: Found, durable: bool) {
        self.begin_work();
        let (me, name) = (self.me.clone(), self.stores.borrow().name().to_owned());
        let (impatient, nothing) = (self.me.clone(), RefCell::new(Some(found)));
        let nothing = Rc::new(nothing);
        let local = Rc::clone(&nothing);
        let patience = Timeout::new(PATIENCE_MS, move || {
            if let (Some(live), Some(local)) = (impatient.upgrade(), local.take()) {
                live.edge.borrow_mut().all_in = true;
                live.arrive(None, &local, Found::default());
            }
        });
        spawn_local(async move {
            let database = if durable { Database::open(&name).await.ok() } else { None };
            let names = match &database {
                Some(database) => database.names().await.ok(),
                None => None,
            };
            // A database that can not be read is none.
            let database = database.filter(|_| names.is_some());
            let (first, later) = in_turn(names.unwrap_or_default());
            let kept = match &database {
                Some(database) => database.several(&first).await.unwrap_or_default(),
                None => Vec::new(),
            };
            drop(patience);
            let Some(live) = me.upgrade() else { return };
            let local = nothing.take().unwrap_or_else(|| {
                live.begin_work();
                live.stores.borrow().reread()
            });
            live.edge.borrow_mut().all_in = later.is_empty();
            live.arrive(database, &local, Found::sort_out(kept));
            drop(live);
            fetch(&me, &later).await;
        });
    }

    /// It is known what the durable rope holds of late, or that there is none. This ends the work that was begun before.
    fn arrive(&self, database: Option<Database>, local: &Found, durable: Found) {
        self.stores.borrow_mut().opened(database);
        self.take_in(local, durable);
        self.launch();
        if self.edge.borrow().head.is_none() {
            self.stand();
        } else {
            self.settle();
        }
    }

    /// Mends the ropes, if it is this tab's to do so and all is here. Ends the work that was begun before.
    pub(crate) fn settle(&self) {
        if self.snapshot().leading && self.edge.borrow().all_in {
            self.mend_and_end();
        } else {
            self.end_work();
        }
    }

    /// Resolves when all that is kept has been read: what is old comes in behind.
    pub fn loaded(&self) -> Promise {
        Promise::new(&mut |resolve, _| {
            self.loading.borrow_mut().push(resolve);
            self.tell_loaded();
        })
    }

    pub(crate) fn tell_loaded(&self) {
        if !self.edge.borrow().all_in {
            return;
        }
        for resolve in self.loading.take() {
            // A promise's own function never throws.
            let _ = resolve.call0(&JsValue::UNDEFINED);
        }
    }

    /// Takes in what is old, a few meetings at a time; it is snapshot when all of it is here.
    fn take_in_more(&self, notebook: &mut Notebook, more: Found) {
        *notebook = united(notebook, &more);
        if let Some(found) = &mut self.edge.borrow_mut().found {
            found.extend(more);
        }
    }

    /// All that is kept has been read.
    fn all_in(&self, old: &Notebook) {
        self.edge.borrow_mut().all_in = true;
        let mut notebook = self.snapshot().notebook.with_all(old);
        for record in self.edge.borrow_mut().forgotten.drain(..) {
            notebook = without(&notebook, &record);
        }
        let (local, durable) = (self.stores.borrow().reread(), self.edge.borrow_mut().found.take());
        if let Some(durable) = durable {
            self.stores.borrow_mut().note_lengths(durable.lengths.clone());
            let ropes = StoreContents {
                local: &local,
                durable: &durable,
                notebook: &notebook,
                used: 0,
                has_durable: true,
            };
            let (unread, newer) = (ropes.lost(), !durable.newer.is_empty());
            let snapshot = self.snapshot();
            self.show(Snapshot { unread, newer: snapshot.newer || newer, ..(*snapshot).clone() });
            self.edge.borrow_mut().found = Some(durable);
        }
        self.show_desk(notebook);
        self.tell_loaded();
        self.begin_work();
        self.settle();
    }

    /// Mends both ropes, and ends the work that was begun before.
    pub(crate) fn mend_and_end(&self) {
        let me = self.me.clone();
        spawn_local(async move {
            if let Some(live) = me.upgrade() {
                live.mend().await;
                live.expire();
                live.end_work();
            }
        });
    }

    /// Unites what the durable rope holds with what is snapshot already.
    fn take_in(&self, local: &Found, durable: Found) {
        self.take_draft(&durable);
        let mut notebook = united(&self.snapshot().notebook, &durable);
        for record in local.erasing.iter().chain(&durable.erasing) {
            notebook = without(&notebook, record);
        }
        let snapshot = self.snapshot();
        let ropes = StoreContents {
            local,
            durable: &durable,
            notebook: &notebook,
            used: 0,
            has_durable: true,
        };
        let (unread, newer) = (ropes.lost(), snapshot.newer || !durable.newer.is_empty());
        let review = snapshot.review.filter(|id| notebook.meeting(*id).is_some());
        self.show(Snapshot {
            notebook: Rc::new(notebook),
            review,
            unread,
            newer,
            ..(*snapshot).clone()
        });
        self.stores.borrow_mut().note_lengths(durable.lengths.clone());
        self.edge.borrow_mut().found = Some(durable);
    }

    /// Mends each rope from the other, and puts closed meetings together. ClientFilter the tab at the head does so.
    pub(crate) async fn mend(&self) {
        let Some(durable) = self.edge.borrow_mut().found.take() else { return };
        if self.snapshot().newer {
            return;
        }
        let local = self.stores.borrow().reread();
        self.finish_erasing(&local, &durable).await;
        let notebook = self.snapshot().notebook.clone();
        let (used, has_durable) = {
            let stores = self.stores.borrow();
            (stores.used(), stores.database().is_some())
        };
        let ropes = StoreContents {
            local: &local,
            durable: &durable,
            notebook: &notebook,
            used,
            has_durable,
        };
        let plan = Plan::of(&ropes);
        self.carry_out(plan).await;
    }

    /// First the durable rope, and the other one when that is on the disk.
    pub(crate) async fn carry_out(&self, plan: Plan) {
        if plan.is_empty() {
            return;
        }
        let database = self.stores.borrow().database();
        if let Some(database) = database
            && database.join(&plan.durable, unite, &plan.durable_gone).await.is_err()
        {
            return;
        }
        self.stores.borrow_mut().carry_out(&plan);
    }
}

/// The names to be read at once, and those of old meetings, the newest first.
fn in_turn(names: Vec<String>) -> (Vec<String>, Vec<String>) {
    let (mut meetings, mut first): (Vec<_>, Vec<_>) =
        names.into_iter().partition(|name| matches!(kind(name), Kind::Segment(_)));
    let opened = |name: &String| match kind(name) {
        Kind::Segment(id) => id.n,
        _ => 0,
    };
    sorted_map::sort(&mut meetings, &|one: &String, other: &String| {
        opened(other).cmp(&opened(one))
    });
    let later = meetings.split_off(meetings.len().min(AT_ONCE));
    first.append(&mut meetings);
    (first, later)
}

/// Reads what is old, with a pause after every few meetings, so that no touch has to wait.
async fn fetch(me: &Weak<NotebookStore>, names: &[String]) {
    if names.is_empty() {
        return;
    }
    let mut notebook = Notebook::default();
    for few in names.chunks(AT_A_TIME) {
        let database = me.upgrade().and_then(|live| live.stores.borrow().database());
        let Some(database) = database else { return };
        let texts = database.several(few).await.unwrap_or_default();
        let Some(live) = me.upgrade() else { return };
        live.take_in_more(&mut notebook, Found::sort_out(texts));
        drop((live, database));
        pause().await;
    }
    if let Some(live) = me.upgrade() {
        live.all_in(&notebook);
    }
}

/// Lets everything else have its turn.
async fn pause() {
    let turn = Promise::new(&mut |resolve, _| {
        Timeout::new(0, move || {
            // A promise's own function never throws.
            let _ = resolve.call0(&JsValue::UNDEFINED);
        })
        .forget();
    });
    // It is never rejected.
    let _ = JsFuture::from(turn).await;
}

/// A notebook with everything found besides.
fn united(notebook: &Notebook, found: &Found) -> Notebook {
    let newer = found.newer.iter().map(|(_, line)| line.as_str());
    notebook
        .with_events(found.events.values().cloned())
        .with_packed(found.packed.values().cloned())
        .with_newer(newer)
}
