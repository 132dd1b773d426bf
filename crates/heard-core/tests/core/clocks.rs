//! Tests that only the monotonic clock counts within one document.

use heard_core::{Event, Notebook, Party};
use proptest::prelude::*;

use crate::random_actions::{Action, any_steps, config, perform_all};
use crate::scene::{EVENING, Scene, summary};
use crate::scripted_meeting::{END_MS, played};

/// The same events, read by a wall clock that was set again and again; the opening keeps its own.
fn with_walls(events: &[Event], walls: &[i64]) -> Vec<Event> {
    let mut walls = walls.iter().cycle();
    let mut events = events.to_vec();
    for event in events.iter_mut().skip(1) {
        event.at.wall_ms = *walls.next().unwrap();
    }
    events
}

proptest! {
    #![proptest_config(config(256))]

    #[test]
    fn setting_the_wall_clock_changes_nothing_within_a_document(
        steps in any_steps(),
        walls in proptest::collection::vec(
            prop_oneof![any::<i64>(), EVENING - 99_999_999..EVENING + 99_999_999], 1..9),
    ) {
        let steps: Vec<_> = steps
            .into_iter()
            .filter(|step| !matches!(step.action, Action::Reload | Action::Open | Action::Sleep(..)))
            .collect();
        let scene = perform_all(&steps, |_, _, _| {});
        let mut now = scene.now;
        now.wall_ms = walls[0];
        let notebook = Notebook::from_events(with_walls(&scene.events, &walls));
        if let Some(meeting) = notebook.meeting(scene.meeting) {
            prop_assert_eq!(summary(meeting, now), scene.summary());
            prop_assert_eq!(meeting.started_wall_ms, EVENING);
        }
    }
}

#[test]
fn an_hour_set_back_or_forward_between_touches_changes_no_figure() {
    let undisturbed = played(|_, _| {}).summary();
    for hour in [-3_600_000, 3_600_000] {
        let summertime = played(|step, scene| {
            if step == 20 {
                scene.now.wall_ms += hour;
            }
        });
        assert_eq!(summertime.summary(), undisturbed);
    }
}

#[test]
fn time_between_two_documents_is_measured_by_the_wall_clock() {
    let mut scene = Scene::opened();
    scene.wait(2_000).take_floor(Party::Consultant);
    scene.reload();
    scene.now.wall_ms += 30_000;
    assert_eq!(scene.summary().measures.talk_ms, 30_000);
    scene.take_floor(Party::Client);
    scene.wait(500);
    assert_eq!(scene.summary().measures.talk_ms, 30_000);
    assert_eq!(scene.summary().measures.listen_ms, 2_500);
}

#[test]
fn a_wall_clock_set_back_during_a_reload_never_shortens_the_meeting() {
    let mut scene = Scene::opened();
    scene.wait(2_000).take_floor(Party::Consultant);
    scene.reload();
    scene.now.wall_ms -= 3_600_000;
    assert_eq!(scene.summary().measures.elapsed_ms(), 2_000);
    scene.take_floor(Party::Client);
    scene.wait(700);
    assert_eq!(scene.summary().measures.elapsed_ms(), 2_700);
}

#[test]
fn an_ended_meeting_does_not_grow() {
    let mut scene = played(|_, _| {});
    let ended = scene.summary();
    scene.wait(86_400_000);
    assert_eq!(scene.summary(), ended);
    assert_eq!(scene.meeting().position(scene.now), END_MS);
}

#[test]
fn a_time_before_the_last_touch_is_treated_as_that_touch() {
    let mut scene = Scene::opened();
    let before = scene.now;
    scene.wait(4_000).take_floor(Party::Consultant);
    assert_eq!(scene.meeting().position(before), 4_000);
}

#[test]
fn the_current_turn_starts_when_it_was_taken_after_any_undo() {
    let mut scene = Scene::opened();
    scene.wait(1_000).take_floor(Party::Consultant);
    scene.wait(1_000).take_floor(Party::Client);
    scene.wait(1_000);
    assert_eq!(scene.meeting().since_ms(), 2_000);
    scene.undo().unwrap();
    assert_eq!(scene.meeting().since_ms(), 1_000);
    scene.undo().unwrap();
    assert_eq!(scene.meeting().since_ms(), 0);
}

#[test]
fn extreme_clock_values_are_clamped() {
    let mut scene = Scene::opened();
    scene.wait(1_000).reload();
    scene.take_floor(Party::Consultant);
    scene.now.mono_ms = u64::MAX;
    assert_eq!(scene.meeting().position(scene.now), u64::MAX);
    assert_eq!(scene.summary().measures.elapsed_ms(), u64::MAX);
}

#[test]
fn setting_the_wall_clock_changes_nothing_between_two_tabs_that_both_stay_open() {
    let mut scene = Scene::opened();
    let first = scene.now;
    scene.wait(1_000).reload();
    scene.take_floor(Party::Consultant);
    let second = scene.now;
    let later = |tab: heard_core::Timestamp, ms: u64| heard_core::Timestamp {
        wall_ms: tab.wall_ms + 3_600_000,
        mono_ms: tab.mono_ms + ms,
        ..tab
    };
    scene.now = later(first, 1_500);
    scene.take_floor(Party::Client);
    scene.now = later(second, 1_000);
    scene.take_floor(Party::Consultant);
    let boundaries: Vec<_> = scene.summary().intervals.iter().map(|interval| interval.1).collect();
    assert_eq!(boundaries, [1_000, 1_500, 2_000]);
    assert_eq!(scene.meeting().since_ms(), 2_000);
}
