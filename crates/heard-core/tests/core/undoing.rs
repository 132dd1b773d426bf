//! Tests of undo and redo, which are events and survive a reload.

use heard_core::event::kind::EventKind;
use heard_core::{Notebook, Party, Refusal};
use proptest::prelude::*;

use crate::random_actions::{any_steps, config, perform_all};
use crate::scene::{Scene, opening};
use crate::scripted_meeting::played;

proptest! {
    #![proptest_config(config(256))]

    #[test]
    fn undoing_all_and_redoing_all_gives_the_same_meeting(steps in any_steps()) {
        let mut scene = perform_all(&steps, |_, _, _| {});
        // Not where another meeting has begun since, which then is the one at hand.
        prop_assume!(scene.notebook.meeting(scene.meeting).is_some());
        let before = scene.summary();
        let most = scene.events.len();
        let undone = (0..most).take_while(|_| scene.undo().is_ok()).count();
        prop_assert!(undone > 0 && scene.notebook.meeting(scene.meeting).is_none());
        for _ in 0..undone {
            prop_assert!(scene.redo().is_ok());
        }
        prop_assert_eq!(scene.summary(), before);
    }

    #[test]
    fn an_undo_and_its_redo_change_nothing_at_any_time(steps in any_steps(), wait_ms in 0..500_u64) {
        let mut scene = perform_all(&steps, |_, _, _| {});
        scene.wait(wait_ms);
        let before = scene.notebook.meeting(scene.meeting).map(|_| scene.summary());
        if scene.undo().is_ok() {
            scene.redo().unwrap();
        }
        prop_assert_eq!(scene.notebook.meeting(scene.meeting).map(|_| scene.summary()), before);
    }

    #[test]
    fn a_refused_event_changes_nothing(steps in any_steps()) {
        perform_all(&steps, |scene, action, outcome| {
            if let Err(refusal) = outcome {
                // Gathered from the accepted events, so it shares no state with the other notebook.
                let admitted = Notebook::from_events(scene.events.iter().cloned());
                assert_eq!(scene.notebook, admitted, "{action:?} was refused ({refusal}) and changed the notebook");
            }
        });
    }
}

#[test]
fn an_undone_turn_was_never_taken() {
    let mut scene = Scene::opened();
    scene.wait(1_000).take_floor(Party::Consultant);
    scene.wait(300).undo().unwrap();
    scene.wait(700);
    let measures = scene.summary().measures;
    assert_eq!((measures.listen_ms, measures.talk_ms), (2_000, 0));
    assert_eq!((measures.opening_story_ms, measures.floor_changes), (None, 0));
    assert!(!scene.meeting().was_touched());
}

#[test]
fn a_redone_turn_began_when_it_was_first_taken() {
    let mut scene = Scene::opened();
    scene.wait(1_000).take_floor(Party::Consultant);
    scene.wait(300).undo().unwrap();
    scene.wait(300).redo().unwrap();
    scene.wait(400);
    assert_eq!(scene.summary().measures.talk_ms, 1_000);
    assert!(scene.meeting().was_touched());
}

#[test]
fn undo_and_redo_survive_a_reload() {
    let mut scene = Scene::opened();
    scene.wait(1_000).take_floor(Party::Consultant);
    scene.wait(1_000).undo().unwrap();
    scene.reload();
    scene.wait(1_000).redo().unwrap();
    scene.reload();
    scene.wait(1_000);
    assert_eq!(scene.summary().measures.talk_ms, 3_000);
}

#[test]
fn undoing_the_opening_withdraws_the_meeting_and_redoing_restores_it() {
    let mut scene = Scene::opened();
    scene.wait(1_000).undo().unwrap();
    assert_eq!(scene.notebook.meetings().count(), 0);
    assert_eq!(scene.notebook.undoing(None), Err(Refusal::NothingToUndo));
    let (_, kind) = scene.notebook.redoing(None).unwrap();
    scene.wait(1_000).try_record(kind).unwrap();
    assert_eq!(scene.summary().measures.listen_ms, 2_000);
}

#[test]
fn undoing_the_end_lets_the_meeting_continue() {
    let mut scene = played(|_, _| {});
    scene.wait(1_000).undo().unwrap();
    assert_eq!(scene.notebook.running().map(|meeting| meeting.id), Some(scene.meeting));
    assert_eq!(scene.summary().measures.elapsed_ms(), crate::scripted_meeting::END_MS + 1_000);
}

#[test]
fn an_ended_meeting_is_undone_only_in_its_review() {
    let mut scene = Scene::opened();
    scene.wait(1_000).end_meeting();
    assert_eq!(scene.notebook.undoing(None), Err(Refusal::NothingToUndo));
    let event = scene.events[1].id();
    let undone = scene.notebook.undoing(Some(scene.meeting)).map(|(_, kind)| kind);
    assert_eq!(undone, Ok(EventKind::Undone { event }));
}

#[test]
fn undo_applies_to_the_running_meeting_before_the_one_in_review() {
    let mut scene = Scene::opened();
    let first = scene.meeting;
    scene.end_meeting();
    let second = scene.record(EventKind::MeetingOpened(opening()));
    let (of, kind) = scene.notebook.undoing(Some(first)).unwrap();
    assert_eq!(of, heard_core::Record::Begun(second));
    assert_eq!(kind, EventKind::Undone { event: second });
}

#[test]
fn only_what_was_undone_last_can_be_redone() {
    let mut scene = Scene::opened();
    let taken = scene.wait(10).take_floor(Party::Consultant);
    let marked = scene.wait(10).record(EventKind::MomentMarked);
    scene.undo().unwrap();
    scene.undo().unwrap();
    assert_eq!(scene.refusal(EventKind::Redone { event: marked }), Some(Refusal::NothingToRedo));
    assert_eq!(scene.refusal(EventKind::Redone { event: taken }), None);
    assert_eq!(scene.refusal(EventKind::Undone { event: taken }), Some(Refusal::NothingToUndo));
}

#[test]
fn nothing_undone_is_redone_after_a_new_act() {
    let mut scene = Scene::opened();
    scene.wait(10).take_floor(Party::Consultant);
    scene.undo().unwrap();
    scene.record(EventKind::MomentMarked);
    assert_eq!(scene.redo(), Err(Refusal::NothingToRedo));
}

#[test]
fn what_was_undone_in_a_review_is_redone_only_there() {
    let mut scene = Scene::opened();
    scene.end_meeting();
    let event = scene.capture_outcome("On the stairs");
    scene.undo().unwrap();
    assert_eq!(scene.notebook.redoing(None), Err(Refusal::NothingToRedo));
    let redone = scene.notebook.redoing(Some(scene.meeting)).map(|(_, kind)| kind);
    assert_eq!(redone, Ok(EventKind::Redone { event }));
}
