//! Keeping watch: whether this page, and with it the machine, was awake all the time; and which tab is at the head.

use gloo_timers::callback::Interval;
use heard_core::event::kind::EventKind;
use heard_core::meeting::gap_detection::{self, Wake};
use heard_core::{Record, Timestamp};
use wasm_bindgen_futures::spawn_local;

use crate::browser::clock;
use crate::browser::locks::LeaderLock;
use crate::store::{NotebookStore, Snapshot};

/// How often a running meeting is looked after, in milliseconds: half of what a reload may take.
const PULSE_MS: u32 = 5_000;

impl NotebookStore {
    /// A pulse beats while a meeting runs. It counts nothing: it only notices when it comes late.
    pub(crate) fn keep_pulse(&self) {
        let running = self.snapshot().notebook.running().is_some();
        let beats = self.pulse.borrow().is_some();
        if running == beats {
            return;
        }
        self.awake.set(clock::now());
        let me = self.me.clone();
        let pulse = running.then(|| {
            Interval::new(PULSE_MS, move || {
                if let Some(live) = me.upgrade() {
                    live.beat();
                }
            })
        });
        self.pulse.replace(pulse);
    }

    /// Looks whether the pulse came late, and notes that this page is awake.
    pub(crate) fn beat(&self) {
        let snapshot = self.snapshot();
        if snapshot.notebook.running().is_none() || snapshot.newer {
            return;
        }
        // A tab that is not at the head may be put to sleep alone: it can not speak for the meeting.
        self.wake(if snapshot.leading { Wake::Pulse } else { Wake::Touch });
        let beat = self.stores.borrow().beat(self.awake.get());
        if let Some(beat) = beat {
            spawn_local(async move {
                // The next one comes in a few seconds.
                let _ = beat.await;
            });
        }
    }

    /// Notices time for which nobody can vouch, and writes it down.
    pub(crate) fn wake(&self, how: Wake) {
        let now = clock::now();
        let last = self.awake.replace(now);
        self.miss(last, now, how);
    }

    fn miss(&self, last: Timestamp, now: Timestamp, how: Wake) {
        let running = self.snapshot().notebook.running().map(|meeting| meeting.id);
        if let (Some(id), Some(since)) = (running, gap_detection::missed(last, now, how)) {
            // It fits whenever a meeting runs, and one does.
            let _ = self.write_down(Record::Begun(id), EventKind::AwayFound { since }, now);
        }
    }

    /// Stands for the head of all tabs on this notebook. Ends the work that was begun when both are known: who is at
    /// the head, and that the ropes are mended.
    pub(crate) fn stand(&self) {
        let me = self.me.clone();
        let name = format!("{}:live", self.stores.borrow().name());
        let stand = || {
            LeaderLock::stand(name, move |leading, first| {
                if let Some(live) = me.upgrade() {
                    live.lead(leading, first);
                }
            })
        };
        let head = self.is_shared().then(stand).flatten();
        let alone = head.is_none();
        self.edge.borrow_mut().head = head;
        if alone {
            self.lead(true, true);
        }
    }

    /// Shows the running turn here, and no longer elsewhere.
    pub(crate) fn take_over(&self) {
        if let Some(head) = &self.edge.borrow().head {
            head.take();
        }
    }

    fn lead(&self, leading: bool, first: bool) {
        let snapshot = self.snapshot();
        if snapshot.leading != leading {
            self.show(Snapshot { leading, ..(*snapshot).clone() });
        }
        if !first {
            return;
        }
        if !leading {
            self.edge.borrow_mut().found = None;
            return self.end_work();
        }
        self.judge();
        self.settle();
    }

    /// No tab was there before this one: when was the last one awake?
    fn judge(&self) {
        let snapshot = self.snapshot();
        let Some(id) = snapshot.notebook.running().map(|meeting| meeting.id) else { return };
        if snapshot.newer {
            return;
        }
        let durable = self.edge.borrow().found.as_ref().and_then(|found| found.awake);
        let local = self.stores.borrow().reread().awake;
        let events = snapshot.notebook.events_of(Record::Begun(id));
        let acts = events.map(|event| event.at);
        let last = acts.chain(durable).chain(local).max_by_key(|at| at.wall_ms);
        if let Some(last) = last {
            // The page was there from when it was first touched, if that was before this module came.
            self.awake.set(self.first_touch.get().unwrap_or_else(clock::now));
            self.miss(last, self.awake.get(), Wake::Pulse);
        }
    }
}
