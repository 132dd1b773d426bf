//! Undo takes back any kind, redo brings it back, and both survive a reload: they are events like all others.

use heard_core::event::kind::EventKind;
use heard_core::{Notebook, Party, Refusal};
use proptest::prelude::*;

use crate::deeds::{any_steps, config, lived};
use crate::scene::{Scene, opening};
use crate::script::played;

proptest! {
    #![proptest_config(config(256))]

    #[test]
    fn undoing_all_and_redoing_all_gives_the_same_meeting(steps in any_steps()) {
        let mut scene = lived(&steps, |_, _, _| {});
        // Not where another meeting has begun since, which then is the one at hand.
        prop_assume!(scene.notebook.meeting(scene.meeting).is_some());
        let before = scene.told();
        let most = scene.events.len();
        let undone = (0..most).take_while(|_| scene.undoes().is_ok()).count();
        prop_assert!(undone > 0 && scene.notebook.meeting(scene.meeting).is_none());
        for _ in 0..undone {
            prop_assert!(scene.redoes().is_ok());
        }
        prop_assert_eq!(scene.told(), before);
    }

    #[test]
    fn an_undo_and_its_redo_change_nothing_at_any_time(steps in any_steps(), wait_ms in 0..500_u64) {
        let mut scene = lived(&steps, |_, _, _| {});
        scene.wait(wait_ms);
        let before = scene.notebook.meeting(scene.meeting).map(|_| scene.told());
        if scene.undoes().is_ok() {
            scene.redoes().unwrap();
        }
        prop_assert_eq!(scene.notebook.meeting(scene.meeting).map(|_| scene.told()), before);
    }

    #[test]
    fn what_is_refused_leaves_no_trace(steps in any_steps()) {
        lived(&steps, |scene, deed, outcome| {
            if let Err(refusal) = outcome {
                // Made anew from what was admitted: a notebook that shared something with the old one would show.
                let admitted = Notebook::from_events(scene.events.iter().cloned());
                assert_eq!(scene.notebook, admitted, "{deed:?} was refused: {refusal}");
            }
        });
    }
}

#[test]
fn an_undone_turn_was_never_taken() {
    let mut scene = Scene::opened();
    scene.wait(1_000).takes(Party::Consultant);
    scene.wait(300).undoes().unwrap();
    scene.wait(700);
    let measures = scene.told().measures;
    assert_eq!((measures.listen_ms, measures.talk_ms), (2_000, 0));
    assert_eq!((measures.opening_story_ms, measures.floor_changes), (None, 0));
    assert!(!scene.meeting().was_touched());
}

#[test]
fn a_redone_turn_began_when_it_was_first_taken() {
    let mut scene = Scene::opened();
    scene.wait(1_000).takes(Party::Consultant);
    scene.wait(300).undoes().unwrap();
    scene.wait(300).redoes().unwrap();
    scene.wait(400);
    assert_eq!(scene.told().measures.talk_ms, 1_000);
    assert!(scene.meeting().was_touched());
}

#[test]
fn undo_and_redo_survive_a_reload() {
    let mut scene = Scene::opened();
    scene.wait(1_000).takes(Party::Consultant);
    scene.wait(1_000).undoes().unwrap();
    scene.reloads();
    scene.wait(1_000).redoes().unwrap();
    scene.reloads();
    scene.wait(1_000);
    assert_eq!(scene.told().measures.talk_ms, 3_000);
}

#[test]
fn undoing_the_opening_withdraws_the_meeting_and_redoing_brings_it_back() {
    let mut scene = Scene::opened();
    scene.wait(1_000).undoes().unwrap();
    assert_eq!(scene.notebook.meetings().count(), 0);
    assert_eq!(scene.notebook.undoing(None), Err(Refusal::NothingToUndo));
    let (_, kind) = scene.notebook.redoing(None).unwrap();
    scene.wait(1_000).tries(kind).unwrap();
    assert_eq!(scene.told().measures.listen_ms, 2_000);
}

#[test]
fn undoing_the_ending_lets_the_meeting_run_on() {
    let mut scene = played(|_, _| {});
    scene.wait(1_000).undoes().unwrap();
    assert_eq!(scene.notebook.running().map(|meeting| meeting.id), Some(scene.meeting));
    assert_eq!(scene.told().measures.elapsed_ms(), crate::script::END_MS + 1_000);
}

#[test]
fn an_ended_meeting_is_undone_only_in_its_review() {
    let mut scene = Scene::opened();
    scene.wait(1_000).ends();
    assert_eq!(scene.notebook.undoing(None), Err(Refusal::NothingToUndo));
    let event = scene.events[1].id();
    let undone = scene.notebook.undoing(Some(scene.meeting)).map(|(_, kind)| kind);
    assert_eq!(undone, Ok(EventKind::Undone { event }));
}

#[test]
fn the_running_meeting_is_at_hand_before_the_one_in_review() {
    let mut scene = Scene::opened();
    let first = scene.meeting;
    scene.ends();
    let second = scene.says(EventKind::MeetingOpened(opening()));
    let (of, kind) = scene.notebook.undoing(Some(first)).unwrap();
    assert_eq!(of, heard_core::Record::Begun(second));
    assert_eq!(kind, EventKind::Undone { event: second });
}

#[test]
fn only_what_was_undone_last_can_be_redone() {
    let mut scene = Scene::opened();
    let taken = scene.wait(10).takes(Party::Consultant);
    let marked = scene.wait(10).says(EventKind::MomentMarked);
    scene.undoes().unwrap();
    scene.undoes().unwrap();
    assert_eq!(scene.refusal(EventKind::Redone { event: marked }), Some(Refusal::NothingToRedo));
    assert_eq!(scene.refusal(EventKind::Redone { event: taken }), None);
    assert_eq!(scene.refusal(EventKind::Undone { event: taken }), Some(Refusal::NothingToUndo));
}

#[test]
fn nothing_undone_is_redone_after_a_new_act() {
    let mut scene = Scene::opened();
    scene.wait(10).takes(Party::Consultant);
    scene.undoes().unwrap();
    scene.says(EventKind::MomentMarked);
    assert_eq!(scene.redoes(), Err(Refusal::NothingToRedo));
}

#[test]
fn what_was_undone_in_a_review_is_redone_only_there() {
    let mut scene = Scene::opened();
    scene.ends();
    let event = scene.catches("On the stairs");
    scene.undoes().unwrap();
    assert_eq!(scene.notebook.redoing(None), Err(Refusal::NothingToRedo));
    let redone = scene.notebook.redoing(Some(scene.meeting)).map(|(_, kind)| kind);
    assert_eq!(redone, Ok(EventKind::Redone { event }));
}
