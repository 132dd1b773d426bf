//! Tests of exporting and importing loops.

use heard_core::event::kind::EventKind;
use heard_core::loops::{Loop, StepKind};
use heard_core::time::{Day, Local};
use heard_core::transfer::export::{Audience, Wanted, json};
use heard_core::{EventId, Notebook, Record};
use proptest::prelude::*;
use serde_json::{Value, json as j};

use crate::import::{FOREIGN, exported, file, imported, later, value};
use crate::loops::random::{Tabs, any_tries};
use crate::loops::scene_steps::DAY_MS;
use crate::random_actions::config;
use crate::scene::Scene;

fn exported_loops(scene: &Scene) -> Value {
    value(&exported(&scene.notebook))["loops"][0].clone()
}

#[test]
fn a_loop_is_exported_as_the_contract_specifies() {
    let mut scene = Scene::opened();
    let id = scene.raise_issue("The printer jams");
    assert_eq!(
        exported_loops(&scene),
        j!({
            "id": id.to_string(), "client": null, "kind": "issue", "words": "The printer jams", "raised_by": null,
            "raised_at": "2026-11-21T21:00:00.000+01:00", "times_raised": 1, "owner": null, "promised_by": null,
            "state": "heard", "reason": null, "last_told_at": null, "closed_by_client_at": null, "history": [],
        })
    );
    scene.wait(2 * DAY_MS);
    scene.take_step(id, StepKind::Decline, "It is rented");
    scene.take_step(id, StepKind::TellBack, "by telephone");
    let by = Day::parse("2026-12-01");
    scene.record(EventKind::LoopAssigned { which: id, owner: Some("Ann".to_owned()), by });
    let at = "2026-11-23T21:00:00.000+01:00";
    let one = exported_loops(&scene);
    assert_eq!((&one["state"], &one["reason"]), (&j!("not-doing"), &j!("It is rented")));
    assert_eq!((&one["owner"], &one["promised_by"]), (&j!("Ann"), &j!("2026-12-01")));
    assert_eq!(one["last_told_at"], at);
    assert_eq!(
        one["history"],
        j!([
            { "at": at, "what": "declined", "because": "It is rented" },
            { "at": at, "what": "told-back", "how": "by telephone" },
        ])
    );
    scene.take_step(id, StepKind::Close, "");
    assert_eq!(exported_loops(&scene)["closed_by_client_at"], at);
    let client = Wanted { audience: Audience::Client, ..Wanted::default() };
    let theirs = value(&json(&scene.notebook, client, later(), 60));
    assert_eq!(
        (&theirs["loops"][0]["words"], &theirs["loops"][0]["owner"]),
        (&j!("The printer jams"), &j!(null))
    );
}

proptest! {
    #![proptest_config(config(400))]

    #[test]
    fn a_notebook_with_loops_is_unchanged_by_export_and_import(tries in any_tries()) {
        let tabs = Tabs::after(&tries);
        let left = exported(tabs.notebook());
        let back = imported(&left);
        prop_assert_eq!(back.loops(), tabs.notebook().loops());
        prop_assert_eq!(exported(&back), left.clone());
        prop_assert_eq!(file(&left).events(tabs.notebook()), vec![]);
    }

    #[test]
    fn a_file_of_one_client_has_only_their_loops(tries in any_tries()) {
        let tabs = Tabs::after(&tries);
        for client in tabs.notebook().clients() {
            let wanted = Wanted { client: Some(client.id), ..Wanted::default() };
            let left = value(&json(tabs.notebook(), wanted, later(), 60));
            let ids: Vec<&str> = left["loops"].as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap()).collect();
            let theirs: Vec<String> = tabs.notebook().loops_of(Some(client.id)).map(|one| one.id.to_string()).collect();
            prop_assert_eq!(ids, theirs);
        }
    }
}

/// The notebook of another tool's file, and its loop.
fn foreign() -> (Scene, Loop) {
    let mut scene = Scene::empty();
    scene.notebook = imported(FOREIGN);
    let one = scene.notebook.loops().iter().find(|one| one.words == "Tickets vanish").unwrap();
    let one = Loop::clone(one);
    (scene, one)
}

