//! Opening the notebook: `IndexedDB` is read after localStorage, the newest meetings first; both are united, and then each
//! store is repaired from the other.

use std::cell::Cell;
use std::rc::{Rc, Weak};

use gloo_timers::callback::Timeout;
use heard_core::Notebook;
use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};

use crate::browser::indexed_db::Database;
use crate::persistence::merge::merge;
use crate::persistence::newest::{Newest, read_newest};
use crate::persistence::plan::Plan;
use crate::persistence::repair::StoreContents;
use crate::persistence::scan::Found;
use crate::store::erase::without;
use crate::store::load_state::LoadPhase;
use crate::store::notebook_store::NotebookStore;
use crate::store::work::Work;

/// How many older meetings are read at a time.
const CHUNK: usize = 10;
/// How long `IndexedDB` may take to answer before the notebook opens without it, in milliseconds.
const TIMEOUT_MS: u32 = 3_000;

impl NotebookStore {
    /// Opens `IndexedDB`, if it is wanted, and unites what it holds with `found` in localStorage. If it does not answer in
    /// time the notebook opens without it, and what it holds is added once it does answer.
    pub(crate) fn load(&self, found: Found, durable: bool) {
        // Taken by the first answer: that of the database, or the timeout.
        let opening = Rc::new(Cell::new(Some((found, self.work.begin()))));
        let timeout = {
            let (this, opening) = (self.this.clone(), Rc::clone(&opening));
            Timeout::new(TIMEOUT_MS, move || {
                if let (Some(store), Some((local, work))) = (this.upgrade(), opening.take()) {
                    store.load.borrow_mut().phase = LoadPhase::Loaded;
                    store.database_opened(None, &local, Found::default(), work);
                }
            })
        };
        let (this, name) = (self.this.clone(), self.stores.borrow().name().to_owned());
        spawn_local(async move {
            let Newest { database, found, older } = read_newest(&name, durable).await;
            drop(timeout);
            let Some(store) = this.upgrade() else { return };
            let (local, work) = opening
                .take()
                .unwrap_or_else(|| (store.stores.borrow().read_local(), store.work.begin()));
            let phase = if older.is_empty() { LoadPhase::Loaded } else { LoadPhase::ReadingOlder };
            store.load.borrow_mut().phase = phase;
            store.database_opened(database, &local, found, work);
            drop(store);
            read_older(&this, &older).await;
        });
    }

    /// Unites both stores once the newest part of `IndexedDB` has been read, or is known to be unavailable.
    fn database_opened(
        &self,
        database: Option<Database>,
        local: &Found,
        durable: Found,
        work: Work,
    ) {
        self.stores.borrow_mut().opened(database);
        self.unite(local, durable);
        self.write_pending();
        let has_lock = self.connections.borrow().leader_lock.is_some();
        if has_lock {
            self.repair_if_leading(work);
        } else {
            self.request_leadership(work);
        }
    }

    /// Repairs both stores, if this tab leads and everything has been read. `work` ends with the repair.
    pub(crate) fn repair_if_leading(&self, work: Work) {
        if !self.snapshot().leading || !self.load.borrow().is_loaded() {
            return;
        }
        self.spawn_work(work, async |store: &Self| {
            store.repair().await;
            store.erase_expired();
        });
    }

    /// A promise that resolves when everything stored has been read, the older meetings included.
    pub fn loaded(&self) -> Promise {
        let loaded = self.loading.promise();
        self.resolve_loaded();
        loaded
    }

    pub(crate) fn resolve_loaded(&self) {
        let is_loaded = self.load.borrow().is_loaded();
        if is_loaded {
            self.loading.resolve_all();
        }
    }

    /// Adds the content of `IndexedDB` to the notebook shown, and removes records whose erasure is not finished.
    fn unite(&self, local: &Found, durable: Found) {
        self.adopt_draft(&durable);
        let mut notebook = durable.added_to(&self.snapshot().notebook);
        for record in local.erasing.iter().chain(&durable.erasing) {
            notebook = without(&notebook, record);
        }
        let unread = count_lost(local, &durable, &notebook);
        let newer = !durable.newer.is_empty();
        self.update(|next| {
            next.set_notebook(notebook);
            next.unread = unread;
            next.newer |= newer;
        });
        self.stores.borrow_mut().add_lengths(durable.lengths.clone());
        self.load.borrow_mut().unrepaired = Some(durable);
    }

