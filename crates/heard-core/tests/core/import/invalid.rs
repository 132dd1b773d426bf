//! Tests of invalid values in a file, which are left out and counted.

use heard_core::Notebook;
use heard_core::transfer::import::ImportError;
use serde_json::{Value, json as j};

use crate::import::hostile::survives;
use crate::import::{FIRST, exported, preview, value};
use crate::scene::Scene;

/// The first meeting of the version 1 file with one value replaced or added.
fn with(place: &str, new: Value) -> String {
    let mut file = value(FIRST);
    let (parent, name) = place.rsplit_once('/').unwrap();
    let meeting = file["meetings"][0].pointer_mut(parent).unwrap();
    match meeting {
        Value::Array(list) => list[name.parse::<usize>().unwrap()] = new,
        object => object[name] = new,
    }
    file.to_string()
}

#[test]
fn an_invalid_meeting_is_left_out_and_counted() {
    let long = |times: usize| j!("x".repeat(times));
    for (place, value) in [
        ("/id", j!("")),
        ("/id", long(201)),
        ("/id", j!(null)),
        ("/client", j!(5)),
        ("/kind", j!(5)),
        ("/us", j!(0)),
        ("/them", j!(256)),
        ("/started_at", j!("yesterday")),
        ("/started_at", j!(null)),
        ("/ended_at", j!("2026-11-21T19:00:00Z")),
        ("/turns", j!({})),
        ("/turns/0/party", j!("chair")),
        ("/turns/0/start_ms", j!(1)),
        ("/turns/0/start_ms", j!(-1)),
        ("/turns/0/end_ms", j!(299_999)),
        ("/turns/0/end_ms", j!(300_001)),
        ("/turns/0/end_ms", j!(300_000.5)),
        ("/turns/6/end_ms", j!(1_u64 << 44)),
        ("/turns/0/source", j!(5)),
        ("/breaks/0/end_ms", j!(1)),
        ("/away", j!([{"start_ms": 690_000, "end_ms": 690_001, "counted_as": "maybe"}])),
        ("/marks", j!([{"id": "b0b-9", "at_ms": 5, "floor": null}])),
        ("/marks", j!([{"id": "k", "at_ms": 5, "floor": "chair"}])),
        ("/captures/0/id", j!("b0b-11")),
        ("/captures/0/kind", j!(null)),
        ("/captures/0/words", long(20_001)),
        ("/captures/0/said_by", long(201)),
        ("/captures/0/earlier", j!([long(20_001)])),
        ("/captures/0/earlier", j!([5])),
        ("/tallies", j!([])),
        ("/tallies/asked", j!(-1)),
        ("/strange", (0..50).fold(j!(0), |inner, _| j!([inner]))),
    ] {
        let text = with(place, value);
        let preview = preview(&Notebook::default(), &text);
        assert_eq!((preview.meetings_new, preview.damaged), (3, 1), "{place}");
        survives(&text);
    }
}

#[test]
fn a_meeting_with_harmless_deviations_is_kept() {
    for (place, value) in [
        ("/client", j!(null)),
        ("/client", j!("nobody")),
        ("/kind", j!("retrospective")),
        ("/ended_at", j!(null)),
        ("/ended_at", j!("2026-11-21T21:01:31+01:00")),
        ("/turns/0/source", j!("telepathy")),
        ("/away", j!([{"start_ms": 690_000, "end_ms": 690_001, "counted_as": "talk"}])),
        ("/captures/0/kind", j!("hunch")),
        ("/captures/0/words", j!("é".repeat(20_000))),
        ("/tallies", j!(null)),
        ("/tallies/asked", j!(u32::MAX)),
        ("/measures", j!("none")),
        ("/strange", (0..40).fold(j!(0), |inner, _| j!([inner]))),
        ("/__proto__", j!({"polluted": true})),
    ] {
        let text = with(place, value);
        let preview = preview(&Notebook::default(), &text);
        assert_eq!((preview.meetings_new, preview.damaged), (4, 0), "{place}");
        let notebook = survives(&text).unwrap();
        let left = crate::import::value(&exported(&notebook));
        assert_eq!(left["meetings"], crate::import::value(&text)["meetings"], "{place}");
    }
}

#[test]
fn log_lines_that_no_notebook_writes_are_left_out_and_counted() {
    let mut scene = Scene::opened();
    scene.end_meeting();
    let many = "x".repeat(20_001);
    for (id, of, kind) in [
        ("1-9", "1-1", j!({"captured": {"kind": "issue", "words": many}})),
        ("1-9", "1-1", j!({"captured": {"kind": "issue", "words": ""}})),
        ("1-9", "1-1", j!({"captured": {"kind": "issue", "words": "x", "said_by": many}})),
        ("1-9", "settings", j!("moment-marked")),
        ("1-9", "1-9", j!("moment-marked")),
        ("1-9", "1-1", j!({"setting-changed": {"aim": 40}})),
        ("1-9", "settings", j!({"setting-changed": {"aim": 100}})),
        ("1-9", "1-1", j!({"client-added": {"name": "x"}})),
        ("1-9", "1-9", j!({"client-added": {"name": many}})),
        ("1-9", "1-9", j!({"client-brought": {"id": "c1", "name": "x"}})),
        ("1-9", "1-9", j!({"meeting-brought": {"id": "1-9"}})),
        ("1-9", "1-9", j!({"meeting-opened": {"kind": "demo", "us": 0, "them": 1}})),
    ] {
        let mut text = value(&exported(&scene.notebook));
        let line = j!({"v": 1, "id": id, "wall": 0, "mono": 0, "of": of, "act": kind});
        text["log"].as_array_mut().unwrap().push(line);
        assert_eq!(preview(&Notebook::default(), &text.to_string()).damaged, 1, "{kind}");
        assert_eq!(survives(&text.to_string()).unwrap(), scene.notebook, "{kind}");
    }
}

#[test]
fn a_log_with_newer_events_is_refused_as_a_whole() {
    let mut scene = Scene::opened();
    scene.end_meeting();
    for (v, kind) in [
        (2, j!({"room-left": {}})),
        (2, j!({"meeting-opened": {"kind": "demo", "us": 1, "them": 1, "began_ms_ago": 1e9}})),
        (3, j!("moment-marked")),
    ] {
        let mut text = value(&exported(&scene.notebook));
        let line = j!({"v": v, "id": "1-9", "wall": 0, "mono": 0, "of": "1-9", "act": kind});
        text["log"].as_array_mut().unwrap().push(line);
        assert_eq!(
            heard_core::transfer::import::read(&text.to_string()).err(),
            Some(ImportError::Newer),
            "{kind}"
        );
    }
}

#[test]
fn every_item_that_can_not_be_kept_is_counted() {
    let deep = "[".repeat(60) + &"]".repeat(60);
    let text = r#"{"heard":1,"clients":[{"id":""},{"id":5},{"name":"x"}],"loops":[{"id":"l","deep":D},{"id":"m"}],"x":D}"#;
    let preview = preview(&Notebook::default(), &text.replace('D', &deep));
    assert_eq!((preview.damaged, preview.clients_new, preview.others_new), (5, 0, 1));
}
