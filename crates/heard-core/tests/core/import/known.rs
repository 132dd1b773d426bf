//! What is known already: by its name, in whatever form.

use heard_core::Notebook;
use heard_core::event::capture::Kind;
use heard_core::event::kind::EventKind;
use serde_json::{Value, json as j};

use crate::import::{FIRST, exported, file, imported, joined, preview, value};
use crate::scene::{Scene, amended, caught};

fn without_log(text: &str) -> String {
    let mut file = value(text);
    file.as_object_mut().unwrap().remove("log");
    file.to_string()
}

fn ended() -> Scene {
    let mut scene = Scene::opened();
    scene.catches("words");
    scene.wait(1_000).ends();
    scene
}

#[test]
fn a_file_that_knows_more_of_a_meeting_makes_it_grow() {
    let mut scene = ended();
    let before = scene.notebook.clone();
    scene.says(caught(Kind::Issue, "said later"));
    let left = exported(&scene.notebook);
    let grown = preview(&before, &left);
    assert_eq!((grown.meetings_known, grown.meetings_grown, grown.meetings_new), (1, 1, 0));
    assert_eq!(joined(&before, &left), scene.notebook);
    let stale = exported(&before);
    assert_eq!(file(&stale).events(&scene.notebook), []);
    assert_eq!(preview(&scene.notebook, &stale).meetings_grown, 0);
}

#[test]
fn a_meeting_that_was_withdrawn_is_merged_and_not_counted() {
    let mut scene = Scene::opened();
    scene.undoes().unwrap();
    let left = exported(&scene.notebook);
    assert_eq!(preview(&Notebook::default(), &left).meetings_new, 0);
    assert_eq!(imported(&left), scene.notebook);
}

#[test]
fn the_two_forms_of_one_meeting_are_not_mixed() {
    let mut scene = ended();
    let object = without_log(&exported(&scene.notebook));
    let from_file = imported(&object);
    let id = scene.meeting().captures[0].id;
    scene.says(amended(id, "other words"));
    let logged = exported(&scene.notebook);
    for (notebook, text) in [(&from_file, &logged), (&scene.notebook, &object)] {
        assert_eq!(preview(notebook, text).meetings_known, 1);
        assert_eq!(file(text).events(notebook), []);
    }
}

#[test]
fn of_two_with_one_id_the_first_counts_and_the_second_is_damaged() {
    let mut twice = value(FIRST);
    for list in ["clients", "meetings"] {
        let list = twice[list].as_array_mut().unwrap();
        let mut second = list[0].clone();
        second["name"] = j!("Second");
        second["us"] = j!(9);
        list.push(second);
    }
    let twice = twice.to_string();
    assert_eq!(preview(&Notebook::default(), &twice).damaged, 2);
    assert_eq!(value(&exported(&imported(&twice))), value(FIRST));
    let mut scene = ended();
    scene.says(EventKind::ClientAdded { name: "Zoo".to_owned() });
    let mut logged = value(&exported(&scene.notebook));
    let meeting = logged["meetings"][0].clone();
    logged["meetings"].as_array_mut().unwrap().push(meeting);
    assert_eq!(preview(&Notebook::default(), &logged.to_string()).damaged, 1);
}

#[test]
fn of_two_events_with_one_id_the_first_counts() {
    let scene = ended();
    let mut file = value(&exported(&scene.notebook));
    let log = file["log"].as_array_mut().unwrap();
    let mut second = log[1].clone();
    second["act"] = j!("moment-marked");
    log.push(second);
    assert_eq!(imported(&file.to_string()), scene.notebook);
}

#[test]
fn a_name_that_is_another_things_here_brings_nothing() {
    let scene = ended();
    let capture = scene.meeting().captures[0].id.to_string();
    let text = j!({"heard": 1,
        "clients": [{"id": capture, "name": "x"}],
        "meetings": [{"id": capture, "started_at": "2026-01-01T00:00:00Z"}]});
    let preview = preview(&scene.notebook, &text.to_string());
    assert_eq!((preview.damaged, preview.clients_new, preview.meetings_new), (2, 0, 0));
    assert_eq!(file(&text.to_string()).events(&scene.notebook), []);
}

#[test]
fn events_that_have_lost_their_beginning_join_only_what_is_here() {
    let scene = ended();
    let mut part = value(&exported(&scene.notebook));
    part["log"].as_array_mut().unwrap().remove(0);
    part["meetings"] = Value::Null;
    let part = part.to_string();
    assert_eq!(preview(&Notebook::default(), &part).damaged, 1);
    assert_eq!(imported(&part), Notebook::default());
    let opened = Notebook::from_events(scene.events[..1].to_vec());
    assert_eq!(joined(&opened, &part), scene.notebook);
}

#[test]
fn a_new_name_that_comes_without_the_client_is_for_who_is_known_here() {
    let mut scene = Scene::empty();
    let client = scene.adds("Harbour");
    let before = scene.notebook.clone();
    scene.renames(client, "Port").unwrap();
    let mut part = value(&exported(&scene.notebook));
    part["log"].as_array_mut().unwrap().remove(0);
    part["clients"] = j!([]);
    let part = part.to_string();
    let told = preview(&before, &part);
    assert_eq!((told.damaged, told.others_new, told.meetings_grown), (0, 1, 0));
    assert_eq!(joined(&before, &part), scene.notebook);
    assert_eq!(preview(&Notebook::default(), &part).damaged, 1);
}

#[test]
fn a_number_near_the_end_of_numbers_is_not_taken_over() {
    let scene = ended();
    let far = exported(&scene.notebook).replace("\"1-2\"", "\"1-1099511627776\"");
    assert_eq!(preview(&Notebook::default(), &far).damaged, 1);
    assert!(imported(&far).next_n() < 10);
    let text = r#"{"heard":1,"clients":[{"id":"a-1099511627776","name":"x"}]}"#;
    assert!(imported(text).next_n() < 10);
    assert_eq!(value(&exported(&imported(text)))["clients"], value(text)["clients"]);
}
