//! A client who vanishes takes along all who were merged into them, and nothing of anybody else.

use heard_core::event::kind::EventKind;
use heard_core::{Notebook, Record};
use serde_json::json as j;

use crate::erasing::parted;
use crate::import::{FOREIGN, exported, imported, joined, value};
use crate::scene::Scene;
use crate::years::from_segments;

#[test]
fn all_who_were_merged_into_a_client_go_with_their_meetings() {
    let mut scene = Scene::empty();
    let [first, second, third, other] =
        ["One", "Two", "Three", "Mill"].map(|name| scene.adds(name));
    for (client, words) in [
        (first, "vanishes with the first"),
        (second, "vanishes with the second"),
        (third, "vanishes with the third"),
        (other, "stays"),
    ] {
        scene.meets(client, words);
    }
    scene.merges(third, second).unwrap();
    scene.merges(second, first).unwrap();
    // A meeting that was withdrawn goes as well.
    scene.says(EventKind::MeetingOpened(heard_core::event::kind::Opening {
        client: Some(third),
        ..crate::scene::opening()
    }));
    scene.undoes().unwrap();
    for notebook in [scene.notebook.clone(), from_segments(&scene)] {
        let gone = notebook.records_of_client(first);
        assert_eq!(gone.len(), 3 + 4);
        let left = notebook.without_client(first);
        let stay =
            |event: &&heard_core::Event| !gone.iter().any(|id| event.of == Record::Begun(*id));
        assert_eq!(left, Notebook::from_events(scene.events.iter().filter(stay).cloned()));
        assert_eq!(parted(&scene.notebook, &gone), left, "the ropes hold what the notebook shows");
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
fn a_client_parted_from_another_one_stays_when_that_one_goes() {
    let mut scene = Scene::empty();
    let [first, second] = ["One", "Two"].map(|name| scene.adds(name));
    scene.meets(first, "first words");
    scene.meets(second, "second words");
    scene.merges(second, first).unwrap();
    scene.undoes_of(first).unwrap();
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
fn what_a_file_said_of_either_client_goes_with_the_one_that_stands() {
    let mut file = value(FOREIGN);
    let second = j!({ "id": "l2", "client": "c2", "words": "The gate squeaks" });
    file["loops"].as_array_mut().unwrap().push(second);
    let mut scene = Scene::empty();
    scene.notebook = imported(&file.to_string());
    let id = |scene: &Scene, name: &str| scene.notebook.client_named(name).unwrap().id;
    let (harbour, zoo) = (id(&scene, "Harbour Trust"), id(&scene, "Zoo"));
    scene.merges(zoo, harbour).unwrap();
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
