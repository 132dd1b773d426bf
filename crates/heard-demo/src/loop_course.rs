//! Plans the course of a loop after its meeting: quick, slow or forgotten.

use heard_core::loops::StepKind;

use crate::phrases::follow_up;
use crate::random::Random;
use crate::recorder::Recorder;
use crate::start_times::{DAY_MS, MINUTE_MS, is_weekend};
use crate::task_queue::Task;

/// The tasks planned so far, each with its time.
struct Course<'a> {
    random: &'a mut Random,
    recorder: &'a Recorder,
    at_ms: i64,
    tasks: Vec<(i64, Task)>,
}

impl Course<'_> {
    /// Lets this many days pass, and more until a working day.
    fn wait_days(&mut self, least: i64, most: i64) {
        self.at_ms +=
            self.random.low_between(least, most) * DAY_MS + self.random.between(0, 90) * MINUTE_MS;
        let offset_ms = i64::from(self.recorder.utc_offset_min()) * MINUTE_MS;
        while is_weekend(self.at_ms + offset_ms) {
            self.at_ms += DAY_MS;
        }
    }

    fn step(&mut self, kind: StepKind, text: &str) {
        self.tasks.push((self.at_ms, Task::Step(kind, text.to_owned())));
    }

    fn tell_back(&mut self) {
        let channel = self.random.pick(follow_up::CHANNELS);
        self.step(StepKind::TellBack, channel);
    }

    fn decline(&mut self) {
        let reason = self.random.pick(follow_up::REASONS);
        self.step(StepKind::Decline, reason);
    }

    fn assign(&mut self) {
        let owner = self.random.pick(follow_up::OWNERS);
        let by = self.random.percent(70).then(|| self.random.between(7, 60));
        let by = by.map(|days| self.recorder.day_in(days));
        self.tasks.push((self.at_ms, Task::Assign(owner, by)));
    }

    /// The work on it, with up to four updates to the client.
    fn work(&mut self) {
        self.step(StepKind::Start, "");
        for _ in 0..self.random.low_between(0, 4) {
            self.wait_days(3, 24);
            self.tell_back();
        }
    }

    /// The second answer to a loop that was raised again, in most cases.
    fn answer_again(&mut self) {
        if self.random.percent(85) {
            self.wait_days(1, 9);
            self.step(StepKind::Acknowledge, "");
            self.tell_back();
            self.wait_days(2, 14);
            self.step(StepKind::Finish, "");
            self.settle(96);
        }
    }

    /// What follows after a loop is done or declined: most clients are told, and some close it.
    fn settle(&mut self, told_percent: u64) {
        if self.random.percent(told_percent) {
            self.wait_days(0, 12);
            self.tell_back();
            if self.random.percent(70) {
                self.wait_days(1, 30);
                self.step(StepKind::Close, "");
            }
        }
    }
}

/// Plans the tasks of a loop that begins now.
pub(crate) fn plan_new(random: &mut Random, recorder: &Recorder) -> Vec<(i64, Task)> {
    plan(random, recorder, 7)
}

/// Plans the tasks of a loop that is raised again now: few of these are forgotten.
pub(crate) fn plan_raised(random: &mut Random, recorder: &Recorder) -> Vec<(i64, Task)> {
    plan(random, recorder, 2)
}

fn plan(random: &mut Random, recorder: &Recorder, forgotten_percent: u64) -> Vec<(i64, Task)> {
    if random.percent(forgotten_percent) {
        return Vec::new();
    }
    let at_ms = recorder.now_ms();
    let mut course = Course { random, recorder, at_ms, tasks: Vec::new() };
    course.wait_days(0, 9);
    course.step(StepKind::Acknowledge, "");
    if course.random.percent(60) {
        course.tell_back();
    }
    if course.random.percent(45) {
        course.assign();
    }
    match course.random.index(100) {
        // 5% are only acknowledged, 10% declined, 13% worked on without an end, and the rest done.
        0..=4 => {}
        5..=14 => {
            course.wait_days(2, 30);
            course.decline();
            course.settle(88);
        }
        15..=27 => {
            course.wait_days(1, 20);
            course.work();
            while course.random.percent(92) {
                course.wait_days(3, 16);
                course.tell_back();
            }
        }
        rest => {
            course.wait_days(1, 20);
            course.work();
            course.wait_days(1, 30);
            course.step(StepKind::Finish, "");
            course.settle(96);
            if rest > 93 {
                course.wait_days(5, 60);
                course.step(StepKind::RaiseAgain, "");
                course.answer_again();
            }
        }
    }
    course.tasks
}