    /// Adds older meetings to a notebook that is shown when all of them have been read.
    fn add_older(&self, notebook: &mut Notebook, found: Found) {
        *notebook = found.added_to(notebook);
        if let Some(unrepaired) = &mut self.load.borrow_mut().unrepaired {
            unrepaired.extend(found);
        }
    }

    /// Shows the older meetings, after all of them have been read.
    fn finish_loading(&self, older: &Notebook) {
        let erased = self.load.borrow_mut().finish();
        let mut notebook = self.snapshot().notebook.with_all(older);
        for record in erased {
            notebook = without(&notebook, &record);
        }
        let (local, durable) =
            (self.stores.borrow().read_local(), self.load.borrow_mut().unrepaired.take());
        if let Some(durable) = &durable {
            self.stores.borrow_mut().add_lengths(durable.lengths.clone());
        }
        let found = durable
            .as_ref()
            .map(|durable| (count_lost(&local, durable, &notebook), !durable.newer.is_empty()));
        self.update(|next| {
            next.set_notebook(notebook);
            if let Some((unread, newer)) = found {
                next.unread = unread;
                next.newer |= newer;
            }
        });
        self.load.borrow_mut().unrepaired = durable;
        self.resolve_loaded();
        self.repair_if_leading(self.work.begin());
    }

    /// Repairs each store from the other, and archives closed meetings. Only the leading tab does so, and only once.
    async fn repair(&self) {
        let Some(durable) = self.load.borrow_mut().unrepaired.take() else { return };
        if self.snapshot().newer {
            return;
        }
        let local = self.stores.borrow().read_local();
        self.finish_erasing(&local, &durable).await;
        let notebook = self.snapshot().notebook.clone();
        let (used, has_durable) = {
            let stores = self.stores.borrow();
            (stores.used(), stores.database().is_some())
        };
        let (local, durable, notebook) = (&local, &durable, &*notebook);
        let plan = Plan::of(&StoreContents { local, durable, notebook, used, has_durable });
        self.carry_out(plan).await;
    }

    /// Makes the changes of a plan: in `IndexedDB`, and once they are on the disk in localStorage.
    pub(crate) async fn carry_out(&self, plan: Plan) {
        if plan.is_empty() {
            return;
        }
        let database = self.stores.borrow().database();
        if let Some(database) = database
            && database.join(&plan.durable, merge, &plan.durable_gone).await.is_err()
        {
            return;
        }
        self.stores.borrow_mut().carry_out(&plan);
    }
}

/// How many damaged entries neither store has a sound copy of.
fn count_lost(local: &Found, durable: &Found, notebook: &Notebook) -> usize {
    StoreContents { local, durable, notebook, used: 0, has_durable: true }.lost()
}

/// Reads older meetings, with a pause after each chunk, so that no touch has to wait for it.
async fn read_older(this: &Weak<NotebookStore>, names: &[String]) {
    if names.is_empty() {
        return;
    }
    let mut notebook = Notebook::default();
    for chunk in names.chunks(CHUNK) {
        let database = this.upgrade().and_then(|store| store.stores.borrow().database());
        let Some(database) = database else { return };
        let entries = database.several(chunk).await.unwrap_or_default();
        let Some(store) = this.upgrade() else { return };
        store.add_older(&mut notebook, Found::sort_out(entries));
        drop((store, database));
        next_task().await;
    }
    if let Some(store) = this.upgrade() {
        store.finish_loading(&notebook);
    }
}

/// Continues in a later task, so that events of the page are handled in between.
async fn next_task() {
    let task = Promise::new(&mut |resolve, _| {
        Timeout::new(0, move || {
            // The resolving function of a promise never throws.
            let _ = resolve.call0(&JsValue::UNDEFINED);
        })
        .forget();
    });
    // It is never rejected.
    let _ = JsFuture::from(task).await;
}
