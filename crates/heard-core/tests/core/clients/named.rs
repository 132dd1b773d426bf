//! A client's name: what it is now, what it may become, and what was undone.

use heard_core::event::kind::EventKind;
use heard_core::{EventId, Notebook, Record, Refusal};

use crate::scene::Scene;

fn two() -> (Scene, [EventId; 2]) {
    let mut scene = Scene::empty();
    let ids = [scene.adds("Harbour Trust"), scene.adds("Mill")];
    (scene, ids)
}

#[test]
fn a_client_has_the_last_name_given_and_is_found_by_it() {
    let (mut scene, [first, _]) = two();
    let meeting = scene.meets(first, "Tickets vanish");
    for name in ["Harbour", "Port of Harbour"] {
        scene.renames(first, name).unwrap();
        assert_eq!(&*scene.notebook.client(first).unwrap().name, name);
        assert_eq!(scene.notebook.client_named(name).map(|client| client.id), Some(first));
    }
    assert_eq!(scene.notebook.client_named("Harbour Trust"), None);
    assert_eq!(scene.notebook.client_of(scene.notebook.meeting(meeting).unwrap()), Some(first));
    scene.reloads();
    assert_eq!(scene.names(), ["Port of Harbour", "Mill"]);
}

#[test]
fn names_are_taken_back_one_by_one_down_to_the_first() {
    let (mut scene, [first, _]) = two();
    scene.renames(first, "Harbour").unwrap();
    scene.renames(first, "Port").unwrap();
    for name in ["Harbour", "Harbour Trust"] {
        scene.undoes_of(first).unwrap();
        assert_eq!(&*scene.notebook.client(first).unwrap().name, name);
    }
    assert_eq!(scene.undoes_of(first), Err(Refusal::NothingToUndo));
    scene.reloads();
}

#[test]
fn only_the_last_thing_said_of_a_client_can_be_undone_and_never_their_being_there() {
    let (mut scene, [first, _]) = two();
    let older = scene.renames(first, "Harbour").unwrap();
    let newer = scene.renames(first, "Port").unwrap();
    for event in [first, older] {
        let undone = scene.tries_of(Record::Begun(first), EventKind::Undone { event });
        assert_eq!(undone, Err(Refusal::NothingToUndo));
    }
    assert!(scene.tries_of(Record::Begun(first), EventKind::Undone { event: newer }).is_ok());
}

#[test]
fn a_name_that_does_not_fit_is_refused() {
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
        assert_eq!(scene.renames(first, name), Err(refusal), "{name:?}");
    }
    assert!(scene.renames(first, "harbour trust").is_ok(), "one's own name in another spelling");
    assert!(scene.renames(second, "Harbour").is_ok());
    assert_eq!(Refusal::NameTaken.code(), "name-taken");
}

#[test]
fn a_name_is_refused_to_what_is_no_client() {
    let (mut scene, [first, _]) = two();
    let meeting = scene.meets(first, "Tickets vanish");
    let nobody = EventId { n: 999, ..first };
    for id in [meeting, nobody] {
        assert_eq!(scene.renames(id, "Port"), Err(Refusal::Unknown));
        assert_eq!(scene.merges(id, first), Err(Refusal::Unknown));
        assert_eq!(scene.merges(first, id), Err(Refusal::Unknown));
    }
    let in_settings =
        scene.tries_of(Record::Settings, EventKind::ClientRenamed { name: "Port".into() });
    assert_eq!(in_settings, Err(Refusal::Unknown));
    assert_eq!(
        scene.tries_of(Record::Begun(first), EventKind::MomentMarked),
        Err(Refusal::NoMeeting)
    );
}

#[test]
fn a_name_that_arrives_before_its_client_waits_for_them() {
    let (mut scene, [first, second]) = two();
    scene.renames(first, "Port").unwrap();
    scene.merges(second, first).unwrap();
    scene.undoes_of(first).unwrap();
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
