//! Tests of loops that are raised again: suggested by similarity and joined when confirmed.

use heard_core::event::kind::{EventKind, Opening};
use heard_core::loops::{ALIKE_PERCENT, StepKind, likeness_percent};
use heard_core::{EventId, Refusal};
use proptest::prelude::*;

use crate::random_actions::config;
use crate::scene::{Scene, opening};

/// Another meeting, with or without a client.
fn hold_meeting(scene: &mut Scene, client: Option<EventId>) {
    scene.wait(1_000);
    scene.record(EventKind::MeetingOpened(Opening { client, ..opening() }));
}

fn clients(scene: &mut Scene) -> [Option<EventId>; 2] {
    ["Harbour Trust", "Zoo"]
        .map(|name| Some(scene.record(EventKind::ClientAdded { name: name.to_owned() })))
}

#[test]
fn a_similar_issue_of_the_same_client_is_suggested_and_counted_once_confirmed() {
    let mut scene = Scene::empty();
    let [harbour, zoo] = clients(&mut scene);
    hold_meeting(&mut scene, harbour);
    let first = scene.raise_issue("The printer on the second floor jams every morning");
    scene.end_meeting();
    hold_meeting(&mut scene, zoo);
    let elsewhere = scene.raise_issue("The printer on the second floor jams every day");
    assert_eq!(
        scene.notebook.likely_same(elsewhere),
        None,
        "a loop of another client was suggested"
    );
    let refused = EventKind::Likened { capture: elsewhere, to: Some(first) };
    assert_eq!(scene.refusal(refused), Some(Refusal::Unknown));
    scene.end_meeting();
    hold_meeting(&mut scene, harbour);
    let again = scene.raise_issue("That printer on the second floor still jams in the morning");
    let other = scene.raise_issue("Nobody told us about the move");
    assert_eq!(scene.notebook.likely_same(again).map(|one| one.id), Some(first));
    assert_eq!(scene.notebook.likely_same(other), None);
    assert_eq!(scene.notebook.loops().len(), 4, "loops were joined without confirmation");
    scene.record(EventKind::Likened { capture: again, to: Some(first) });
    let one = scene.the_loop(first);
    assert_eq!((one.times_raised, one.is_raised_twice()), (2, true));
    assert_eq!(
        one.raised[1].words.as_deref(),
        Some("That printer on the second floor still jams in the morning")
    );
    assert_eq!(scene.the_loop(again).id, first, "found by either id");
    assert_eq!(scene.notebook.likely_same(again), None, "asked once");
    scene.undo().unwrap();
    assert_eq!(scene.the_loop(first).times_raised, 1);
}

#[test]
fn a_rejected_suggestion_is_not_made_again() {
    let mut scene = Scene::opened();
    let first = scene.raise_issue("The printer jams");
    let second = scene.raise_issue("The printer jams too");
    assert_eq!(scene.notebook.likely_same(second).map(|one| one.id), Some(first));
    scene.record(EventKind::Likened { capture: second, to: None });
    scene.reload();
    assert_eq!(scene.notebook.likely_same(second), None);
    assert_eq!(scene.notebook.loops().len(), 2);
}

#[test]
fn a_finished_or_closed_loop_is_reopened_when_raised_again() {
    let mut scene = Scene::opened();
    let first = scene.raise_issue("The printer jams");
    scene.take_step(first, StepKind::Finish, "");
    scene.take_step(first, StepKind::Close, "");
    let second = scene.raise_issue("The printer jams");
    assert_eq!(scene.notebook.likely_same(second), None, "what the client closed is not suggested");
    scene.record(EventKind::Likened { capture: second, to: Some(first) });
    let one = scene.the_loop(first);
    assert_eq!((one.state.as_str(), one.closed, one.times_raised), ("heard", None, 2));
    assert_eq!(
        scene.refusal(EventKind::Likened { capture: first, to: Some(second) }),
        Some(Refusal::Unknown)
    );
}

#[test]
fn a_third_raise_joins_the_first_loop_through_the_second() {
    let mut scene = Scene::opened();
    let ids = ["a", "b", "c"].map(|words| scene.raise_issue(words));
    scene.record(EventKind::Likened { capture: ids[1], to: Some(ids[0]) });
    scene.record(EventKind::Likened { capture: ids[2], to: Some(ids[0]) });
    assert_eq!(scene.the_loop(ids[2]).times_raised, 3);
    assert_eq!(scene.notebook.loops().len(), 1);
    assert_eq!(
        scene.refusal(EventKind::Likened { capture: ids[2], to: Some(ids[0]) }),
        Some(Refusal::AlreadyHeld)
    );
}

proptest! {
    #![proptest_config(config(400))]

    #[test]
    fn similarity_is_symmetric_and_complete_for_equal_texts(one in "\\PC{0,40}", other in "\\PC{0,40}") {
        let like = likeness_percent(&one, &other);
        prop_assert_eq!(like, likeness_percent(&other, &one));
        prop_assert!(like <= 100);
        let letters = one.chars().any(char::is_alphanumeric);
        prop_assert_eq!(likeness_percent(&one, &one), if letters { 100 } else { 0 });
    }
}

#[test]
fn similarity_ignores_punctuation_and_spaces() {
    assert_eq!(likeness_percent("The printer jams.", "“the PRINTER – jams”"), 100);
    assert_eq!(likeness_percent("Nobody calls back", "Das Dach ist undicht"), 6);
    assert!(likeness_percent("打印机每天卡纸", "打印机又卡纸了") >= ALIKE_PERCENT);
    assert_eq!(likeness_percent("night", "nacht"), 40);
    assert_eq!(likeness_percent("", ""), 0);
}
