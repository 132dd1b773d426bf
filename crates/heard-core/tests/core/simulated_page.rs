//! Simulates open pages: a timer that checks for gaps, touches that check first, and clocks that fail.

use heard_core::meeting::State;
use heard_core::meeting::gap_detection::Wake;
use heard_core::{DocumentId, EventKind, Floor, Timestamp};

use crate::scene::Scene;

/// A fault of the machine or the page.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Fault {
    /// Nothing runs for this many milliseconds while both clocks advance: a freeze, SIGSTOP, sleep on Windows.
    Freeze(u64),
    /// The monotonic clock stops for this many milliseconds: sleep on Linux and macOS.
    Stop(u64),
    /// The wall clock is changed by this many milliseconds.
    Set(i64),
    /// The page is reloaded, or crashes and is opened again, after this many milliseconds.
    Gone(u64),
}

/// The page runs with some faults, runs on, and is touched.
#[derive(Clone, Debug)]
pub(crate) struct Phase {
    pub(crate) faults: Vec<(u64, Fault)>,
    pub(crate) runs_ms: u64,
    pub(crate) touch: EventKind,
    /// The index of the tab that is touched.
    pub(crate) tab: usize,
}

/// Milliseconds between firings of the timer, repeated; empty for no timer.
#[derive(Clone, Debug)]
pub(crate) struct Schedule {
    pub(crate) every_ms: Vec<u64>,
    /// How late an overdue timer fires when the page runs again.
    pub(crate) lag_ms: u64,
}

struct Tab {
    now: Timestamp,
    /// The last time at which this tab is known to have run.
    last: Timestamp,
    schedule: Schedule,
    /// Milliseconds until the timer fires; `None` without a timer.
    due_ms: Option<u64>,
    fired: usize,
}

/// The totals of a meeting.
#[allow(clippy::struct_field_names, reason = "units come last")]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Parts {
    pub(crate) talk_ms: u64,
    pub(crate) listen_ms: u64,
    pub(crate) open_ms: u64,
    pub(crate) break_ms: u64,
    pub(crate) left_out_ms: u64,
}

/// Tabs that share a notebook, with the totals that a stopwatch would show.
pub(crate) struct Simulation {
    pub(crate) scene: Scene,
    /// The stopwatch totals: turns have the time of the monotonic clock, and other time is left out.
    pub(crate) expected: Parts,
    tabs: Vec<Tab>,
    state: State,
    boots: u64,
}

impl Tab {
    fn advance(&mut self, wall_ms: u64, mono_ms: u64) {
        self.now.wall_ms += i64::try_from(wall_ms).unwrap();
        self.now.mono_ms += mono_ms;
    }

    fn next_due(&mut self) {
        let every_ms = &self.schedule.every_ms;
        self.due_ms = every_ms.get(self.fired.checked_rem(every_ms.len()).unwrap_or(0)).copied();
        self.fired += 1;
    }
}

impl Simulation {
    /// Simulates a meeting in one tab for each schedule. It starts with the client having the floor.
    pub(crate) fn of(phases: &[Phase], schedules: &[Schedule]) -> Self {
        let scene = Scene::opened();
        let tab = |(n, schedule): (u64, &Schedule)| {
            let boot = DocumentId::from_random(n + 1);
            let now = Timestamp { boot, mono_ms: scene.now.mono_ms + n * 1_000, ..scene.now };
            let schedule = schedule.clone();
            let mut tab = Tab { now, last: now, schedule, due_ms: None, fired: 0 };
            tab.next_due();
            tab
        };
        let tabs = (0..).zip(schedules).map(tab).collect();
        let state = State::Floor(Floor::Client);
        let mut play = Self { scene, expected: Parts::default(), tabs, state, boots: 100 };
        for phase in phases {
            for (runs_ms, fault) in &phase.faults {
                play.run(*runs_ms);
                play.apply_fault(*fault);
            }
            play.run(phase.runs_ms);
            play.touch(phase.tab % schedules.len(), &phase.touch);
        }
        play
    }

