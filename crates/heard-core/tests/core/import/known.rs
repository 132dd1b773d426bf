//! Tests of importing records that are already in the notebook.

use heard_core::Notebook;
use heard_core::event::capture::Kind;
use heard_core::event::kind::EventKind;
use serde_json::{Value, json as j};

use crate::import::{FIRST, exported, file, imported, joined, preview, value};
use crate::scene::{Scene, amended, captured};

fn without_log(text: &str) -> String {
    let mut file = value(text);
    file.as_object_mut().unwrap().remove("log");
    file.to_string()
}

fn ended() -> Scene {
    let mut scene = Scene::opened();
    scene.capture_outcome("words");
    scene.wait(1_000).end_meeting();
    scene
}

#[test]
fn a_file_with_more_events_of_a_known_meeting_adds_them() {
    let mut scene = ended();
    let before = scene.notebook.clone();
    scene.record(captured(Kind::Issue, "said later"));
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
    scene.undo().unwrap();
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
    scene.record(amended(id, "other words"));
    let logged = exported(&scene.notebook);
    for (notebook, text) in [(&from_file, &logged), (&scene.notebook, &object)] {
        assert_eq!(preview(notebook, text).meetings_known, 1);
        assert_eq!(file(text).events(notebook), []);
    }
}

#[test]
fn the_second_record_with_the_same_id_is_damaged() {
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
    scene.record(EventKind::ClientAdded { name: "Zoo".to_owned() });
    let mut logged = value(&exported(&scene.notebook));
    let meeting = logged["meetings"][0].clone();
    logged["meetings"].as_array_mut().unwrap().push(meeting);
    assert_eq!(preview(&Notebook::default(), &logged.to_string()).damaged, 1);
}

#[test]
fn the_first_of_two_events_with_the_same_id_is_used() {
    let scene = ended();
    let mut file = value(&exported(&scene.notebook));
    let log = file["log"].as_array_mut().unwrap();
    let mut second = log[1].clone();
    second["act"] = j!("moment-marked");
    log.push(second);
    assert_eq!(imported(&file.to_string()), scene.notebook);
}

#[test]
fn an_id_in_use_for_another_record_imports_nothing() {
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
fn events_without_their_opening_are_added_only_to_known_meetings() {
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
fn a_rename_without_its_client_applies_to_a_known_client_only() {
    let mut scene = Scene::empty();
    let client = scene.add_client("Harbour");
    let before = scene.notebook.clone();
    scene.rename(client, "Port").unwrap();
    let mut part = value(&exported(&scene.notebook));
    part["log"].as_array_mut().unwrap().remove(0);
    part["clients"] = j!([]);
    let part = part.to_string();
    let actual = preview(&before, &part);
    assert_eq!((actual.damaged, actual.others_new, actual.meetings_grown), (0, 1, 0));
    assert_eq!(joined(&before, &part), scene.notebook);
    assert_eq!(preview(&Notebook::default(), &part).damaged, 1);
}

#[test]
fn an_event_number_near_the_limit_is_not_imported() {
    let scene = ended();
    let far = exported(&scene.notebook).replace("\"1-2\"", "\"1-1099511627776\"");
    assert_eq!(preview(&Notebook::default(), &far).damaged, 1);
    assert!(imported(&far).next_n() < 10);
    let text = r#"{"heard":1,"clients":[{"id":"a-1099511627776","name":"x"}]}"#;
    assert!(imported(text).next_n() < 10);
    assert_eq!(value(&exported(&imported(text)))["clients"], value(text)["clients"]);
}
