//! Tests of fields in a file that its log does not have, and of importing several files.

use heard_core::Notebook;
use heard_core::event::kind::EventKind;
use heard_core::transfer::export::{Wanted, json};
use proptest::prelude::*;
use serde_json::{Value, json as j};

use crate::import::{FOREIGN, exported, file, imported, joined, later, preview, value};
use crate::scene::Scene;

/// A meeting, and its export with fields added by another tool.
fn annotated() -> (Scene, Value) {
    let mut scene = Scene::empty();
    scene.record(EventKind::ClientAdded { name: "Zoo".to_owned() });
    scene.record(EventKind::MeetingOpened(crate::scene::opening()));
    scene.capture_outcome("first");
    scene.capture_outcome("second");
    scene.wait(1_000).end_meeting();
    let mut file = value(&exported(&scene.notebook));
    file["clients"][0]["sector"] = j!("animals");
    let meeting = &mut file["meetings"][0];
    meeting["felt_heard"] = j!(5);
    meeting["cost"] = j!([{"kind": "time"}]);
    meeting["room"] = j!("Pier 4");
    meeting["captures"][1]["confirmed"] = j!("yes");
    meeting["captures"][1]["mood"] = j!({"warm": [true]});
    (scene, file)
}

#[test]
fn fields_added_to_a_meeting_with_a_log_are_kept() {
    let (scene, file) = annotated();
    for notebook in [imported(&file.to_string()), joined(&scene.notebook, &file.to_string())] {
        let left = exported(&notebook);
        let actual = value(&left);
        for list in ["clients", "meetings"] {
            assert_eq!(actual[list], file[list]);
        }
        assert_eq!(crate::import::file(&left).events(&notebook), [], "and is known then");
        assert_eq!(imported(&left), notebook);
        let meeting = Some(scene.meeting);
        let part = value(&json(&notebook, Wanted { meeting, ..Wanted::default() }, later(), 60));
        assert_eq!(part["meetings"], file["meetings"]);
    }
}

#[test]
fn added_fields_are_at_the_end_of_their_object() {
    let (_, file) = annotated();
    let left = exported(&imported(&file.to_string()));
    assert!(left.contains(r#""floor_changes":0},"room":"Pier 4"}"#), "{left}");
    assert!(left.contains(r#""hurts":null,"mood":{"warm":[true]}}"#), "{left}");
    assert!(left.contains(r#""felt_heard":5,"cost":[{"kind":"time"}],"measures""#), "{left}");
}

#[test]
fn fields_added_to_a_struck_capture_are_kept_and_not_exported() {
    let (mut scene, file) = annotated();
    scene.notebook = joined(&scene.notebook, &file.to_string());
    let struck = scene.meeting().captures[1].id;
    scene.record(EventKind::Struck { what: struck });
    let left = exported(&scene.notebook);
    assert!(value(&left)["meetings"][0]["captures"].as_array().unwrap().len() == 1);
    assert_eq!(crate::import::file(&left).events(&scene.notebook), []);
    assert_eq!(imported(&left), scene.notebook);
}

#[test]
fn fields_added_to_an_imported_meeting_with_a_log_are_kept() {
    let mut scene = Scene::empty();
    scene.notebook = imported(FOREIGN);
    scene.meeting = scene.notebook.meetings().find(|meeting| meeting.opening.them == 2).unwrap().id;
    scene.capture_outcome("one more");
    let mut file = value(&exported(&scene.notebook));
    file["meetings"][0]["weather"] = j!("rain");
    file["meetings"][0]["captures"][2]["confirmed"] = j!("no");
    let notebook = imported(&file.to_string());
    let left = exported(&notebook);
    assert_eq!(value(&left)["meetings"], file["meetings"]);
    assert_eq!(imported(&left), notebook);
}

fn rest(loops: &Value, journal: &Value, field: &str) -> String {
    j!({"heard": 1, "loops": loops, "journal": journal, field: 1}).to_string()
}

#[test]
fn other_data_of_several_files_is_united_without_repetition() {
    let files = [
        rest(&j!([{"id": "l1", "n": 1}, {"id": "l2"}]), &j!([{"learned": "a"}]), "x"),
        rest(&j!([{"id": "l2"}, {"id": "l3"}]), &j!([{"learned": "a"}, {"learned": "b"}]), "y"),
        FOREIGN.to_owned(),
    ];
    let all = |order: [usize; 3]| {
        order.iter().fold(Notebook::default(), |notebook, nth| joined(&notebook, &files[*nth]))
    };
    let notebook = all([0, 1, 2]);
    assert_eq!(notebook, all([2, 1, 0]));
    let left = value(&exported(&notebook));
    assert_eq!(left["loops"].as_array().unwrap().len(), 3);
    assert_eq!(left["journal"].as_array().unwrap().len(), 3);
    assert_eq!((&left["x"], &left["y"]), (&j!(1), &j!(1)));
    assert_eq!(file(&exported(&notebook)).events(&notebook), []);
    assert_eq!(imported(&exported(&notebook)), notebook);
}

#[test]
fn invalid_other_data_in_a_log_is_left_out() {
    let mut scene = Scene::opened();
    scene.end_meeting();
    for kind in [
        j!({"rest-brought": {"heard": 7}}),
        j!({"rest-brought": {"loops": 5}}),
        j!({"rest-brought": {}}),
        j!({"rest-brought": {"x": 1}}),
    ] {
        let mut text = value(&exported(&scene.notebook));
        let line = j!({"v": 1, "id": "5-9", "wall": 0, "mono": 0, "of": "settings", "act": kind});
        text["log"].as_array_mut().unwrap().push(line);
        assert_eq!(preview(&Notebook::default(), &text.to_string()).damaged, 1, "{text}");
        assert_eq!(imported(&text.to_string()), scene.notebook);
    }
}

proptest! {
    #![proptest_config(crate::random_actions::config(64))]

    #[test]
    fn files_imported_in_any_order_give_the_same_notebook(order in Just(vec![0, 1, 2, 3, 0, 1]).prop_shuffle()) {
        let (scene, annotated) = annotated();
        let files = [
            annotated.to_string(),
            FOREIGN.to_owned(),
            exported(&scene.notebook),
            rest(&j!([{"id": "l2"}]), &j!([{"learned": "b"}]), "y"),
        ];
        let all = |order: &[usize]| order.iter().fold(Notebook::default(), |d, n| joined(&d, &files[*n]));
        prop_assert_eq!(all(&order), all(&[0, 1, 2, 3]));
    }
}
