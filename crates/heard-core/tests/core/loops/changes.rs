//! Tests of the changed loops that a host is notified of.

use heard_core::event::kind::EventKind;
use heard_core::loops::StepKind;
use heard_core::{EventId, Notebook, Party};

use crate::scene::Scene;

/// The loops that changed since, by name.
fn changed(scene: &Scene, before: &Notebook) -> Vec<EventId> {
    scene.notebook.changed_loops(before).iter().map(|one| one.id).collect()
}

#[test]
fn each_step_is_reported_once_and_other_events_are_not() {
    let mut scene = Scene::opened();
    let before = scene.notebook.clone();
    let first = scene.raise_issue("The printer jams");
    assert_eq!(changed(&scene, &before), [first]);
    let before = scene.notebook.clone();
    scene.take_floor(Party::Consultant);
    scene.capture_outcome("Quiet Mondays");
    assert_eq!(changed(&scene, &before), []);
    let before = scene.notebook.clone();
    let second = scene.raise_issue("The printer jams");
    scene.record(EventKind::Likened { capture: second, to: Some(first) });
    assert_eq!(changed(&scene, &before), [first], "it was raised again, and is no other");
    let before = scene.notebook.clone();
    scene.take_step(first, StepKind::Start, "");
    assert_eq!(changed(&scene, &before), [first]);
    assert_eq!(changed(&scene, &scene.notebook.clone()), []);
}

#[test]
fn adding_packed_meetings_reports_no_changes() {
    let scene = crate::archived_meetings::closed_meetings(3, 2);
    assert_eq!(scene.notebook.loops().len(), 3);
    let packed = crate::archived_meetings::from_archives(&scene);
    assert_eq!(packed.changed_loops(&Notebook::default()), []);
}

#[test]
fn cached_loops_are_never_older_than_the_events() {
    let mut scene = Scene::opened();
    let id = scene.raise_issue("The printer jams");
    for _ in 0..3 {
        assert_eq!(scene.notebook.loops().len(), 1);
        scene.wait(100).take_floor(Party::Consultant);
        scene.wait(100).take_floor(Party::Client);
        let fresh = Notebook::from_events(scene.events.iter().cloned());
        assert_eq!(scene.notebook.loops(), fresh.loops());
        scene.record(crate::scene::amended(id, &format!("The printer jams {}", scene.passed_ms)));
        let fresh = Notebook::from_events(scene.events.iter().cloned());
        assert_eq!(scene.notebook.loops(), fresh.loops());
    }
}
