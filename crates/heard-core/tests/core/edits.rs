//! Tests of corrections of turns: moving boundaries, giving turns to the other party, splitting turns.

use heard_core::event::floor::Source;
use heard_core::event::kind::EventKind;
use heard_core::meeting::State;
use heard_core::{EventId, Floor, Party, Refusal};

use crate::reference::{CLIENT, CONSULTANT, OPEN, Strip};
use crate::scene::{Scene, Summary};

/// Client to 10 s, consultant to 20 s, client to 30 s, consultant to the end at 40 s; and who began each turn.
fn ended() -> (Scene, [EventId; 4]) {
    let mut scene = Scene::opened();
    let first = scene.meeting;
    let second = scene.wait(10_000).take_floor(Party::Consultant);
    let third = scene.wait(10_000).take_floor(Party::Client);
    let fourth = scene.wait(10_000).take_floor(Party::Consultant);
    scene.wait(10_000).end_meeting();
    scene.wait(60_000);
    (scene, [first, second, third, fourth])
}

/// The meeting of [`ended`], painted over in places.
fn reference_until(over: &[(u64, u64, u8)]) -> Strip {
    let mut strip = Strip::of(40_000);
    strip.paint_between(10_000, 20_000, CONSULTANT);
    strip.paint_between(30_000, 40_000, CONSULTANT);
    for (from_ms, to_ms, what) in over {
        strip.paint_between(*from_ms, *to_ms, *what);
    }
    strip
}

/// Makes a correction, checks it against the reference, and undoes it.
fn corrects(kind: impl FnOnce([EventId; 4]) -> EventKind, over: &[(u64, u64, u8)]) -> Summary {
    let (mut scene, turns) = ended();
    let before = scene.summary();
    assert_eq!(before.intervals, reference_until(&[]).intervals());
    scene.record(kind(turns));
    let corrected = scene.summary();
    assert_eq!(corrected.intervals, reference_until(over).intervals());
    assert_eq!(corrected.measures, reference_until(over).measures());
    scene.reload();
    assert_eq!(scene.summary(), corrected);
    scene.wait(1_000).undo().unwrap();
    assert_eq!(scene.summary(), before);
    corrected
}

#[test]
fn a_boundary_moved_forward_gives_the_time_to_the_turn_before() {
    let moved = |turns: [EventId; 4]| EventKind::TurnMoved { turn: turns[2], to_ms: 23_500 };
    let corrected = corrects(moved, &[(20_000, 23_500, CONSULTANT)]);
    assert_eq!(corrected.measures.talk_ms, 23_500);
}

#[test]
fn a_boundary_moved_back_gives_the_time_to_its_own_turn() {
    let moved = |turns: [EventId; 4]| EventKind::TurnMoved { turn: turns[1], to_ms: 4_000 };
    let corrected = corrects(moved, &[(4_000, 10_000, CONSULTANT)]);
    assert_eq!(corrected.measures.opening_story_ms, Some(4_000));
}

#[test]
fn a_boundary_moved_onto_the_next_removes_the_turn() {
    let moved = |turns: [EventId; 4]| EventKind::TurnMoved { turn: turns[1], to_ms: 20_000 };
    let corrected = corrects(moved, &[(10_000, 20_000, CLIENT)]);
    assert_eq!(corrected.measures.floor_changes, 1);
}

#[test]
fn the_last_boundary_moves_as_far_as_the_end() {
    let moved = |turns: [EventId; 4]| EventKind::TurnMoved { turn: turns[3], to_ms: 40_000 };
    corrects(moved, &[(30_000, 40_000, CLIENT)]);
}

#[test]
fn a_turn_given_to_the_other_party_makes_its_neighbours_one_turn() {
    let given = |turns: [EventId; 4]| EventKind::TurnGiven { turn: turns[1], to: Floor::Client };
    let corrected = corrects(given, &[(10_000, 20_000, CLIENT)]);
    assert_eq!(corrected.intervals.len(), 2);
    assert_eq!(corrected.measures.floor_changes, 1);
    assert_eq!(corrected.measures.longest_story_ms, 30_000);
}

#[test]
fn giving_the_first_turn_to_us_removes_the_opening_story() {
    let given =
        |turns: [EventId; 4]| EventKind::TurnGiven { turn: turns[0], to: Floor::Consultant };
    let corrected = corrects(given, &[(0, 10_000, CONSULTANT)]);
    assert_eq!(corrected.measures.opening_story_ms, Some(0));
}

#[test]
fn a_turn_given_to_neither_party_is_open_floor() {
    let given = |turns: [EventId; 4]| EventKind::TurnGiven { turn: turns[2], to: Floor::Open };
    let corrected = corrects(given, &[(20_000, 30_000, OPEN)]);
    assert_eq!((corrected.measures.open_ms, corrected.measures.floor_changes), (10_000, 1));
}

#[test]
fn splitting_a_turn_adds_a_change_of_floor() {
    let split = |_| EventKind::TurnSplit { at_ms: 35_000, to: Floor::Client };
    let corrected = corrects(split, &[(35_000, 40_000, CLIENT)]);
    assert_eq!(corrected.measures.floor_changes, 4);
}

#[test]
fn a_split_ends_at_the_next_change_of_floor() {
    let split = |_| EventKind::TurnSplit { at_ms: 6_000, to: Floor::Open };
    corrects(split, &[(6_000, 10_000, OPEN)]);
}

#[test]
fn splitting_a_turn_for_the_same_party_changes_no_figure() {
    corrects(|_| EventKind::TurnSplit { at_ms: 15_000, to: Floor::Consultant }, &[]);
}

