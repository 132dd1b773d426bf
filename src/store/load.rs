//! The durable rope comes in behind the other one: what both hold is united, and each is mended from the other.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use gloo_timers::callback::Timeout;
use heard_core::Desk;
use heard_core::sorted_map;
use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};

use crate::browser::indexed_db::Database;
use crate::persistence::{Found, Kind, Plan, Ropes, kind, unite};
use crate::store::erase::without;
use crate::store::{Live, Shown};

/// So many closed meetings are read before anything is shown; the older ones come in behind.
const AT_ONCE: usize = 60;
/// So many are read in one go.
const AT_A_TIME: usize = 10;
/// How long `IndexedDB` may take to answer at all, in milliseconds, before work goes on without it.
const PATIENCE_MS: u32 = 3_000;

impl Live {
    /// Opens the durable rope, if it is wanted, and takes in what it holds. One that does not answer is none, until it
    /// does.
    pub(crate) fn load(&self, found: Found, durable: bool) {
        self.begin_work();
        let (me, name) = (self.me.clone(), self.notebook.borrow().name().to_owned());
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
                live.notebook.borrow().reread()
            });
            live.edge.borrow_mut().all_in = later.is_empty();
            live.arrive(database, &local, Found::sort_out(kept));
            drop(live);
            fetch(&me, &later).await;
        });
    }

    /// It is known what the durable rope holds of late, or that there is none. This ends the work that was begun before.
    fn arrive(&self, database: Option<Database>, local: &Found, durable: Found) {
        self.notebook.borrow_mut().opened(database);
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
        if self.shown().leading && self.edge.borrow().all_in {
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

    /// Takes in what is old, a few meetings at a time; it is shown when all of it is here.
    fn take_in_more(&self, desk: &mut Desk, more: Found) {
        *desk = united(desk, &more);
        if let Some(found) = &mut self.edge.borrow_mut().found {
            found.extend(more);
        }
    }

    /// All that is kept has been read.
    fn all_in(&self, old: &Desk) {
        self.edge.borrow_mut().all_in = true;
        let mut desk = self.shown().desk.with_all(old);
        for record in self.edge.borrow_mut().forgotten.drain(..) {
            desk = without(&desk, &record);
        }
        let (local, durable) =
            (self.notebook.borrow().reread(), self.edge.borrow_mut().found.take());
        if let Some(durable) = durable {
            self.notebook.borrow_mut().note_lengths(durable.lengths.clone());
            let ropes =
                Ropes { local: &local, durable: &durable, desk: &desk, used: 0, has_durable: true };
            let (unread, newer) = (ropes.lost(), !durable.newer.is_empty());
            let shown = self.shown();
            self.show(Shown { unread, newer: shown.newer || newer, ..(*shown).clone() });
            self.edge.borrow_mut().found = Some(durable);
        }
        self.show_desk(desk);
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

    /// Unites what the durable rope holds with what is shown already.
    fn take_in(&self, local: &Found, durable: Found) {
        self.take_draft(&durable);
        let mut desk = united(&self.shown().desk, &durable);
        for record in local.erasing.iter().chain(&durable.erasing) {
            desk = without(&desk, record);
        }
        let shown = self.shown();
        let ropes = Ropes { local, durable: &durable, desk: &desk, used: 0, has_durable: true };
        let (unread, newer) = (ropes.lost(), shown.newer || !durable.newer.is_empty());
        let review = shown.review.filter(|id| desk.meeting(*id).is_some());
        self.show(Shown { desk: Rc::new(desk), review, unread, newer, ..(*shown).clone() });
        self.notebook.borrow_mut().note_lengths(durable.lengths.clone());
        self.edge.borrow_mut().found = Some(durable);
    }

    /// Mends each rope from the other, and puts closed meetings together. Only the tab at the head does so.
    pub(crate) async fn mend(&self) {
        let Some(durable) = self.edge.borrow_mut().found.take() else { return };
        if self.shown().newer {
            return;
        }
        let local = self.notebook.borrow().reread();
        self.finish_erasing(&local, &durable).await;
        let desk = self.shown().desk.clone();
        let (used, has_durable) = {
            let notebook = self.notebook.borrow();
            (notebook.used(), notebook.database().is_some())
        };
        let ropes = Ropes { local: &local, durable: &durable, desk: &desk, used, has_durable };
        let plan = Plan::of(&ropes);
        self.carry_out(plan).await;
    }

    /// First the durable rope, and the other one when that is on the disk.
    pub(crate) async fn carry_out(&self, plan: Plan) {
        if plan.is_empty() {
            return;
        }
        let database = self.notebook.borrow().database();
        if let Some(database) = database
            && database.join(&plan.durable, unite, &plan.durable_gone).await.is_err()
        {
            return;
        }
        self.notebook.borrow_mut().carry_out(&plan);
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
async fn fetch(me: &Weak<Live>, names: &[String]) {
    if names.is_empty() {
        return;
    }
    let mut desk = Desk::default();
    for few in names.chunks(AT_A_TIME) {
        let database = me.upgrade().and_then(|live| live.notebook.borrow().database());
        let Some(database) = database else { return };
        let texts = database.several(few).await.unwrap_or_default();
        let Some(live) = me.upgrade() else { return };
        live.take_in_more(&mut desk, Found::sort_out(texts));
        drop((live, database));
        pause().await;
    }
    if let Some(live) = me.upgrade() {
        live.all_in(&desk);
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

/// A desk with everything found besides.
fn united(desk: &Desk, found: &Found) -> Desk {
    let newer = found.newer.iter().map(|(_, line)| line.as_str());
    desk.with_events(found.events.values().cloned())
        .with_packed(found.packed.values().cloned())
        .with_newer(newer)
}
