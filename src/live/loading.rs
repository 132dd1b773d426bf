//! The durable rope comes in behind the other one: what both hold is united, and each is mended from the other.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use heard_core::Desk;
use wasm_bindgen_futures::spawn_local;

use crate::live::erasing::without;
use crate::live::{Live, Shown};
use crate::shell::indexed_db::Database;
use crate::shell::notebook::{Found, Plan, Ropes, unite};

/// How long IndexedDB may take to answer at all, in milliseconds, before work goes on without it.
const PATIENCE_MS: u32 = 3_000;

impl Live {
    /// Opens the durable rope, if it is wanted, and takes in what it holds. One that does not answer is none, until it
    /// does.
    pub(super) fn load(&self, found: Found, durable: bool) {
        self.begin_work();
        let (me, name) = (self.me.clone(), self.notebook.borrow().name().to_owned());
        let (impatient, nothing) = (self.me.clone(), RefCell::new(Some(found)));
        let nothing = Rc::new(nothing);
        let local = Rc::clone(&nothing);
        let patience = Timeout::new(PATIENCE_MS, move || {
            if let (Some(live), Some(local)) = (impatient.upgrade(), local.take()) {
                live.arrive(None, &local, Found::default());
            }
        });
        spawn_local(async move {
            let database = if durable { Database::open(&name).await.ok() } else { None };
            let kept = match &database {
                Some(database) => database.all().await.ok(),
                None => None,
            };
            drop(patience);
            let Some(live) = me.upgrade() else { return };
            // A database that can not be read is none.
            let database = database.filter(|_| kept.is_some());
            let local = nothing.take().unwrap_or_else(|| {
                live.begin_work();
                live.notebook.borrow().reread()
            });
            live.arrive(database, &local, Found::sort_out(kept.unwrap_or_default()));
        });
    }

    /// It is known what the durable rope holds, or that there is none. This ends the work that was begun before.
    fn arrive(&self, database: Option<Database>, local: &Found, durable: Found) {
        self.notebook.borrow_mut().opened(database);
        self.take_in(local, durable);
        self.launch();
        if self.edge.borrow().head.is_none() {
            self.stand();
        } else if self.shown().leading {
            self.mend_and_end();
        } else {
            self.end_work();
        }
    }

    /// Mends both ropes, and ends the work that was begun before.
    pub(super) fn mend_and_end(&self) {
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
    pub(super) async fn mend(&self) {
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
    pub(super) async fn carry_out(&self, plan: Plan) {
        if plan.is_empty() {
            return;
        }
        let database = self.notebook.borrow().database();
        if let Some(database) = database {
            if database.join(&plan.durable, unite, &plan.durable_gone).await.is_err() {
                return;
            }
        }
        self.notebook.borrow_mut().carry_out(plan);
    }
}

/// A desk with everything found besides.
fn united(desk: &Desk, found: &Found) -> Desk {
    let newer = found.newer.iter().map(|(_, line)| line.as_str());
    desk.with_events(found.events.values().cloned())
        .with_packed(found.packed.values().cloned())
        .with_newer(newer)
}
