//! Corrections afterwards: a boundary moved, a turn given to somebody else, a missed change put in.

use heard_core::event::floor::Source;
use heard_core::event::kind::EventKind;
use heard_core::meeting::State;
use heard_core::{EventId, Floor, Party, Refusal};

use crate::reference::{CLIENT, CONSULTANT, OPEN, Strip};
use crate::scene::{Scene, Told};

/// Client to 10 s, consultant to 20 s, client to 30 s, consultant to the end at 40 s; and who began each turn.
fn ended() -> (Scene, [EventId; 4]) {
    let mut scene = Scene::opened();
    let first = scene.meeting;
    let second = scene.wait(10_000).takes(Party::Consultant);
    let third = scene.wait(10_000).takes(Party::Client);
    let fourth = scene.wait(10_000).takes(Party::Consultant);
    scene.wait(10_000).ends();
    scene.wait(60_000);
    (scene, [first, second, third, fourth])
}

/// The meeting of [`ended`], painted over in places.
fn painted(over: &[(u64, u64, u8)]) -> Strip {
    let mut strip = Strip::of(40_000);
    strip.paint_between(10_000, 20_000, CONSULTANT);
    strip.paint_between(30_000, 40_000, CONSULTANT);
    for (from_ms, to_ms, what) in over {
        strip.paint_between(*from_ms, *to_ms, *what);
    }
    strip
}

/// Makes a correction, checks it against the reference, and takes it back.
fn corrects(kind: impl FnOnce([EventId; 4]) -> EventKind, over: &[(u64, u64, u8)]) -> Told {
    let (mut scene, turns) = ended();
    let before = scene.told();
    assert_eq!(before.tiles, painted(&[]).tiles());
    scene.says(kind(turns));
    let corrected = scene.told();
    assert_eq!(corrected.tiles, painted(over).tiles());
    assert_eq!(corrected.measures, painted(over).measures());
    scene.reloads();
    assert_eq!(scene.told(), corrected);
    scene.wait(1_000).undoes().unwrap();
    assert_eq!(scene.told(), before);
    corrected
}

#[test]
fn a_boundary_moved_forward_gives_the_time_to_the_turn_before() {
    let moved = |turns: [EventId; 4]| EventKind::TurnMoved { turn: turns[2], to_ms: 23_500 };
    let told = corrects(moved, &[(20_000, 23_500, CONSULTANT)]);
    assert_eq!(told.measures.talk_ms, 23_500);
}

#[test]
fn a_boundary_moved_back_gives_the_time_to_its_own_turn() {
    let moved = |turns: [EventId; 4]| EventKind::TurnMoved { turn: turns[1], to_ms: 4_000 };
    let told = corrects(moved, &[(4_000, 10_000, CONSULTANT)]);
    assert_eq!(told.measures.opening_story_ms, Some(4_000));
}

#[test]
fn a_boundary_moved_onto_the_next_swallows_the_turn() {
    let moved = |turns: [EventId; 4]| EventKind::TurnMoved { turn: turns[1], to_ms: 20_000 };
    let told = corrects(moved, &[(10_000, 20_000, CLIENT)]);
    assert_eq!(told.measures.floor_changes, 1);
}

#[test]
fn the_last_boundary_moves_as_far_as_the_end() {
    let moved = |turns: [EventId; 4]| EventKind::TurnMoved { turn: turns[3], to_ms: 40_000 };
    corrects(moved, &[(30_000, 40_000, CLIENT)]);
}

#[test]
fn a_turn_given_to_the_other_party_makes_its_neighbours_one_turn() {
    let given = |turns: [EventId; 4]| EventKind::TurnGiven { turn: turns[1], to: Floor::Client };
    let told = corrects(given, &[(10_000, 20_000, CLIENT)]);
    assert_eq!(told.tiles.len(), 2);
    assert_eq!(told.measures.floor_changes, 1);
    assert_eq!(told.measures.longest_story_ms, 30_000);
}

#[test]
fn the_first_turn_can_be_given_away_and_then_there_is_no_opening_story() {
    let given =
        |turns: [EventId; 4]| EventKind::TurnGiven { turn: turns[0], to: Floor::Consultant };
    let told = corrects(given, &[(0, 10_000, CONSULTANT)]);
    assert_eq!(told.measures.opening_story_ms, Some(0));
}

#[test]
fn a_turn_given_to_nobody_is_silence() {
    let given = |turns: [EventId; 4]| EventKind::TurnGiven { turn: turns[2], to: Floor::Open };
    let told = corrects(given, &[(20_000, 30_000, OPEN)]);
    assert_eq!((told.measures.open_ms, told.measures.floor_changes), (10_000, 1));
}

