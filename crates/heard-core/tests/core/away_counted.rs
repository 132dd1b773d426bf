//! Tests of what away time is counted as, and of its effect on turns.

use heard_core::event::kind::EventKind;
use heard_core::meeting::away::Counted;
use heard_core::{EventId, Floor, Party, Refusal};

use crate::away::{in_our_turn, in_their_turn, parts};
use crate::scene::{Scene, Summary, floor_left};

/// Away stretches of each kind, in our turn and in theirs.
fn each_kind() -> [(Scene, EventId); 6] {
    let found = |(scene, away): (Scene, Option<EventId>)| (scene, away.unwrap());
    [
        found(in_our_turn(|scene| scene.sleep(600_000, 600_000))),
        found(in_our_turn(|scene| scene.sleep(600_000, 0))),
        found(in_our_turn(|scene| scene.close_and_reopen(600_000))),
        found(in_their_turn(|scene| scene.sleep(600_000, 600_000))),
        found(in_their_turn(|scene| scene.sleep(600_000, 0))),
        found(in_their_turn(|scene| scene.close_and_reopen(600_000))),
    ]
}

/// Ten minutes away counted as something else than by default, whenever that is done, and taken back.
fn assert_counted(mut scene: Scene, away: EventId) {
    let [talk_ms, listen_ms, ..] = parts(&scene);
    let summary = scene.summary();
    let default = summary.aways[0].2;
    let credited = |counted| if default == counted { 600_000 } else { 0 };
    let (talk_ms, listen_ms) =
        (talk_ms - credited(Counted::Talk), listen_ms - credited(Counted::Listen));
    let refused = scene.refusal(EventKind::AwayCounted { away, counted: default });
    assert_eq!(refused, Some(Refusal::AlreadyHeld));
    let others: Vec<_> = Counted::ALL.into_iter().filter(|other| *other != default).collect();
    for counted in others.into_iter().chain([default]) {
        scene.count_as(away, counted);
        let expected = match counted {
            Counted::LeftOut => [talk_ms, listen_ms, 0, 0, 600_000],
            Counted::Talk => [talk_ms + 600_000, listen_ms, 0, 0, 0],
            Counted::Listen => [talk_ms, listen_ms + 600_000, 0, 0, 0],
        };
        assert_eq!(parts(&scene), expected, "{default:?} as {counted:?}");
        assert_eq!((scene.summary().aways[0].2, scene.summary().aways[0].3), (counted, false));
        assert_eq!(scene.summary().measures.floor_changes, summary.measures.floor_changes);
        assert_eq!(scene.summary().measures.elapsed_ms(), summary.measures.elapsed_ms());
        scene.reload();
        assert_eq!(parts(&scene), expected);
    }
    for _ in Counted::ALL {
        let counted = scene.summary();
        scene.undo().unwrap();
        scene.redo().unwrap();
        assert_eq!(scene.summary(), counted);
        scene.undo().unwrap();
    }
    assert_eq!(scene.summary(), summary);
    assert_eq!(scene.redo().map(|_| scene.summary().aways[0].3), Ok(false));
}

#[test]
fn away_time_counts_as_the_user_chooses_and_can_be_undone() {
    for (scene, away) in each_kind() {
        assert_counted(scene, away);
    }
}

#[test]
fn away_time_can_be_counted_after_the_end() {
    for (mut scene, away) in each_kind() {
        scene.end_meeting();
        scene.wait(86_400_000);
        assert_counted(scene, away);
    }
}

#[test]
fn each_away_interval_is_counted_separately() {
    let (mut scene, first) = in_our_turn(|scene| scene.sleep(600_000, 0));
    let second = scene.sleep(600_000, 0).unwrap();
    scene.count_as(first.unwrap(), Counted::Listen);
    let asked =
        [(30_000, 630_000, Counted::Listen, false), (635_000, 1_235_000, Counted::LeftOut, true)];
    assert_eq!(scene.summary().aways, asked);
    scene.count_as(second, Counted::Talk);
    assert_eq!(parts(&scene), [615_000, 620_000, 0, 0, 0]);
}

#[test]
fn away_time_of_the_other_party_divides_a_turn_and_omitted_time_does_not() {
    let figures = |summary: Summary| {
        let m = summary.measures;
        (m.longest_story_ms, m.longest_talk_ms, m.opening_story_ms)
    };
    let (mut scene, away) = in_their_turn(|scene| scene.sleep(7_000_000, 5_000));
    scene.take_floor(Party::Consultant);
    scene.wait(1_000);
    let away = away.unwrap();
    assert_eq!(figures(scene.summary()), (20_000, 1_000, Some(20_000)));
    scene.count_as(away, Counted::Talk);
    assert_eq!(figures(scene.summary()), (15_000, 6_995_000, Some(15_000)));
    scene.count_as(away, Counted::Listen);
    assert_eq!(figures(scene.summary()), (7_015_000, 1_000, Some(7_015_000)));
    assert_eq!(scene.summary().measures.floor_changes, 1);
}

