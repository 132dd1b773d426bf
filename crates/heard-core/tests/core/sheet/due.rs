//! Tests of loops as a calendar file.

use heard_core::EventId;
use heard_core::event::capture::Kind;
use heard_core::event::kind::EventKind;
use heard_core::loops::StepKind;
use heard_core::report::recap::{Form, has_dated_loops, written};
use heard_core::time::Day;
use heard_core::transfer::export::Wanted;

use crate::import::later;
use crate::recap::calendar::values;
use crate::recap::{language, met, planned};
use crate::scene::{Scene, captured};

fn calendar(scene: &Scene, wanted: Wanted) -> String {
    written(&scene.notebook, wanted, later(), language(), Form::Calendar)
}

fn all(scene: &Scene) -> String {
    calendar(scene, Wanted::default())
}

fn days(scene: &Scene) -> Vec<String> {
    values(&all(scene), "DTSTART;VALUE=DATE")
}

fn promised() -> (Scene, EventId) {
    let mut scene = Scene::empty();
    met(&mut scene, "Harbour Trust");
    let promise = scene.record(captured(Kind::Promise, "I will call"));
    scene.record(planned(promise, None, "2026-11-27"));
    (scene, promise)
}

#[test]
fn a_loop_with_a_new_day_keeps_its_calendar_uid() {
    let (mut scene, promise) = promised();
    let of_meeting = Wanted { meeting: Some(scene.meeting), ..Wanted::default() };
    assert_eq!(all(&scene), calendar(&scene, of_meeting));
    let by = Day::parse("2026-12-24");
    scene.record(EventKind::LoopAssigned { which: promise, owner: None, by });
    assert_eq!(values(&all(&scene), "UID"), [format!("heard-{promise}")]);
    assert_eq!(days(&scene), ["20261224"]);
    // A meeting's calendar says what was promised there.
    assert_eq!(values(&calendar(&scene, of_meeting), "DTSTART;VALUE=DATE"), ["20261127"]);
}

#[test]
fn a_promise_made_again_is_one_entry_on_the_later_day() {
    let (mut scene, first) = promised();
    let second = scene.wait(60_000).record(captured(Kind::Promise, "I will really call"));
    scene.record(planned(second, None, "2026-12-01"));
    assert_eq!(days(&scene).len(), 2, "similar loops are not joined without confirmation");
    scene.record(EventKind::Likened { capture: second, to: Some(first) });
    assert_eq!(days(&scene), ["20261201"]);
    let of_meeting = Wanted { meeting: Some(scene.meeting), ..Wanted::default() };
    let names = values(&calendar(&scene, of_meeting), "UID");
    assert_eq!(names, [format!("heard-{first}"), format!("heard-{first}")]);
}

#[test]
fn finished_declined_and_closed_loops_are_not_due() {
    for (kind, text) in [(StepKind::Finish, ""), (StepKind::Decline, "no"), (StepKind::Close, "")] {
        let (mut scene, promise) = promised();
        assert!(has_dated_loops(&scene.notebook, Wanted::default()));
        scene.take_step(promise, kind, text);
        assert!(days(&scene).is_empty(), "{kind:?}");
        assert!(!has_dated_loops(&scene.notebook, Wanted::default()));
    }
}

#[test]
fn an_issue_with_a_day_is_due_in_its_own_clients_calendar_only() {
    let (mut scene, _) = promised();
    scene.end_meeting();
    met(&mut scene, "Zoo");
    let issue = scene.raise_issue("The gate is open");
    let by = Day::parse("2026-12-02");
    scene.record(EventKind::LoopAssigned { which: issue, owner: Some("Ann".to_owned()), by });
    let zoo = scene.notebook.client_named("Zoo").map(|client| client.id);
    let text = calendar(&scene, Wanted { client: zoo, ..Wanted::default() });
    assert_eq!(values(&text, "SUMMARY"), ["Zoo: The gate is open"]);
    assert!(!text.contains("Ann"), "{text}");
    assert_eq!(days(&scene), ["20261127", "20261202"]);
}