#[test]
fn a_split_turn_can_itself_be_moved_and_given() {
    let (mut scene, _) = ended();
    let turn = scene.record(EventKind::TurnSplit { at_ms: 34_000, to: Floor::Client });
    scene.record(EventKind::TurnMoved { turn, to_ms: 36_000 });
    scene.record(EventKind::TurnGiven { turn, to: Floor::Open });
    let reference = reference_until(&[(36_000, 40_000, OPEN)]);
    assert_eq!(scene.summary().intervals, reference.intervals());
    scene.record(EventKind::Undone { event: turn });
    assert_eq!(scene.summary().intervals, reference_until(&[]).intervals());
}

#[test]
fn corrected_turns_are_marked_as_edited() {
    let (mut scene, turns) = ended();
    scene.record(EventKind::TurnMoved { turn: turns[1], to_ms: 12_000 });
    scene.record(EventKind::TurnGiven { turn: turns[2], to: Floor::Open });
    let sources: Vec<_> =
        scene.meeting().intervals(40_000).iter().map(|stretch| stretch.source).collect();
    assert_eq!(sources, [Source::Touch, Source::Edit, Source::Edit, Source::Touch]);
}

#[test]
fn a_missed_change_inserted_in_a_running_meeting_applies_from_then_on() {
    let mut scene = Scene::opened();
    scene.wait(5_000).record(EventKind::TurnSplit { at_ms: 3_000, to: Floor::Consultant });
    scene.wait(1_000);
    assert_eq!(scene.meeting().floor(), Some(Floor::Consultant));
    assert_eq!(scene.summary().measures.talk_ms, 3_000);
    scene.take_floor(Party::Client);
}

#[test]
fn a_split_at_the_start_of_a_turn_replaces_it() {
    corrects(
        |_| EventKind::TurnSplit { at_ms: 10_000, to: Floor::Open },
        &[(10_000, 20_000, OPEN)],
    );
}

#[test]
fn a_move_that_depends_on_an_undone_move_is_clamped() {
    let stops = |room_made: (usize, u64), moved: (usize, u64)| {
        let (mut scene, turns) = ended();
        scene.record(EventKind::TurnGiven { turn: turns[2], to: Floor::Open });
        let move_to = |(nth, to_ms): (usize, u64)| EventKind::TurnMoved { turn: turns[nth], to_ms };
        let event = scene.record(move_to(room_made));
        scene.record(move_to(moved));
        scene.record(EventKind::Undone { event });
        scene.summary().intervals
    };
    let forward = reference_until(&[(10_000, 20_000, CLIENT), (20_000, 30_000, OPEN)]);
    assert_eq!(stops((2, 28_000), (1, 25_000)), forward.intervals());
    let back = reference_until(&[(10_000, 30_000, OPEN)]);
    assert_eq!(stops((1, 4_000), (2, 6_000)), back.intervals());
}

#[test]
fn no_boundary_moves_past_its_neighbours() {
    let (scene, turns) = ended();
    let moved = |turn, to_ms| scene.refusal(EventKind::TurnMoved { turn, to_ms });
    assert_eq!(scene.meeting().room_to_move(turns[2], 40_000), Some((10_000, 30_000)));
    assert_eq!(moved(turns[2], 9_999), Some(Refusal::OutOfRoom));
    assert_eq!(moved(turns[2], 10_000), None);
    assert_eq!(moved(turns[2], 30_000), None);
    assert_eq!(moved(turns[2], 30_001), Some(Refusal::OutOfRoom));
    assert_eq!(moved(turns[3], 40_001), Some(Refusal::OutOfRoom));
}

#[test]
fn the_start_of_the_meeting_does_not_move() {
    let (scene, turns) = ended();
    assert_eq!(scene.meeting().room_to_move(turns[0], 40_000), None);
    let moved = scene.refusal(EventKind::TurnMoved { turn: turns[0], to_ms: 1 });
    assert_eq!(moved, Some(Refusal::OutOfRoom));
}

#[test]
fn a_turn_is_split_inside_the_meeting_only() {
    let (scene, _) = ended();
    let split = |at_ms| scene.refusal(EventKind::TurnSplit { at_ms, to: Floor::Client });
    assert_eq!([split(0), split(40_000)], [Some(Refusal::OutOfRoom); 2]);
    assert_eq!([split(1), split(39_999)], [None; 2]);
}

#[test]
fn an_event_that_began_no_turn_is_neither_moved_nor_given() {
    let (mut scene, _) = ended();
    let turn = scene.capture_outcome("no turn");
    assert_eq!(scene.refusal(EventKind::TurnMoved { turn, to_ms: 5_000 }), Some(Refusal::Unknown));
    let given = scene.refusal(EventKind::TurnGiven { turn, to: Floor::Open });
    assert_eq!(given, Some(Refusal::Unknown));
}

#[test]
fn a_break_can_be_found_to_have_been_talk() {
    let mut scene = Scene::opened();
    let turn = scene.wait(1_000).record(EventKind::BreakTaken);
    scene.wait(1_000).record(EventKind::BreakEnded);
    scene.wait(1_000).end_meeting();
    scene.record(EventKind::TurnGiven { turn, to: Floor::Consultant });
    let corrected = scene.summary();
    assert_eq!((corrected.measures.break_ms, corrected.measures.talk_ms), (0, 1_000));
    assert!(corrected.intervals.iter().all(|(_, _, state)| *state != State::Break));
}
