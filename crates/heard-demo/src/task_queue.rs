//! The tasks to do for loops after the meetings, by their times.

use std::collections::BTreeMap;

use heard_core::EventId;
use heard_core::event::kind::EventKind;
use heard_core::loops::StepKind;
use heard_core::time::Day;

use crate::random::Random;
use crate::recorder::Recorder;
use crate::start_times::{DAY_MS, MINUTE_MS};

/// A change of a loop.
#[derive(Clone, Debug)]
pub(crate) enum Task {
    /// A step of its state, with the reason or the channel that the step needs, or an empty text.
    Step(StepKind, String),
    /// An owner, with a due day or without.
    Assign(&'static str, Option<Day>),
}

/// A task that waits for its time.
struct Waiting {
    client: usize,
    loop_id: EventId,
    task: Task,
}

/// All waiting tasks in the order of their times; equal times keep the order of addition.
#[derive(Default)]
pub(crate) struct TaskQueue {
    waiting: BTreeMap<(i64, u64), Waiting>,
    added: u64,
}

impl TaskQueue {
    /// Adds the tasks of a loop, each with its time.
    pub(crate) fn add(&mut self, client: usize, loop_id: EventId, tasks: Vec<(i64, Task)>) {
        for (at_ms, task) in tasks {
            self.added += 1;
            self.waiting.insert((at_ms, self.added), Waiting { client, loop_id, task });
        }
    }

    /// Does the tasks that are due before this time. A step that is not allowed any more, because the
    /// loop was raised again or closed meanwhile, is left out.
    pub(crate) fn run_until(
        &mut self,
        recorder: &mut Recorder,
        random: &mut Random,
        before_ms: i64,
    ) {
        let mut open_until_ms = i64::MIN;
        while let Some(first) = self.waiting.first_entry() {
            let at_ms = first.key().0;
            if at_ms.max(recorder.now_ms()) >= before_ms {
                return;
            }
            let Waiting { client, loop_id, task } = first.remove();
            if at_ms > open_until_ms {
                recorder.open_page(random, at_ms);
                open_until_ms = recorder.now_ms() + 30 * MINUTE_MS;
            }
            recorder.wait(random.between(1_000, 5_000));
            // A task that is not allowed any more records nothing.
            let _ = run(recorder, random, client, loop_id, task);
        }
    }
}

fn run(
    recorder: &mut Recorder,
    random: &mut Random,
    client: usize,
    loop_id: EventId,
    task: Task,
) -> Option<EventId> {
    let one = recorder.notebook(client).find_loop(loop_id)?;
    let kind = match task {
        Task::Step(kind, text) => {
            // Some steps are recorded after they were taken.
            let late_ms = if random.percent(12) { random.between(MINUTE_MS, DAY_MS) } else { 0 };
            let step = kind.with_text(&text).ok()?;
            EventKind::LoopStepped(one.try_step(step, recorder.before_now(late_ms)).ok()?)
        }
        Task::Assign(owner, by) => {
            EventKind::LoopAssigned { which: one.id, owner: Some(owner.to_owned()), by }
        }
    };
    recorder.record(client, one.home, kind)
}
