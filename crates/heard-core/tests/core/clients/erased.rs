//! Tests of erasing merged clients.

use heard_core::event::kind::EventKind;
use heard_core::{Notebook, Record};
use serde_json::json as j;

use crate::archived_meetings::from_archives;
use crate::erasing::parted;
use crate::import::{FOREIGN, exported, imported, joined, value};
use crate::scene::Scene;

#[test]
fn erasing_a_client_erases_all_clients_merged_into_it() {
    let mut scene = Scene::empty();
    let [first, second, third, other] =
        ["One", "Two", "Three", "Mill"].map(|name| scene.add_client(name));
    for (client, words) in [
        (first, "vanishes with the first"),
        (second, "vanishes with the second"),
        (third, "vanishes with the third"),
        (other, "stays"),
    ] {
        scene.hold_meeting(client, words);
    }
    scene.merge(third, second).unwrap();
    scene.merge(second, first).unwrap();
    // A withdrawn meeting is erased as well.
    scene.record(EventKind::MeetingOpened(heard_core::event::kind::Opening {
        client: Some(third),
        ..crate::scene::opening()
    }));
    scene.undo().unwrap();
    for notebook in [scene.notebook.clone(), from_archives(&scene)] {
        let gone = notebook.records_of_client(first);
        assert_eq!(gone.len(), 3 + 4);
        let left = notebook.without_client(first);
        let stay =
            |event: &&heard_core::Event| !gone.iter().any(|id| event.of == Record::Begun(*id));
        assert_eq!(left, Notebook::from_events(scene.events.iter().filter(stay).cloned()));
        assert_eq!(
            parted(&scene.notebook, &gone),
            left,
            "storage and notebook differ after the erasure"
        );
        let text = left.lines().concat();
        assert!(text.contains("stays") && !text.contains("vanishes"), "{text}");
        assert_eq!(left.clients().len(), 1);
        let one_by_one =
            gone.iter().fold(notebook.clone(), |notebook, id| match notebook.client(*id) {
                Some(_) => notebook.without_client(*id),
                None => notebook.without_meeting(*id),
            });
        assert_eq!(one_by_one, left, "another tab that hears of one after the other");
    }
}

#[test]
fn a_client_whose_merge_was_undone_is_not_erased_with_the_other() {
    let mut scene = Scene::empty();
    let [first, second] = ["One", "Two"].map(|name| scene.add_client(name));
    scene.hold_meeting(first, "first words");
    scene.hold_meeting(second, "second words");
    scene.merge(second, first).unwrap();
    scene.undo_client_change(first).unwrap();
    let left = scene.notebook.without_client(first);
    assert_eq!(parted(&scene.notebook, &scene.notebook.records_of_client(first)), left);
    assert_eq!(left.meetings().count(), 1);
    assert_eq!(&*left.client(second).unwrap().name, "Two");
    assert!(
        !left.lines().concat().contains(&format!("\"{first}\"")),
        "not even the name of the first"
    );
}

#[test]
fn imported_fields_of_merged_clients_are_erased_with_the_remaining_one() {
    let mut file = value(FOREIGN);
    let second = j!({ "id": "l2", "client": "c2", "words": "The gate squeaks" });
    file["loops"].as_array_mut().unwrap().push(second);
    let mut scene = Scene::empty();
    scene.notebook = imported(&file.to_string());
    let id = |scene: &Scene, name: &str| scene.notebook.client_named(name).unwrap().id;
    let (harbour, zoo) = (id(&scene, "Harbour Trust"), id(&scene, "Zoo"));
    scene.merge(zoo, harbour).unwrap();
    assert_eq!(scene.notebook.loops_of(Some(harbour)).count(), scene.notebook.loops().len());
    let gone = scene.notebook.records_of_client(harbour);
    let left = scene.notebook.without_client(harbour);
    assert_eq!(parted(&scene.notebook, &gone), left);
    let left = exported(&left);
    for words in ["squeaks", "Tickets vanish", "Harbour Trust", "Zoo"] {
        assert!(!left.contains(words), "“{words}” is still in {left}");
    }
    assert_eq!(value(&left)["journal"], value(FOREIGN)["journal"], "it is of no client");
    assert_eq!(joined(&Notebook::default(), &left).clients().len(), 0);
}
