//! Tests of away time: when it is detected, and how it is counted, for each kind of clock fault.

use heard_core::event::kind::EventKind;
use heard_core::meeting::away::Counted;
use heard_core::meeting::gap_detection::{self, Wake};
use heard_core::{EventId, Party, Timestamp};

use crate::scene::{Scene, floor_left};

/// The totals of a meeting: talk, listening, open floor, breaks, and time left out.
pub(crate) fn parts(scene: &Scene) -> [u64; 5] {
    let m = scene.summary().measures;
    [m.talk_ms, m.listen_ms, m.open_ms, m.break_ms, m.left_out_ms]
}

impl Scene {
    /// Records the time missed since `last`, if any.
    pub(crate) fn wake(&mut self, last: Timestamp, how: Wake) -> Option<EventId> {
        gap_detection::missed(last, self.now, how)
            .map(|since| self.record(EventKind::AwayFound { since }))
    }

    /// Advances the wall clock and the monotonic clock, then fires a late timer.
    pub(crate) fn sleep(&mut self, wall_ms: i64, mono_ms: u64) -> Option<EventId> {
        let last = self.now;
        self.now.wall_ms += wall_ms;
        self.now.mono_ms += mono_ms;
        self.wake(last, Wake::Pulse)
    }

    /// The page is gone for so long by the wall clock; the new one asks the notebook when Heard was last awake.
    pub(crate) fn close_and_reopen(&mut self, wall_ms: i64) -> Option<EventId> {
        let last = self.now;
        self.reload();
        self.now.wall_ms += wall_ms;
        self.wake(last, Wake::Pulse)
    }

    pub(crate) fn count_as(&mut self, away: EventId, counted: Counted) -> EventId {
        self.record(EventKind::AwayCounted { away, counted })
    }
}

/// The client speaks for 20 s, then the consultant for 10 s; then a gap occurs and the turn continues for 5 s.
pub(crate) fn in_our_turn(
    missed: impl FnOnce(&mut Scene) -> Option<EventId>,
) -> (Scene, Option<EventId>) {
    let mut scene = Scene::opened();
    scene.wait(20_000).take_floor(Party::Consultant);
    let away = missed(scene.wait(10_000));
    scene.wait(5_000);
    (scene, away)
}

/// The client speaks for 10 s, a gap occurs, and the turn continues for 5 s.
pub(crate) fn in_their_turn(
    missed: impl FnOnce(&mut Scene) -> Option<EventId>,
) -> (Scene, Option<EventId>) {
    let mut scene = Scene::opened();
    let away = missed(scene.wait(10_000));
    scene.wait(5_000);
    (scene, away)
}

/// A row of the table: how many milliseconds are credited to the turn, and how many away are left out.
fn assert_row(missed: impl Fn(&mut Scene) -> Option<EventId>, credit_ms: u64, left_out_ms: u64) {
    let (ours, away) = in_our_turn(&missed);
    assert_eq!(parts(&ours), [15_000 + credit_ms, 20_000, 0, 0, left_out_ms]);
    assert_eq!(ours.summary().measures.longest_talk_ms, 15_000 + credit_ms);
    assert_eq!(ours.summary().measures.floor_changes, 1);
    assert_eq!(ours.meeting().turn_ms(ours.meeting().position(ours.now)), 15_000 + credit_ms);
    assert_eq!(away.is_some(), !ours.summary().aways.is_empty());

    let (theirs, _) = in_their_turn(&missed);
    assert_eq!(parts(&theirs), [0, 15_000 + credit_ms, 0, 0, left_out_ms]);
    assert_eq!(theirs.summary().measures.longest_story_ms, 15_000 + credit_ms);
    let mut theirs = theirs;
    theirs.take_floor(Party::Consultant);
    theirs.wait(1);
    assert_eq!(theirs.summary().measures.opening_story_ms, Some(15_000 + credit_ms));

    let mut rest = Scene::opened();
    rest.wait(1_000).record(EventKind::BreakTaken);
    missed(rest.wait(2_000));
    rest.wait(3_000).record(EventKind::BreakEnded);
    rest.wait(4_000);
    assert_eq!(parts(&rest), [0, 5_000, 0, 5_000 + credit_ms + left_out_ms, 0]);
    assert_eq!(rest.summary().aways, [], "a break has no away time");
}

