//! What was caught stays: corrections keep the first words, withdrawals keep the trace.

use heard_core::event::capture::Kind;
use heard_core::event::kind::{EventKind, NewCapture};
use heard_core::{Floor, Party};
use proptest::prelude::*;

use crate::deeds::{any_steps, config, lived};
use crate::scene::{Scene, amended};

proptest! {
    #![proptest_config(config(256))]

    #[test]
    fn the_first_words_can_always_be_had_back(steps in any_steps()) {
        let scene = lived(&steps, |_, _, _| {});
        for capture in scene.notebook.meetings().flat_map(|meeting| &meeting.captures) {
            let caught = scene.events.iter().find(|event| event.id() == capture.id).unwrap();
            let EventKind::Captured(NewCapture { words, .. }) = &caught.kind else {
                panic!("{caught:?} is no capture");
            };
            prop_assert_eq!(capture.earlier.first().unwrap_or(&capture.words), words);
        }
    }

    #[test]
    fn every_correction_is_kept_in_order(words in proptest::collection::vec("[a-z]{1,8}", 2..8)) {
        let mut scene = Scene::opened();
        let id = scene.catches(&words[0]);
        for word in &words[1..] {
            scene.says(amended(id, word));
        }
        let capture = &scene.meeting().captures[0];
        prop_assert_eq!(&capture.words, words.last().unwrap());
        prop_assert_eq!(&capture.earlier, &words[..words.len() - 1]);
    }
}

#[test]
fn a_correction_undone_gives_the_words_before_it_back() {
    let mut scene = Scene::opened();
    let id = scene.catches("We lose orders");
    scene.says(amended(id, "They lose orders"));
    scene.undoes().unwrap();
    let capture = &scene.meeting().captures[0];
    assert_eq!(capture.words, "We lose orders");
    assert!(capture.earlier.is_empty());
}

#[test]
fn a_correction_undone_among_others_leaves_the_others() {
    let mut scene = Scene::opened();
    let id = scene.catches("one");
    let second = scene.says(amended(id, "two"));
    scene.says(amended(id, "three"));
    scene.says(EventKind::Undone { event: second });
    let capture = &scene.meeting().captures[0];
    assert_eq!(
        (capture.words.as_str(), capture.earlier.as_slice()),
        ("three", &["one".to_owned()][..])
    );
}

#[test]
fn a_capture_struck_is_gone_from_the_meeting_and_still_in_the_log() {
    let mut scene = Scene::opened();
    let id = scene.catches("Off the record");
    let other = scene.catches("On the record");
    scene.says(EventKind::Struck { what: id });
    let left: Vec<_> = scene.meeting().captures.iter().map(|capture| capture.id).collect();
    assert_eq!(left, [other]);
    let log = scene.notebook.log(scene.meeting).unwrap();
    assert!(log.events().iter().any(|event| event.id() == id));
    scene.undoes().unwrap();
    assert_eq!(scene.meeting().captures[0].words, "Off the record");
}

#[test]
fn a_mark_struck_is_gone_and_comes_back_by_undo() {
    let mut scene = Scene::opened();
    let mark = scene.wait(70).says(EventKind::MomentMarked);
    scene.says(EventKind::Struck { what: mark });
    assert_eq!(scene.told().marks, []);
    scene.undoes().unwrap();
    assert_eq!(scene.told().marks, [(70, Some(Floor::Client))]);
}

#[test]
fn a_capture_knows_who_had_the_floor_when_the_words_were_said() {
    let mut scene = Scene::opened();
    scene.wait(1_000).takes(Party::Consultant);
    scene.wait(1_000).catches("while talking");
    scene.says(EventKind::BreakTaken);
    scene.catches("at the coffee machine");
    let floors: Vec<_> = scene.meeting().captures.iter().map(|capture| capture.floor).collect();
    assert_eq!(floors, [Some(Floor::Consultant), None]);
}

#[test]
fn who_said_it_is_kept_with_it() {
    let mut scene = Scene::opened();
    let said_by = Some("Maria".to_owned());
    let words = "Fewer calls at night".to_owned();
    scene.says(EventKind::Captured(NewCapture {
        kind: Kind::Outcome,
        words,
        said_by,
        ago_ms: 0,
        mark: None,
    }));
    assert_eq!(scene.meeting().captures[0].said_by.as_deref(), Some("Maria"));
}

#[test]
fn words_are_still_caught_and_corrected_after_the_end_and_lie_at_its_end() {
    let mut scene = Scene::opened();
    scene.wait(9_000).ends();
    let id = scene.wait(60_000).catches("On the way out");
    scene.wait(60_000).says(amended(id, "In the doorway"));
    let caught = &scene.told().captures[0];
    assert_eq!((caught.0, caught.2.as_str()), (9_000, "In the doorway"));
}
