//! What is kept is on its way: to the disk, and to whoever waits until it is there.

use gloo_timers::callback::Timeout;
use heard_core::Record;
use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;

use crate::browser::clock;
use crate::persistence::{Found, WriteBatch};
use crate::store::{Draft, NotebookStore, Snapshot};

/// How long a draft may rest before it goes to the durable rope, in milliseconds. In localStorage it is at once.
const DRAFT_REST_MS: u32 = 250;

impl NotebookStore {
    /// Resolves when all that was said is kept as safely as it can be.
    pub fn flush(&self) -> Promise {
        self.drafting.take();
        self.launch();
        Promise::new(&mut |resolve, _| {
            self.flushing.borrow_mut().push(resolve);
            self.tell_flushed();
        })
    }

    /// Sends what waits to the durable rope. Whether it arrived is snapshot when that is known.
    pub(crate) fn launch(&self) {
        let Some(flight) = self.stores.borrow_mut().launch() else { return };
        let me = self.me.clone();
        spawn_local(async move {
            let WriteBatch { cargo, done } = flight;
            let well = done.await.is_ok();
            if let Some(live) = me.upgrade() {
                live.stores.borrow_mut().landed(&cargo, well);
                live.refresh();
            }
        });
    }

    /// Shows how safely things are kept now, if that has changed.
    pub(crate) fn refresh(&self) {
        let snapshot = self.snapshot();
        let (mode, saving) = {
            let stores = self.stores.borrow();
            (stores.mode(), stores.is_saving())
        };
        if (mode, saving) != (snapshot.mode, snapshot.saving) {
            self.show((*snapshot).clone());
        }
        self.put_together();
        self.tell_flushed();
    }

    /// Work begins that a flush has to wait for.
    pub(crate) fn begin_work(&self) {
        self.busy.set(self.busy.get() + 1);
    }

    pub(crate) fn end_work(&self) {
        self.busy.set(self.busy.get() - 1);
        self.refresh();
    }

    fn tell_flushed(&self) {
        if self.busy.get() > 0 || !self.stores.borrow().is_settled() {
            return;
        }
        for resolve in self.flushing.take() {
            // A promise's own function never throws.
            let _ = resolve.call0(&JsValue::UNDEFINED);
        }
    }

    pub(crate) fn keep_draft(&self, draft: Draft) {
        let (now_ms, here, before) =
            (clock::wall_ms(), self.at_hand(), self.draft.borrow().clone());
        // The same words come late, from a line that has just gone.
        let of = if draft.words == before.words { before.of.or(here) } else { here.or(before.of) };
        if of != before.of
            && let Some(left) = before.of.filter(|_| !before.words.trim().is_empty())
        {
            // What was left unfinished in another meeting is kept there. One that is gone needs no words any more.
            let _ = self.record(Record::Begun(left), before.caught(before.ago_ms(now_ms)));
        }
        let mut standing = self.draft.borrow_mut();
        let earlier = if of == before.of { before } else { Draft::default() };
        *standing = Draft { of, ..draft.over(&earlier, now_ms) };
        if self.snapshot().newer {
            return;
        }
        self.stores.borrow_mut().keep_draft(standing.written(), standing.is_blank());
        let me = self.me.clone();
        let rested = Timeout::new(DRAFT_REST_MS, move || {
            if let Some(live) = me.upgrade() {
                live.launch();
            }
        });
        self.drafting.replace(Some(rested));
    }

    /// Takes over the draft that was changed last, whichever document wrote it.
    pub(crate) fn take_draft(&self, found: &Found) {
        let read = found.drafts.iter().filter_map(|(of, text)| Some((of, Draft::read(text)?)));
        let Some((of, draft)) = read.max_by_key(|(_, draft)| draft.changed_wall_ms) else { return };
        if draft.changed_wall_ms <= self.draft.borrow().changed_wall_ms {
            return;
        }
        let mut stores = self.stores.borrow_mut();
        // Where there is no room, the draft stays where it is.
        if *of != clock::boot().to_string() && stores.keep_draft(draft.written(), draft.is_blank())
        {
            stores.drop_draft(of);
        }
        self.draft.replace(draft);
    }

    /// A newer Heard has written here: this one stops.
    pub(crate) fn give_way(&self) {
        let snapshot = self.snapshot();
        if !snapshot.newer {
            self.show(Snapshot { newer: true, ..(*snapshot).clone() });
        }
    }
}
