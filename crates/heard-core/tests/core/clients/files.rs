//! Tests of exporting and importing merged and renamed clients.

use heard_core::transfer::export::{Audience, Wanted, csv, json};
use heard_core::{EventId, Notebook};

use crate::import::{FOREIGN, exported, file, imported, joined, later, preview, timeless, value};
use crate::scene::Scene;

/// Two clients who are one, renamed since, and another one.
fn merged() -> (Scene, [EventId; 3]) {
    let mut scene = Scene::empty();
    let ids = ["Harbour Trust", "Harbour", "Mill"].map(|name| scene.add_client(name));
    for (client, words) in ids.into_iter().zip(["first words", "second words", "of the mill"]) {
        scene.hold_meeting(client, words);
    }
    scene.rename(ids[0], "Port").unwrap();
    scene.merge(ids[1], ids[0]).unwrap();
    (scene, ids)
}

fn of_client(notebook: &Notebook, client: EventId, audience: Audience) -> String {
    json(notebook, Wanted { client: Some(client), audience, ..Wanted::default() }, later(), 60)
}

#[test]
fn a_file_lists_the_remaining_clients_and_the_client_of_each_meeting() {
    let (scene, [first, _, third]) = merged();
    let actual = value(&exported(&scene.notebook));
    let clients = serde_json::json!([
        { "id": first.to_string(), "name": "Port" },
        { "id": third.to_string(), "name": "Mill" },
    ]);
    assert_eq!(actual["clients"], clients);
    let whose: Vec<_> =
        actual["meetings"].as_array().unwrap().iter().map(|m| &m["client"]).collect();
    assert_eq!(whose, [&clients[0]["id"], &clients[0]["id"], &clients[1]["id"]]);
}

#[test]
fn a_table_has_the_name_of_the_remaining_client() {
    let (scene, [first, second, _]) = merged();
    for client in [first, second] {
        let table =
            csv(&scene.notebook, Wanted { client: Some(client), ..Wanted::default() }, later());
        let rows: Vec<_> = table.lines().skip(1).collect();
        assert!(rows.iter().all(|row| row.starts_with("\"Port\",")), "{table}");
        assert!(table.contains("first words") && table.contains("second words"));
        assert!(!table.contains("of the mill"));
    }
}

#[test]
fn the_file_of_a_client_includes_all_clients_merged_into_it() {
    let (scene, [first, second, _]) = merged();
    let whole = of_client(&scene.notebook, first, Audience::Me);
    assert_eq!(of_client(&scene.notebook, second, Audience::Me), whole);
    assert!(whole.contains("first words") && whole.contains("second words"));
    assert!(!whole.contains("of the mill") && !whole.contains("Mill"));
    let back = imported(&whole);
    assert_eq!(of_client(&back, first, Audience::Me), whole);
    assert_eq!(back.clients().len(), 1);
    assert!(back.undoing_client(first).is_some(), "and it can be taken back there");
    let theirs = of_client(&scene.notebook, first, Audience::Client);
    assert!(!theirs.contains("Harbour"), "a name that they no longer have is not told: {theirs}");
}

#[test]
fn changes_of_a_client_are_imported_from_the_next_file() {
    let (mut scene, [first, second, _]) = merged();
    let before = scene.notebook.clone();
    let stale = exported(&before);
    scene.undo_client_change(first).unwrap();
    scene.rename(second, "Haven").unwrap();
    let left = exported(&scene.notebook);
    let new = preview(&before, &left);
    assert_eq!((new.clients_known, new.clients_new, new.others_new), (3, 0, 2));
    assert!(!new.is_known());
    assert_eq!(joined(&before, &left), scene.notebook);
    assert!(file(&stale).events(&scene.notebook).is_empty());
    assert!(preview(&scene.notebook, &stale).is_known());
}

#[test]
fn imported_clients_are_exported_as_changed_and_kept_as_imported() {
    let mut scene = Scene::empty();
    scene.notebook = imported(FOREIGN);
    let id = |name: &str| scene.notebook.client_named(name).unwrap().id;
    let (harbour, zoo) = (id("Harbour Trust"), id("Zoo"));
    let untouched = scene.notebook.clone();
    scene.rename(zoo, "Menagerie").unwrap();
    scene.merge(harbour, zoo).unwrap();
    let left = exported(&scene.notebook);
    let actual = value(&left);
    assert_eq!(actual["clients"], serde_json::json!([{ "id": "c2", "name": "Menagerie" }]));
    assert_eq!(
        (&actual["meetings"][0]["client"], &actual["loops"][0]["client"]),
        (&"c2".into(), &"c2".into())
    );
    assert_eq!(actual["meetings"][0]["room"], "Pier 4");
    let back = imported(&left);
    assert_eq!(back, scene.notebook);
    assert_eq!(exported(&back), left);
    assert!(file(&left).events(&scene.notebook).is_empty(), "it is known where it comes from");
    assert_eq!(joined(&untouched, &left), scene.notebook);
    scene.notebook = back;
    scene.undo_client_change(zoo).unwrap();
    scene.undo_client_change(zoo).unwrap();
    let mut as_it_was = timeless(&exported(&scene.notebook));
    as_it_was.as_object_mut().unwrap().remove("log");
    assert_eq!(as_it_was, timeless(&exported(&untouched)));
}

#[test]
fn extra_fields_of_a_client_are_kept_through_a_merge() {
    let (mut scene, [first, second, _]) = merged();
    scene.undo_client_change(first).unwrap();
    let mut actual = value(&exported(&scene.notebook));
    for client in actual["clients"].as_array_mut().unwrap() {
        client["sector"] = client["name"].clone();
    }
    scene.notebook = joined(&scene.notebook, &actual.to_string());
    scene.merge(second, first).unwrap();
    let left = exported(&scene.notebook);
    assert_eq!(value(&left)["clients"][0]["sector"], "Port");
    let back = imported(&left);
    assert_eq!((&back, exported(&back)), (&scene.notebook, left));
    scene.notebook = back;
    scene.undo_client_change(first).unwrap();
    assert_eq!(value(&exported(&scene.notebook))["clients"][1]["sector"], "Harbour");
}

#[test]
fn invalid_changes_of_a_client_are_left_out_of_an_import() {
    let (scene, [first, ..]) = merged();
    let mut actual = value(&exported(&scene.notebook));
    let log = actual["log"].as_array_mut().unwrap();
    let renamed =
        log.iter().find(|line| line["act"]["client-renamed"].is_object()).unwrap().clone();
    for (n, name) in [(900, String::new()), (901, "x".repeat(201))] {
        let mut line = renamed.clone();
        line["id"] = format!("9-{n}").into();
        line["act"]["client-renamed"]["name"] = name.into();
        log.push(line);
    }
    let mut strange = renamed;
    strange["id"] = "9-902".into();
    strange["act"] = "moment-marked".into();
    log.push(strange);
    let read = preview(&Notebook::default(), &actual.to_string());
    assert_eq!((read.clients_new, read.damaged), (3, 2));
    let notebook = imported(&actual.to_string());
    assert_eq!(&*notebook.client(first).unwrap().name, "Port");
    assert_eq!(notebook, scene.notebook);
}