    /// The totals of the meeting as the core computes them.
    pub(crate) fn parts(&self) -> Parts {
        let m = self.scene.summary().measures;
        Parts {
            talk_ms: m.talk_ms,
            listen_ms: m.listen_ms,
            open_ms: m.open_ms,
            break_ms: m.break_ms,
            left_out_ms: m.left_out_ms,
        }
    }

    fn wake(&mut self, tab: usize, how: Wake) {
        self.scene.now = self.tabs[tab].now;
        self.scene.wake(self.tabs[tab].last, how);
        self.tabs[tab].last = self.tabs[tab].now;
    }

    /// Lets time pass in which all tabs run.
    fn run(&mut self, mut ms: u64) {
        self.credit(ms);
        loop {
            let due = |tab: &usize| self.tabs[*tab].due_ms.unwrap_or(u64::MAX);
            let first = (0..self.tabs.len()).min_by_key(due).unwrap();
            let fires = due(&first) < ms;
            let passed_ms = due(&first).min(ms);
            for tab in &mut self.tabs {
                tab.advance(passed_ms, passed_ms);
                tab.due_ms = tab.due_ms.map(|due_ms| due_ms - passed_ms);
            }
            if !fires {
                return;
            }
            ms -= passed_ms;
            self.wake(first, Wake::Pulse);
            self.tabs[first].next_due();
        }
    }

    fn apply_fault(&mut self, fault: Fault) {
        match fault {
            Fault::Freeze(ms) => {
                self.credit(ms);
                for tab in &mut self.tabs {
                    tab.advance(ms, ms);
                    let late = |due_ms| if due_ms > ms { due_ms - ms } else { tab.schedule.lag_ms };
                    tab.due_ms = tab.due_ms.map(late);
                }
            }
            Fault::Stop(ms) => {
                self.tabs.iter_mut().for_each(|tab| tab.advance(ms, 0));
                self.miss(ms);
            }
            Fault::Set(ms) => {
                self.tabs.iter_mut().for_each(|tab| tab.now.wall_ms += ms);
                self.miss(u64::try_from(ms).unwrap_or(0));
            }
            Fault::Gone(ms) => {
                self.credit(ms);
                for tab in &mut self.tabs {
                    self.boots += 1;
                    tab.advance(ms, 0);
                    tab.now.boot = DocumentId::from_random(self.boots);
                    tab.now.mono_ms = 30;
                    tab.next_due();
                }
                (0..self.tabs.len()).for_each(|tab| self.wake(tab, Wake::Pulse));
            }
        }
    }

    fn touch(&mut self, tab: usize, kind: &EventKind) {
        self.wake(tab, Wake::Touch);
        if self.scene.try_record(kind.clone()).is_ok() {
            self.state = match kind {
                EventKind::FloorTaken { by, .. } => State::Floor((*by).into()),
                EventKind::FloorLeft { .. } => State::Floor(Floor::Open),
                EventKind::BreakTaken => State::Break,
                EventKind::BreakEnded => State::Floor(Floor::Client),
                _ => self.state,
            };
        }
    }

    fn credit(&mut self, ms: u64) {
        *match self.state {
            State::Floor(Floor::Client) => &mut self.expected.listen_ms,
            State::Floor(Floor::Consultant) => &mut self.expected.talk_ms,
            State::Floor(Floor::Open) => &mut self.expected.open_ms,
            State::Break => &mut self.expected.break_ms,
        } += ms;
    }

    /// Counts a jump of the wall clock beyond drift as left out, or as part of a running break.
    fn miss(&mut self, ms: u64) {
        if ms > heard_core::meeting::gap_detection::AHEAD_MS {
            let rests = self.state == State::Break;
            *if rests { &mut self.expected.break_ms } else { &mut self.expected.left_out_ms } += ms;
        }
    }
}