#[test]
fn a_turn_split_has_a_change_of_floor_more() {
    let split = |_| EventKind::TurnSplit { at_ms: 35_000, to: Floor::Client };
    let told = corrects(split, &[(35_000, 40_000, CLIENT)]);
    assert_eq!(told.measures.floor_changes, 4);
}

#[test]
fn a_split_lasts_to_the_next_change_and_no_further() {
    let split = |_| EventKind::TurnSplit { at_ms: 6_000, to: Floor::Open };
    corrects(split, &[(6_000, 10_000, OPEN)]);
}

#[test]
fn a_turn_split_in_the_middle_of_the_same_party_changes_nothing_to_see() {
    corrects(|_| EventKind::TurnSplit { at_ms: 15_000, to: Floor::Consultant }, &[]);
}

#[test]
fn a_split_turn_can_itself_be_moved_and_given() {
    let (mut scene, _) = ended();
    let turn = scene.says(EventKind::TurnSplit { at_ms: 34_000, to: Floor::Client });
    scene.says(EventKind::TurnMoved { turn, to_ms: 36_000 });
    scene.says(EventKind::TurnGiven { turn, to: Floor::Open });
    let reference = painted(&[(36_000, 40_000, OPEN)]);
    assert_eq!(scene.told().tiles, reference.tiles());
    scene.says(EventKind::Undone { event: turn });
    assert_eq!(scene.told().tiles, painted(&[]).tiles());
}

#[test]
fn what_was_corrected_says_so() {
    let (mut scene, turns) = ended();
    scene.says(EventKind::TurnMoved { turn: turns[1], to_ms: 12_000 });
    scene.says(EventKind::TurnGiven { turn: turns[2], to: Floor::Open });
    let sources: Vec<_> =
        scene.meeting().intervals(40_000).iter().map(|stretch| stretch.source).collect();
    assert_eq!(sources, [Source::Touch, Source::Edit, Source::Edit, Source::Touch]);
}

#[test]
fn a_missed_change_put_in_while_the_meeting_runs_holds_from_then_on() {
    let mut scene = Scene::opened();
    scene.wait(5_000).says(EventKind::TurnSplit { at_ms: 3_000, to: Floor::Consultant });
    scene.wait(1_000);
    assert_eq!(scene.meeting().floor(), Some(Floor::Consultant));
    assert_eq!(scene.told().measures.talk_ms, 3_000);
    scene.takes(Party::Client);
}

#[test]
fn a_split_at_the_start_of_a_turn_takes_the_turn() {
    corrects(
        |_| EventKind::TurnSplit { at_ms: 10_000, to: Floor::Open },
        &[(10_000, 20_000, OPEN)],
    );
}

#[test]
fn a_move_into_room_that_another_move_had_made_stops_where_that_one_is_undone() {
    let stops = |room_made: (usize, u64), moved: (usize, u64)| {
        let (mut scene, turns) = ended();
        scene.says(EventKind::TurnGiven { turn: turns[2], to: Floor::Open });
        let move_to = |(nth, to_ms): (usize, u64)| EventKind::TurnMoved { turn: turns[nth], to_ms };
        let event = scene.says(move_to(room_made));
        scene.says(move_to(moved));
        scene.says(EventKind::Undone { event });
        scene.told().tiles
    };
    let forward = painted(&[(10_000, 20_000, CLIENT), (20_000, 30_000, OPEN)]);
    assert_eq!(stops((2, 28_000), (1, 25_000)), forward.tiles());
    let back = painted(&[(10_000, 30_000, OPEN)]);
    assert_eq!(stops((1, 4_000), (2, 6_000)), back.tiles());
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
fn what_began_no_turn_is_neither_moved_nor_given() {
    let (mut scene, _) = ended();
    let turn = scene.catches("no turn");
    assert_eq!(scene.refusal(EventKind::TurnMoved { turn, to_ms: 5_000 }), Some(Refusal::Unknown));
    let given = scene.refusal(EventKind::TurnGiven { turn, to: Floor::Open });
    assert_eq!(given, Some(Refusal::Unknown));
}

#[test]
fn a_break_can_be_found_to_have_been_talk() {
    let mut scene = Scene::opened();
    let turn = scene.wait(1_000).says(EventKind::BreakTaken);
    scene.wait(1_000).says(EventKind::BreakEnded);
    scene.wait(1_000).ends();
    scene.says(EventKind::TurnGiven { turn, to: Floor::Consultant });
    let told = scene.told();
    assert_eq!((told.measures.break_ms, told.measures.talk_ms), (0, 1_000));
    assert!(told.tiles.iter().all(|(_, _, state)| *state != State::Break));
}