#[test]
fn the_clock_of_the_current_turn_omits_time_that_is_not_its_own() {
    let turn_ms = |scene: &Scene| scene.meeting().turn_ms(scene.meeting().position(scene.now));
    let (mut scene, away) = in_our_turn(|scene| scene.sleep(605_000, 5_000));
    assert_eq!(turn_ms(&scene), 20_000);
    scene.count_as(away.unwrap(), Counted::Listen);
    assert_eq!(turn_ms(&scene), 20_000);
    scene.count_as(away.unwrap(), Counted::Talk);
    assert_eq!(turn_ms(&scene), 620_000);
    scene.take_floor(Party::Client);
    assert_eq!(turn_ms(&scene), 0);
    scene.wait(700).record(EventKind::BreakTaken);
    scene.wait(40).sleep(600_000, 0);
    assert_eq!(turn_ms(&scene), 600_040);
    scene.wait(1).record(floor_left());
    scene.wait(30).sleep(600_000, 0);
    scene.wait(2);
    assert_eq!(turn_ms(&scene), 32);
}

#[test]
fn turns_next_to_away_time_can_be_moved_given_and_split() {
    let (mut scene, away) = in_our_turn(|scene| scene.sleep(600_000, 0));
    let turn = scene.events[1].id();
    scene.record(EventKind::TurnMoved { turn, to_ms: 15_000 });
    assert_eq!(parts(&scene), [20_000, 15_000, 0, 0, 600_000]);
    scene.record(EventKind::TurnGiven { turn, to: Floor::Open });
    assert_eq!(parts(&scene), [0, 15_000, 20_000, 0, 600_000]);
    scene.record(EventKind::TurnSplit { at_ms: 230_000, to: Floor::Client });
    assert_eq!(parts(&scene), [0, 20_000, 15_000, 0, 600_000]);
    assert_eq!(scene.summary().aways, [(30_000, 630_000, Counted::LeftOut, true)]);
    scene.count_as(away.unwrap(), Counted::Talk);
    assert_eq!(parts(&scene), [600_000, 20_000, 15_000, 0, 0]);
}

#[test]
fn a_split_within_a_freeze_divides_its_time() {
    let (mut scene, away) = in_our_turn(|scene| scene.sleep(600_000, 600_000));
    scene.record(EventKind::TurnSplit { at_ms: 230_000, to: Floor::Client });
    assert_eq!(parts(&scene), [210_000, 425_000, 0, 0, 0]);
    assert_eq!(scene.summary().aways, [(30_000, 630_000, Counted::Talk, true)]);
    // It counts as both: neither is what it counts as already.
    let away = away.unwrap();
    for counted in Counted::ALL {
        assert_eq!(scene.refusal(EventKind::AwayCounted { away, counted }), None);
    }
    scene.count_as(away, Counted::Listen);
    assert_eq!(parts(&scene), [10_000, 625_000, 0, 0, 0]);
}

#[test]
fn a_break_changed_to_talk_is_divided_by_its_away_time() {
    let mut scene = Scene::opened();
    let turn = scene.wait(1_000).record(EventKind::BreakTaken);
    let away = scene.wait(1_000).sleep(600_000, 0).unwrap();
    scene.wait(1_000).end_meeting();
    let counted = EventKind::AwayCounted { away, counted: Counted::Talk };
    assert_eq!(scene.refusal(counted.clone()), Some(Refusal::Unknown));
    scene.record(EventKind::TurnGiven { turn, to: Floor::Consultant });
    assert_eq!(parts(&scene), [2_000, 1_000, 0, 0, 600_000]);
    assert_eq!(scene.refusal(counted), None);
}

#[test]
fn a_touch_after_time_away_is_a_change_of_floor_whatever_that_time_counts_as() {
    let mut scene = Scene::opened();
    scene.wait(1_000).take_floor(Party::Consultant);
    let away = scene.sleep(600_000, 600_000).unwrap();
    scene.take_floor(Party::Client);
    scene.wait(1_000);
    for counted in [Counted::Listen, Counted::LeftOut, Counted::Talk] {
        scene.count_as(away, counted);
        assert_eq!(scene.summary().measures.floor_changes, 2);
    }
    assert_eq!(parts(&scene), [600_000, 2_000, 0, 0, 0]);
}