#[test]
fn a_running_or_throttled_page_is_credited() {
    assert_row(|scene| scene.sleep(60_000, 60_000), 60_000, 0);
    assert_row(|scene| scene.sleep(90_000, 90_000), 90_000, 0);
}

#[test]
fn a_frozen_page_is_credited_and_marked_as_away() {
    assert_row(|scene| scene.sleep(1_200_000, 1_200_000), 1_200_000, 0);
    let (scene, _) = in_our_turn(|scene| scene.sleep(90_001, 90_001));
    assert_eq!(scene.summary().aways, [(30_000, 120_001, Counted::Talk, true)]);
    let (scene, _) = in_their_turn(|scene| scene.sleep(90_001, 90_001));
    assert_eq!(scene.summary().aways, [(10_000, 100_001, Counted::Listen, true)]);
}

#[test]
fn a_freeze_longer_than_a_plausible_turn_is_left_out() {
    assert_row(|scene| scene.sleep(1_200_001, 1_200_001), 0, 1_200_001);
    assert_row(|scene| scene.sleep(10_800_000, 10_800_000), 0, 10_800_000);
    assert_row(|scene| scene.sleep(10_800_000, 7_200_000), 0, 10_800_000);
    let (scene, _) = in_their_turn(|scene| scene.sleep(10_800_000, 10_800_000));
    assert_eq!(scene.summary().aways, [(10_000, 10_810_000, Counted::LeftOut, true)]);
}

#[test]
fn forty_touches_with_a_sleep_before_each_are_forty_changes() {
    for (wall_ms, mono_ms) in [(300_000, 0), (300_000, 300_000), (7_200_000, 7_200_000)] {
        let mut scene = Scene::opened();
        for nth in 0..40 {
            scene.sleep(wall_ms, mono_ms);
            scene.take_floor(if nth % 2 == 0 { Party::Consultant } else { Party::Client });
        }
        scene.wait(1);
        assert_eq!(scene.summary().measures.floor_changes, 40);
    }
}

#[test]
fn a_frozen_page_with_an_open_floor_is_left_out() {
    let mut scene = Scene::opened();
    scene.wait(1_000).record(floor_left());
    scene.wait(1_000).sleep(600_000, 600_000);
    scene.wait(1_000);
    assert_eq!(parts(&scene), [0, 1_000, 2_000, 0, 600_000]);
    assert_eq!(scene.summary().aways, [(2_000, 602_000, Counted::LeftOut, true)]);
}

#[test]
fn a_jump_of_the_wall_clock_is_left_out_after_the_time_of_the_monotonic_clock() {
    assert_row(|scene| scene.sleep(600_000, 5_000), 5_000, 595_000);
    assert_row(|scene| scene.sleep(600_000, 100_000), 100_000, 500_000);
    let (scene, _) = in_our_turn(|scene| scene.sleep(600_000, 5_000));
    assert_eq!(scene.summary().aways, [(35_000, 630_000, Counted::LeftOut, true)]);
}

#[test]
fn ten_seconds_ahead_count_as_drift() {
    assert_row(|scene| scene.sleep(15_000, 5_000), 5_000, 0);
    assert_row(|scene| scene.sleep(15_001, 5_000), 5_000, 10_001);
}

#[test]
fn a_wall_clock_set_back_removes_no_time() {
    assert_row(|scene| scene.sleep(-3_600_000, 5_000), 5_000, 0);
    assert_row(|scene| scene.sleep(60_000, 600_000), 600_000, 0);
}

#[test]
fn a_reload_continues_the_turn_and_a_crash_is_left_out() {
    assert_row(|scene| scene.close_and_reopen(9_999), 9_999, 0);
    assert_row(|scene| scene.close_and_reopen(10_000), 0, 10_000);
    assert_row(|scene| scene.close_and_reopen(600_000), 0, 600_000);
    let (scene, _) = in_our_turn(|scene| scene.close_and_reopen(600_000));
    assert_eq!(scene.summary().aways, [(30_000, 630_000, Counted::LeftOut, true)]);
}

#[test]
fn a_clock_set_forward_for_a_while_does_not_count_twice_when_it_is_set_back() {
    let (mut scene, _) = in_our_turn(|scene| scene.sleep(3_605_000, 5_000));
    assert_eq!(scene.sleep(-3_595_000, 5_000), None);
    assert_eq!(parts(&scene), [25_000, 20_000, 0, 0, 3_600_000]);
}