#[test]
fn a_loop_of_another_tool_accepts_steps_and_keeps_its_id() {
    let (mut scene, one) = foreign();
    assert_eq!((one.home, one.raised_by()), (Record::Settings, Some("Maria")));
    assert_eq!(exported(&scene.notebook), exported(&imported(&exported(&scene.notebook))));
    let step = scene.take_step(one.id, StepKind::Start, "");
    scene.take_step(one.id, StepKind::TellBack, "by mail");
    let left = exported(&scene.notebook);
    let actual = value(&left)["loops"][0].clone();
    assert_eq!((&actual["id"], &actual["state"]), (&j!("l1"), &j!("doing")));
    assert_eq!(actual["history"].as_array().unwrap().len(), 3, "what the file said comes first");
    let back = imported(&left);
    assert_eq!((exported(&back), back.loops()), (left, scene.notebook.loops()));
    let undone = scene.try_record_for(Record::Settings, EventKind::Undone { event: step });
    assert!(undone.is_ok());
    assert_eq!(scene.the_loop(one.id).state.as_str(), "heard");
    assert_eq!(
        scene.try_record_for(Record::Settings, EventKind::Undone { event: step }).err(),
        Some(heard_core::Refusal::NothingToUndo)
    );
}

#[test]
fn an_unreadable_loop_is_exported_with_its_own_client_only() {
    let riddle = j!({ "id": "l9", "client": "a", "kind": "riddle" });
    let names = j!([{ "id": "a", "name": "Harbour" }, { "id": "b", "name": "Lantern" }]);
    let notebook = imported(&j!({ "heard": 1, "clients": names, "loops": [riddle] }).to_string());
    let loops = |wanted| value(&json(&notebook, wanted, later(), 60))["loops"].clone();
    assert_eq!((loops(Wanted::default()), notebook.loops().len()), (j!([riddle]), 0));
    for client in notebook.clients() {
        let theirs = if &*client.name == "Harbour" { j!([riddle]) } else { j!([]) };
        assert_eq!(loops(Wanted { client: Some(client.id), ..Wanted::default() }), theirs);
    }
    let meeting = Some(notebook.clients()[0].id);
    assert_eq!(loops(Wanted { meeting, ..Wanted::default() }), j!([]), "it is of no meeting");
    assert_eq!(loops(Wanted { audience: Audience::Client, ..Wanted::default() }), j!([]));
}

#[test]
fn fields_added_to_a_loop_by_another_tool_are_kept() {
    let mut scene = Scene::opened();
    let id = scene.raise_issue("The printer jams");
    let mut other = value(&exported(&scene.notebook));
    other["loops"][0]["mood"] = j!({ "deep": [1.50] });
    let notebook = imported(&other.to_string());
    assert_eq!(value(&exported(&notebook))["loops"], other["loops"]);
    assert_eq!(exported(&imported(&exported(&notebook))), exported(&notebook));
    assert_eq!(notebook.find_loop(id).map(|one| one.home), Some(Record::Begun(scene.meeting)));
}

#[test]
fn an_issue_in_an_imported_meeting_is_a_loop_and_its_export_is_unchanged() {
    let came = j!({ "heard": 1, "exported_at": "2026-11-22T09:00:00.000+01:00", "clients": [], "meetings": [{
        "id": "m1", "client": null, "kind": "discovery", "us": 1, "them": 1,
        "started_at": "2026-11-21T21:00:00.000+01:00", "ended_at": "2026-11-21T21:01:40.000+01:00",
        "turns": [{ "party": "client", "start_ms": 0, "end_ms": 100_000, "source": "touch" }],
        "captures": [{ "id": "c1", "kind": "issue", "at_ms": 5_000, "floor": "client", "words": "It leaks", "said_by": "Ida" }],
    }], "loops": [], "journal": [] });
    let mut scene = Scene::empty();
    scene.notebook = imported(&came.to_string());
    let one = Loop::clone(&scene.notebook.loops()[0]);
    let at = Local { wall_ms: 1_795_291_205_000, utc_offset_min: 60 };
    assert_eq!((one.words.as_str(), one.raised[0].at), ("It leaks", at));
    assert_eq!(value(&exported(&scene.notebook))["loops"], j!([]));
    scene.now.wall_ms += 100_000_000;
    scene.take_step(one.id, StepKind::Acknowledge, "");
    let left = exported(&scene.notebook);
    assert_eq!(value(&left)["loops"][0]["state"], "acknowledged");
    let back: Notebook = imported(&left);
    assert_eq!((back.loops(), exported(&back)), (scene.notebook.loops(), left));
    let known: Vec<EventId> = back.loops().iter().map(|one| one.id).collect();
    assert_eq!(known, [one.id]);
}
