//! Raised again: suggested by likeness, and never taken for the same without a yes.

use heard_core::event::kind::{EventKind, Opening};
use heard_core::loops::{ALIKE_PERCENT, StepKind, likeness_percent};
use heard_core::{EventId, Refusal};
use proptest::prelude::*;

use crate::random_actions::config;
use crate::scene::{Scene, opening};

/// Another meeting with a client, or with nobody that is known.
fn hold_meeting(scene: &mut Scene, client: Option<EventId>) {
    scene.wait(1_000);
    scene.record(EventKind::MeetingOpened(Opening { client, ..opening() }));
}

fn clients(scene: &mut Scene) -> [Option<EventId>; 2] {
    ["Harbour Trust", "Zoo"]
        .map(|name| Some(scene.record(EventKind::ClientAdded { name: name.to_owned() })))
}

#[test]
fn what_is_like_an_open_loop_of_the_same_client_is_asked_about_and_counted_with_a_yes() {
    let mut scene = Scene::empty();
    let [harbour, zoo] = clients(&mut scene);
    hold_meeting(&mut scene, harbour);
    let first = scene.raise_issue("The printer on the second floor jams every morning");
    scene.end_meeting();
    hold_meeting(&mut scene, zoo);
    let elsewhere = scene.raise_issue("The printer on the second floor jams every day");
    assert_eq!(scene.notebook.likely_same(elsewhere), None, "another client's words stay there");
    let refused = EventKind::Likened { capture: elsewhere, to: Some(first) };
    assert_eq!(scene.refusal(refused), Some(Refusal::Unknown));
    scene.end_meeting();
    hold_meeting(&mut scene, harbour);
    let again = scene.raise_issue("That printer on the second floor still jams in the morning");
    let other = scene.raise_issue("Nobody told us about the move");
    assert_eq!(scene.notebook.likely_same(again).map(|one| one.id), Some(first));
    assert_eq!(scene.notebook.likely_same(other), None);
    assert_eq!(scene.notebook.loops().len(), 4, "nothing comes together by itself");
    scene.record(EventKind::Likened { capture: again, to: Some(first) });
    let one = scene.the_loop(first);
    assert_eq!((one.times_raised, one.is_raised_twice()), (2, true));
    assert_eq!(
        one.raised[1].words.as_deref(),
        Some("That printer on the second floor still jams in the morning")
    );
    assert_eq!(scene.the_loop(again).id, first, "known by either name");
    assert_eq!(scene.notebook.likely_same(again), None, "asked once");
    scene.undo().unwrap();
    assert_eq!(scene.the_loop(first).times_raised, 1);
}

#[test]
fn a_no_is_kept_and_not_asked_again() {
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
fn what_was_done_or_closed_is_heard_anew_when_it_is_raised_again() {
    let mut scene = Scene::opened();
    let first = scene.raise_issue("The printer jams");
    scene.take_step(first, StepKind::Finish, "");
    scene.take_step(first, StepKind::Close, "");
    let second = scene.raise_issue("The printer jams");
    assert_eq!(scene.notebook.likely_same(second), None, "what the client closed is not suggested");
    scene.record(EventKind::Likened { capture: second, to: Some(first) });
    let one = scene.the_loop(first);
    assert_eq!((one.state.word(), one.closed, one.times_raised), ("heard", None, 2));
    assert_eq!(
        scene.refusal(EventKind::Likened { capture: first, to: Some(second) }),
        Some(Refusal::Unknown)
    );
}

#[test]
fn a_third_time_joins_the_first_through_the_second() {
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
    fn likeness_is_the_same_both_ways_and_whole_for_the_same(one in "\\PC{0,40}", other in "\\PC{0,40}") {
        let like = likeness_percent(&one, &other);
        prop_assert_eq!(like, likeness_percent(&other, &one));
        prop_assert!(like <= 100);
        let letters = one.chars().any(char::is_alphanumeric);
        prop_assert_eq!(likeness_percent(&one, &one), if letters { 100 } else { 0 });
    }
}

#[test]
fn likeness_is_of_words_whatever_stands_around_them() {
    assert_eq!(likeness_percent("The printer jams.", "“the PRINTER – jams”"), 100);
    assert_eq!(likeness_percent("Nobody calls back", "Das Dach ist undicht"), 6);
    assert!(likeness_percent("打印机每天卡纸", "打印机又卡纸了") >= ALIKE_PERCENT);
    assert_eq!(likeness_percent("night", "nacht"), 40);
    assert_eq!(likeness_percent("", ""), 0);
}
