//! Tests of captures: corrections keep the first words, and struck captures stay in the log.

use heard_core::event::capture::Kind;
use heard_core::event::kind::{EventKind, NewCapture};
use heard_core::{Floor, Party};
use proptest::prelude::*;

use crate::random_actions::{any_steps, config, perform_all};
use crate::scene::{Scene, amended};

proptest! {
    #![proptest_config(config(256))]

    #[test]
    fn the_first_words_can_always_be_restored(steps in any_steps()) {
        let scene = perform_all(&steps, |_, _, _| {});
        for capture in scene.notebook.meetings().flat_map(|meeting| &meeting.captures) {
            let captured = scene.events.iter().find(|event| event.id() == capture.id).unwrap();
            let EventKind::Captured(NewCapture { words, .. }) = &captured.kind else {
                panic!("{captured:?} is not a capture");
            };
            prop_assert_eq!(capture.earlier.first().unwrap_or(&capture.words), words);
        }
    }

    #[test]
    fn every_correction_is_kept_in_order(words in proptest::collection::vec("[a-z]{1,8}", 2..8)) {
        let mut scene = Scene::opened();
        let id = scene.capture_outcome(&words[0]);
        for word in &words[1..] {
            scene.record(amended(id, word));
        }
        let capture = &scene.meeting().captures[0];
        prop_assert_eq!(&capture.words, words.last().unwrap());
        prop_assert_eq!(&capture.earlier, &words[..words.len() - 1]);
    }
}

#[test]
fn undoing_a_correction_restores_the_previous_words() {
    let mut scene = Scene::opened();
    let id = scene.capture_outcome("We lose orders");
    scene.record(amended(id, "They lose orders"));
    scene.undo().unwrap();
    let capture = &scene.meeting().captures[0];
    assert_eq!(capture.words, "We lose orders");
    assert!(capture.earlier.is_empty());
}

#[test]
fn undoing_one_correction_keeps_the_others() {
    let mut scene = Scene::opened();
    let id = scene.capture_outcome("one");
    let second = scene.record(amended(id, "two"));
    scene.record(amended(id, "three"));
    scene.record(EventKind::Undone { event: second });
    let capture = &scene.meeting().captures[0];
    assert_eq!(
        (capture.words.as_str(), capture.earlier.as_slice()),
        ("three", &["one".to_owned()][..])
    );
}

#[test]
fn a_struck_capture_leaves_the_meeting_and_stays_in_the_log() {
    let mut scene = Scene::opened();
    let id = scene.capture_outcome("Off the record");
    let other = scene.capture_outcome("On the record");
    scene.record(EventKind::Struck { what: id });
    let left: Vec<_> = scene.meeting().captures.iter().map(|capture| capture.id).collect();
    assert_eq!(left, [other]);
    let log = scene.notebook.log(scene.meeting).unwrap();
    assert!(log.events().iter().any(|event| event.id() == id));
    scene.undo().unwrap();
    assert_eq!(scene.meeting().captures[0].words, "Off the record");
}

#[test]
fn a_struck_mark_is_restored_by_undo() {
    let mut scene = Scene::opened();
    let mark = scene.wait(70).record(EventKind::MomentMarked);
    scene.record(EventKind::Struck { what: mark });
    assert_eq!(scene.summary().marks, []);
    scene.undo().unwrap();
    assert_eq!(scene.summary().marks, [(70, Some(Floor::Client))]);
}

#[test]
fn a_capture_has_the_floor_at_the_time_of_its_words() {
    let mut scene = Scene::opened();
    scene.wait(1_000).take_floor(Party::Consultant);
    scene.wait(1_000).capture_outcome("while talking");
    scene.record(EventKind::BreakTaken);
    scene.capture_outcome("at the coffee machine");
    let floors: Vec<_> = scene.meeting().captures.iter().map(|capture| capture.floor).collect();
    assert_eq!(floors, [Some(Floor::Consultant), None]);
}

#[test]
fn a_capture_keeps_who_said_it() {
    let mut scene = Scene::opened();
    let said_by = Some("Maria".to_owned());
    let words = "Fewer calls at night".to_owned();
    scene.record(EventKind::Captured(NewCapture {
        kind: Kind::Outcome,
        words,
        said_by,
        ago_ms: 0,
        mark: None,
    }));
    assert_eq!(scene.meeting().captures[0].said_by.as_deref(), Some("Maria"));
}

#[test]
fn captures_after_the_end_are_placed_at_the_end_and_can_be_corrected() {
    let mut scene = Scene::opened();
    scene.wait(9_000).end_meeting();
    let id = scene.wait(60_000).capture_outcome("On the way out");
    scene.wait(60_000).record(amended(id, "In the doorway"));
    let captured = &scene.summary().captures[0];
    assert_eq!((captured.0, captured.2.as_str()), (9_000, "In the doorway"));
}
