//! Tests of refused events in each state of a meeting.

use heard_core::event::capture::{Kind, Tally};
use heard_core::event::kind::EventKind;
use heard_core::{DocumentId, EventId, Floor, Party, Refusal};

use crate::scene::{Scene, amended, captured, floor_left, opening, taken};

fn nobodys() -> EventId {
    EventId { n: 99, boot: DocumentId::from_random(99) }
}

#[test]
fn taking_the_floor_closes_the_other_partys_turn() {
    let mut scene = Scene::opened();
    scene.wait(1_000).take_floor(Party::Consultant);
    scene.wait(400).take_floor(Party::Client);
    assert_eq!(scene.meeting().floor(), Some(Floor::Client));
    let intervals = scene.summary().intervals;
    assert_eq!((intervals[0].1, intervals[1].1), (1_000, 1_400));
}

#[test]
fn a_party_that_has_the_floor_can_not_take_it_again() {
    let mut scene = Scene::opened();
    assert_eq!(scene.refusal(taken(Party::Client)), Some(Refusal::AlreadyHeld));
    scene.take_floor(Party::Consultant);
    assert_eq!(scene.refusal(taken(Party::Consultant)), Some(Refusal::AlreadyHeld));
    scene.record(floor_left());
    assert_eq!(scene.refusal(floor_left()), Some(Refusal::AlreadyHeld));
}

#[test]
fn a_break_is_not_taken_twice() {
    let mut scene = Scene::opened();
    scene.record(EventKind::BreakTaken);
    assert_eq!(scene.refusal(EventKind::BreakTaken), Some(Refusal::OnBreak));
}

#[test]
fn a_meeting_that_is_not_on_a_break_is_not_resumed() {
    let mut scene = Scene::opened();
    assert_eq!(scene.refusal(EventKind::BreakEnded), Some(Refusal::NotOnBreak));
    scene.record(EventKind::BreakTaken);
    scene.record(EventKind::BreakEnded);
    assert_eq!(scene.refusal(EventKind::BreakEnded), Some(Refusal::NotOnBreak));
}

#[test]
fn after_a_break_the_client_has_the_floor() {
    let mut scene = Scene::opened();
    scene.take_floor(Party::Consultant);
    scene.record(EventKind::BreakTaken);
    assert_eq!(scene.meeting().floor(), None);
    scene.record(EventKind::BreakEnded);
    assert_eq!(scene.meeting().floor(), Some(Floor::Client));
}

#[test]
fn taking_the_floor_ends_the_break() {
    for party in [Party::Client, Party::Consultant] {
        let mut scene = Scene::opened();
        scene.record(EventKind::BreakTaken);
        scene.take_floor(party);
        assert_eq!(scene.meeting().floor(), Some(party.into()));
    }
}

#[test]
fn without_a_meeting_every_meeting_event_is_refused() {
    let scene = Scene::empty();
    let acts = [
        taken(Party::Consultant),
        floor_left(),
        EventKind::BreakTaken,
        EventKind::BreakEnded,
        EventKind::MomentMarked,
        captured(Kind::Outcome, "words"),
        EventKind::Tallied(Tally::Asked),
        EventKind::MeetingEnded,
        EventKind::Undone { event: nobodys() },
        EventKind::Redone { event: nobodys() },
    ];
    for kind in acts {
        assert_eq!(scene.refusal(kind.clone()), Some(Refusal::NoMeeting), "{kind:?}");
    }
}

#[test]
fn an_ended_meeting_takes_no_turns_marks_or_tallies_and_ends_once() {
    let mut scene = Scene::opened();
    scene.end_meeting();
    let acts = [
        taken(Party::Consultant),
        floor_left(),
        EventKind::BreakTaken,
        EventKind::BreakEnded,
        EventKind::MomentMarked,
        EventKind::Tallied(Tally::Asked),
        EventKind::MeetingEnded,
    ];
    for kind in acts {
        assert_eq!(scene.refusal(kind.clone()), Some(Refusal::NoMeeting), "{kind:?}");
    }
}

#[test]
fn a_withdrawn_meeting_accepts_only_its_redo() {
    let mut scene = Scene::opened();
    scene.undo().unwrap();
    assert_eq!(scene.refusal(taken(Party::Consultant)), Some(Refusal::NoMeeting));
    assert_eq!(scene.refusal(captured(Kind::Issue, "words")), Some(Refusal::NoMeeting));
    assert_eq!(scene.refusal(EventKind::Redone { event: scene.meeting }), None);
}

#[test]
fn an_unknown_capture_is_neither_corrected_nor_struck() {
    let mut scene = Scene::opened();
    assert_eq!(scene.refusal(amended(nobodys(), "words")), Some(Refusal::Unknown));
    assert_eq!(scene.refusal(EventKind::Struck { what: nobodys() }), Some(Refusal::Unknown));
    let turn = scene.take_floor(Party::Consultant);
    assert_eq!(scene.refusal(EventKind::Struck { what: turn }), Some(Refusal::Unknown));
    let mark = scene.record(EventKind::MomentMarked);
    assert_eq!(scene.refusal(amended(mark, "words")), Some(Refusal::Unknown));
}

#[test]
fn a_struck_capture_is_neither_corrected_nor_struck_again() {
    let mut scene = Scene::opened();
    let id = scene.capture_outcome("gone");
    scene.record(EventKind::Struck { what: id });
    assert_eq!(scene.refusal(amended(id, "words")), Some(Refusal::Unknown));
    assert_eq!(scene.refusal(EventKind::Struck { what: id }), Some(Refusal::Unknown));
}

#[test]
fn the_end_of_a_meeting_is_not_undone_while_another_runs() {
    let mut scene = Scene::opened();
    let first = scene.meeting;
    let ending = scene.end_meeting();
    scene.record(EventKind::MeetingOpened(opening()));
    let second = scene.meeting;
    scene.meeting = first;
    assert_eq!(scene.refusal(EventKind::Undone { event: ending }), Some(Refusal::AlreadyRunning));
    scene.meeting = second;
    scene.end_meeting();
    scene.meeting = first;
    assert_eq!(scene.refusal(EventKind::Undone { event: ending }), None);
}

#[test]
fn a_withdrawn_meeting_is_not_restored_while_another_runs() {
    let mut scene = Scene::opened();
    let first = scene.meeting;
    scene.undo().unwrap();
    scene.record(EventKind::MeetingOpened(opening()));
    scene.meeting = first;
    let redone = EventKind::Redone { event: first };
    assert_eq!(scene.refusal(redone), Some(Refusal::AlreadyRunning));
}

#[test]
fn only_events_in_effect_can_be_undone() {
    let scene = Scene::opened();
    let undone = EventKind::Undone { event: nobodys() };
    assert_eq!(scene.refusal(undone), Some(Refusal::NothingToUndo));
    let redone = EventKind::Redone { event: scene.meeting };
    assert_eq!(scene.refusal(redone), Some(Refusal::NothingToRedo));
}

#[test]
fn every_refusal_has_a_word_of_its_own() {
    let mut words: Vec<_> = Refusal::ALL.iter().map(ToString::to_string).collect();
    assert_eq!((words[0].as_str(), words[1].as_str()), ("no-meeting", "already-running"));
    words.sort();
    words.dedup();
    assert_eq!(words.len(), Refusal::ALL.len());
}
