//! Tests of the silence of a loop on a past day.

use heard_core::EventId;
use heard_core::event::kind::EventKind;
use heard_core::loops::{Loop, StepKind};
use heard_core::report::trends::silence_on;
use heard_core::time::Day;
use proptest::prelude::*;

use crate::random_actions::config;
use crate::scene::Scene;

const DAY_MS: u64 = 86_400_000;

impl Scene {
    fn today(&self) -> Day {
        self.here().day()
    }

    /// Days pass; gives the one that it is then.
    pub(super) fn later(&mut self, days: u64) -> Day {
        self.wait(days * DAY_MS);
        self.today()
    }
}

/// What a loop says of its silence today.
fn silence_today(one: &Loop, today: Day) -> Option<u64> {
    one.awaits_word().then(|| one.silence_days(today))
}

#[test]
fn silence_starts_when_raised_and_stops_when_told_or_closed() {
    let mut scene = Scene::opened();
    let start = scene.today();
    let quiet = scene.later(3);
    let id = scene.raise_issue("The printer eats every second page");
    let raised = scene.today();
    scene.end_meeting();
    let actual = scene.later(10);
    scene.take_step(id, StepKind::TellBack, "by telephone");
    let finished = scene.later(5);
    scene.take_step(id, StepKind::Finish, "");
    let known = scene.later(2);
    scene.take_step(id, StepKind::TellBack, "in person");
    let again = scene.later(20);
    scene.take_step(id, StepKind::RaiseAgain, "");
    let closed = scene.later(4);
    scene.take_step(id, StepKind::Close, "");
    let one = scene.the_loop(id);
    let silent = [start, quiet, raised, actual, finished, known, again, closed, scene.later(9)]
        .map(|day| silence_on(&one, day));
    let none = None;
    assert_eq!(silent, [none, Some(0), Some(0), Some(0), Some(5), none, Some(20), none, none]);
}

#[test]
fn a_capture_that_raises_a_loop_again_restarts_its_silence() {
    let mut scene = Scene::opened();
    let id = scene.raise_issue("The lift is slow");
    scene.end_meeting();
    scene.take_step(id, StepKind::Finish, "");
    scene.take_step(id, StepKind::TellBack, "by mail");
    let settled = scene.later(6);
    scene.record(EventKind::MeetingOpened(crate::scene::opening()));
    let capture = scene.raise_issue("The lift is slow again");
    let raised = scene.later(1);
    scene.end_meeting();
    scene.record(EventKind::Likened { capture, to: Some(id) });
    let closed = scene.later(2);
    scene.take_step(id, StepKind::Close, "");
    let one = scene.the_loop(id);
    assert_eq!(one.times_raised, 2);
    let before = Day::parse("2026-11-22").unwrap();
    assert_eq!(
        [before, settled, raised, closed].map(|day| silence_on(&one, day)),
        [None, Some(6), Some(7), None]
    );
}

/// Something that may happen to a loop, and how many days later.
fn any_days() -> impl Strategy<Value = Vec<(u64, usize)>> {
    prop::collection::vec((0..9_u64, 0..StepKind::ALL.len()), 1..25)
}

/// Takes the first of the steps from this one on that leads on.
fn leads_on(scene: &mut Scene, id: EventId, nth: usize) {
    let offers = scene.the_loop(id).allowed_steps();
    scene.take_step(id, offers[nth % offers.len()], "-");
}

proptest! {
    #![proptest_config(config(200))]

    #[test]
    fn silence_on_a_past_day_is_as_it_was_computed_that_day(days in any_days()) {
        let mut scene = Scene::opened();
        let id = scene.raise_issue("Nobody calls back");
        scene.end_meeting();
        let mut actual: Vec<(Day, Option<u64>)> = Vec::new();
        for (wait, nth) in days {
            for _ in 0..wait {
                actual.push((scene.today(), silence_today(&scene.the_loop(id), scene.today())));
                scene.later(1);
            }
            leads_on(&mut scene, id, nth);
        }
        let one = scene.the_loop(id);
        actual.push((scene.today(), silence_today(&one, scene.today())));
        for (day, actual) in actual {
            prop_assert_eq!(silence_on(&one, day), actual, "on {}: {:?}", day, one.history);
        }
        let far = scene.later(100);
        prop_assert_eq!(silence_on(&one, far), silence_today(&one, far));
    }
}
