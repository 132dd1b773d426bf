//! Tests of naming and renaming clients.

use heard_core::event::kind::EventKind;
use heard_core::{EventId, Notebook, Record, Refusal};

use crate::scene::Scene;

fn two() -> (Scene, [EventId; 2]) {
    let mut scene = Scene::empty();
    let ids = [scene.add_client("Harbour Trust"), scene.add_client("Mill")];
    (scene, ids)
}

#[test]
fn a_client_has_its_last_name_and_is_found_by_it() {
    let (mut scene, [first, _]) = two();
    let meeting = scene.hold_meeting(first, "Tickets vanish");
    for name in ["Harbour", "Port of Harbour"] {
        scene.rename(first, name).unwrap();
        assert_eq!(&*scene.notebook.client(first).unwrap().name, name);
        assert_eq!(scene.notebook.client_named(name).map(|client| client.id), Some(first));
    }
    assert_eq!(scene.notebook.client_named("Harbour Trust"), None);
    assert_eq!(scene.notebook.client_of(scene.notebook.meeting(meeting).unwrap()), Some(first));
    scene.reload();
    assert_eq!(scene.names(), ["Port of Harbour", "Mill"]);
}

#[test]
fn renames_are_undone_one_by_one_to_the_first_name() {
    let (mut scene, [first, _]) = two();
    scene.rename(first, "Harbour").unwrap();
    scene.rename(first, "Port").unwrap();
    for name in ["Harbour", "Harbour Trust"] {
        scene.undo_client_change(first).unwrap();
        assert_eq!(&*scene.notebook.client(first).unwrap().name, name);
    }
    assert_eq!(scene.undo_client_change(first), Err(Refusal::NothingToUndo));
    scene.reload();
}

#[test]
fn only_the_last_change_of_a_client_can_be_undone_and_never_its_creation() {
    let (mut scene, [first, _]) = two();
    let older = scene.rename(first, "Harbour").unwrap();
    let newer = scene.rename(first, "Port").unwrap();
    for event in [first, older] {
        let undone = scene.try_record_for(Record::Begun(first), EventKind::Undone { event });
        assert_eq!(undone, Err(Refusal::NothingToUndo));
    }
    assert!(scene.try_record_for(Record::Begun(first), EventKind::Undone { event: newer }).is_ok());
}

#[test]
fn an_invalid_name_is_refused() {
    let (mut scene, [first, second]) = two();
    let long = "x".repeat(201);
    for (name, refusal) in [
        ("", Refusal::NoWords),
        (" \t", Refusal::NoWords),
        (&*long, Refusal::TooLong),
        ("two\nlines", Refusal::TooLong),
        ("Harbour Trust", Refusal::AlreadyHeld),
        ("Mill", Refusal::NameTaken),
        (" mILL ", Refusal::NameTaken),
    ] {
        assert_eq!(scene.rename(first, name), Err(refusal), "{name:?}");
    }
    assert!(scene.rename(first, "harbour trust").is_ok(), "one's own name in another spelling");
    assert!(scene.rename(second, "Harbour").is_ok());
    assert_eq!(Refusal::NameTaken.code(), "name-taken");
}

#[test]
fn only_a_client_can_be_renamed() {
    let (mut scene, [first, _]) = two();
    let meeting = scene.hold_meeting(first, "Tickets vanish");
    let nobody = EventId { n: 999, ..first };
    for id in [meeting, nobody] {
        assert_eq!(scene.rename(id, "Port"), Err(Refusal::Unknown));
        assert_eq!(scene.merge(id, first), Err(Refusal::Unknown));
        assert_eq!(scene.merge(first, id), Err(Refusal::Unknown));
    }
    let in_settings =
        scene.try_record_for(Record::Settings, EventKind::ClientRenamed { name: "Port".into() });
    assert_eq!(in_settings, Err(Refusal::Unknown));
    assert_eq!(
        scene.try_record_for(Record::Begun(first), EventKind::MomentMarked),
        Err(Refusal::NoMeeting)
    );
}

#[test]
fn a_rename_that_arrives_before_its_client_is_applied_later() {
    let (mut scene, [first, second]) = two();
    scene.rename(first, "Port").unwrap();
    scene.merge(second, first).unwrap();
    scene.undo_client_change(first).unwrap();
    let late = scene.events.iter().rev();
    let backwards =
        late.clone().fold(Notebook::default(), |notebook, event| notebook.merged(event));
    assert_eq!(backwards, scene.notebook);
    assert_eq!(backwards.logs().len(), 0);
    let (roots, rest): (Vec<_>, Vec<_>) =
        scene.events.iter().cloned().partition(|event| [first, second].contains(&event.id()));
    let waiting = Notebook::from_events(rest.clone());
    assert_eq!((waiting.clients().len(), waiting.lines().len()), (0, 3));
    assert_eq!(waiting.with_events(roots.clone()), scene.notebook);
    assert_eq!(Notebook::from_events(roots.clone()).with_events(rest), scene.notebook);
    assert_eq!(Notebook::from_events(roots).with_all(&waiting), scene.notebook);
    assert!(scene.events.iter().all(|event| backwards.knows(event)));
    assert_eq!(backwards.lines(), scene.notebook.lines());
    assert_eq!(backwards.lines().len(), 5);
}
