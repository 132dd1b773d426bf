//! Which loops changed from one notebook to the next: what a host is told.

use heard_core::event::kind::EventKind;
use heard_core::loops::StepKind;
use heard_core::{EventId, Notebook, Party};

use crate::scene::Scene;

/// The loops that changed since, by name.
fn changed(scene: &Scene, before: &Notebook) -> Vec<EventId> {
    scene.notebook.changed_loops(before).iter().map(|one| one.id).collect()
}

#[test]
fn each_step_is_told_once_and_what_is_no_step_never() {
    let mut scene = Scene::opened();
    let before = scene.notebook.clone();
    let first = scene.raises("The printer jams");
    assert_eq!(changed(&scene, &before), [first]);
    let before = scene.notebook.clone();
    scene.takes(Party::Consultant);
    scene.catches("Quiet Mondays");
    assert_eq!(changed(&scene, &before), []);
    let before = scene.notebook.clone();
    let second = scene.raises("The printer jams");
    scene.says(EventKind::Likened { capture: second, to: Some(first) });
    assert_eq!(changed(&scene, &before), [first], "it was raised again, and is no other");
    let before = scene.notebook.clone();
    scene.steps(first, StepKind::Start, "");
    assert_eq!(changed(&scene, &before), [first]);
    assert_eq!(changed(&scene, &scene.notebook.clone()), []);
}

#[test]
fn old_meetings_that_come_in_packed_tell_nothing() {
    let scene = crate::years::lived(3, 2);
    assert_eq!(scene.notebook.loops().len(), 3);
    let packed = crate::years::from_segments(&scene);
    assert_eq!(packed.changed_loops(&Notebook::default()), []);
}

#[test]
fn what_is_worked_out_once_is_never_older_than_what_happened() {
    let mut scene = Scene::opened();
    let id = scene.raises("The printer jams");
    for _ in 0..3 {
        assert_eq!(scene.notebook.loops().len(), 1);
        scene.wait(100).takes(Party::Consultant);
        scene.wait(100).takes(Party::Client);
        let fresh = Notebook::from_events(scene.events.iter().cloned());
        assert_eq!(scene.notebook.loops(), fresh.loops());
        scene.says(crate::scene::amended(id, &format!("The printer jams {}", scene.passed_ms)));
        let fresh = Notebook::from_events(scene.events.iter().cloned());
        assert_eq!(scene.notebook.loops(), fresh.loops());
    }
}
