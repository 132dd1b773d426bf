//! Noticing gaps: time in which this page, and the device with it, may have been asleep; and which tab leads, since only the
//! leading tab can tell.

use std::cell::Cell;
use std::rc::Rc;

use gloo_timers::callback::Interval;
use heard_core::event::kind::EventKind;
use heard_core::meeting::gap_detection::{self, Wake};
use heard_core::{Record, Timestamp};
use wasm_bindgen_futures::spawn_local;

use crate::browser::clock;
use crate::browser::locks::LeaderLock;
use crate::store::notebook_store::NotebookStore;
use crate::store::work::Work;

/// The interval between heartbeats while a meeting runs, in milliseconds: half of what a reload may take without being
/// noticed as a gap.
const HEARTBEAT_MS: u32 = 5_000;

impl NotebookStore {
    /// Starts the heartbeat when a meeting begins, and stops it when none runs. It measures nothing: a heartbeat that comes
    /// late shows that the page was asleep.
    pub(crate) fn update_heartbeat(&self) {
        let is_running = self.snapshot().notebook.running().is_some();
        let has_heartbeat = self.heartbeat.borrow().is_some();
        if is_running == has_heartbeat {
            return;
        }
        self.last_active.set(clock::now());
        let this = self.this.clone();
        let heartbeat = is_running.then(|| {
            Interval::new(HEARTBEAT_MS, move || {
                if let Some(store) = this.upgrade() {
                    store.on_heartbeat();
                }
            })
        });
        self.heartbeat.replace(heartbeat);
    }

    /// Records a gap if the heartbeat is late, and stores that this page is active.
    pub(crate) fn on_heartbeat(&self) {
        let snapshot = self.snapshot();
        if snapshot.notebook.running().is_none() || snapshot.newer {
            return;
        }
        self.note_activity();
        let heartbeat = self.stores.borrow().write_heartbeat(self.last_active.get());
        if let Some(written) = heartbeat {
            spawn_local(async move {
                // If it fails, the next heartbeat follows within seconds.
                let _ = written.await;
            });
        }
    }

    /// Notes that the page is active now, and records the gap before, if there was one.
    ///
    /// In the leading tab, the heartbeat would have noted activity meanwhile, also if a touch comes first after a freeze. The
    /// browser may suspend a tab in the background alone, so in any other tab only the clocks show a gap.
    pub(crate) fn note_activity(&self) {
        let now = clock::now();
        let last = self.last_active.replace(now);
        let has_heartbeat = self.snapshot().leading && self.heartbeat.borrow().is_some();
        self.record_gap(last, now, if has_heartbeat { Wake::Pulse } else { Wake::Touch });
    }

    /// Records the time since `last` as a gap of the running meeting, if the clocks show one.
    fn record_gap(&self, last: Timestamp, now: Timestamp, how: Wake) {
        let running = self.snapshot().notebook.running().map(|meeting| meeting.id);
        if let (Some(id), Some(since)) = (running, gap_detection::missed(last, now, how)) {
            // A running meeting always accepts this event.
            let _ = self.append(Record::Begun(id), EventKind::AwayFound { since }, now);
        }
    }

    /// Requests to be the leading tab of this notebook. `work` lasts until it is known which tab leads and, if it is this
    /// one, until both stores are repaired. Where the browser has no locks, each tab leads.
    pub(crate) fn request_leadership(&self, work: Work) {
        let this = self.this.clone();
        let name = format!("{}:live", self.stores.borrow().name());
        let work = Rc::new(Cell::new(Some(work)));
        let pending = Rc::clone(&work);
        let request = || {
            LeaderLock::request(name, move |leading, is_first| {
                if let Some(store) = this.upgrade() {
                    store.leadership_changed(leading, pending.take().filter(|_| is_first));
                }
            })
        };
        let lock = self.is_shared().then(request).flatten();
        let is_alone = lock.is_none();
        self.connections.borrow_mut().leader_lock = lock;
        if is_alone {
            self.leadership_changed(true, work.take());
        }
    }

    /// Makes this tab the leading one. Does nothing where the browser has no locks.
    pub(crate) fn take_over(&self) {
        if let Some(lock) = &self.connections.borrow().leader_lock {
            lock.steal();
        }
    }

    /// This tab leads now, or no longer does. `opening` is the work of opening the notebook, with the first answer.
    fn leadership_changed(&self, leading: bool, opening: Option<Work>) {
        if self.snapshot().leading != leading {
            self.update(|next| next.leading = leading);
        }
        let Some(work) = opening else { return };
        if leading {
            self.detect_gap();
            self.repair_if_leading(work);
        } else {
            // The leading tab repairs the stores.
            self.load.borrow_mut().unrepaired = None;
        }
    }

    /// Records the gap between the last sign of an earlier tab and this page, if a meeting runs and no other tab was open.
    fn detect_gap(&self) {
        let snapshot = self.snapshot();
        let Some(id) = snapshot.notebook.running().map(|meeting| meeting.id) else { return };
        if snapshot.newer {
            return;
        }
        let durable = self.load.borrow().unrepaired.as_ref().and_then(|found| found.awake);
        let local = self.stores.borrow().read_local().awake;
        let events = snapshot.notebook.events_of(Record::Begun(id));
        let recorded = events.map(|event| event.at);
        let last = recorded.chain(durable).chain(local).max_by_key(|at| at.wall_ms);
        if let Some(last) = last {
            // The user may have touched the page before this module was loaded.
            self.last_active.set(self.first_touch.get().unwrap_or_else(clock::now));
            self.record_gap(last, self.last_active.get(), Wake::Pulse);
        }
    }
}
