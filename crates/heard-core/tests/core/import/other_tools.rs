//! Tests of files of other tools, with their own ids, fields and kinds.

use heard_core::event::capture::Kind;
use heard_core::event::kind::EventKind;
use heard_core::meeting::away::Counted;
use heard_core::transfer::export::{Audience, Wanted, csv, json};
use heard_core::{Floor, Notebook, Refusal};
use serde_json::{Value, json as j};

use crate::import::{FOREIGN, exported, file, imported, joined, later, preview, timeless, value};
use crate::scene::{Scene, amended, captured};

/// The foreign file in a notebook, with its first meeting at hand.
fn scene() -> Scene {
    let mut scene = Scene::empty();
    scene.notebook = imported(FOREIGN);
    scene.meeting = scene.notebook.meetings().find(|meeting| meeting.opening.them == 2).unwrap().id;
    scene
}

fn meeting(text: &str) -> Value {
    value(text)["meetings"][0].clone()
}

#[test]
fn a_file_of_another_tool_is_unchanged_by_import_and_export() {
    let notebook = imported(FOREIGN);
    let left = exported(&notebook);
    assert_eq!(timeless(&left), timeless(FOREIGN));
    for verbatim in ["1e-3", "2.50", "-0]", "0.75"] {
        assert!(left.contains(verbatim), "{verbatim}");
    }
    assert_eq!(exported(&imported(&left)), left);
}

#[test]
fn an_imported_meeting_is_shown_like_any_other() {
    let scene = scene();
    let meeting = scene.meeting();
    assert_eq!(meeting.ended_ms, Some(100_000));
    assert_eq!(meeting.started_wall_ms, crate::scene::EVENING);
    assert_eq!(meeting.opening.utc_offset_min, 60);
    let client = scene.notebook.client(meeting.opening.client.unwrap()).unwrap();
    assert_eq!(&*client.name, "Harbour Trust");
    let words: Vec<_> = meeting.captures.iter().map(|c| (c.kind, c.words.as_str())).collect();
    assert_eq!(words, [(Kind::Outcome, "Quiet Mondays"), (Kind::Held, "We tried that in 2019")]);
    assert_eq!(meeting.captures[0].earlier, ["Mondays"]);
    assert_eq!(meeting.marks[0].floor, Some(Floor::Client));
    assert_eq!(meeting.tallies.asked, 7);
    assert_eq!(meeting.measures(100_000).elapsed_ms(), 100_000);
    assert_eq!(scene.notebook.running(), None, "an import starts no meeting");
}

#[test]
fn the_same_file_is_known_the_second_time() {
    let notebook = imported(FOREIGN);
    let known = preview(&notebook, FOREIGN);
    assert_eq!((known.meetings_known, known.clients_known), (2, 2));
    assert_eq!(
        (known.meetings_new, known.clients_new, known.others_new, known.damaged),
        (0, 0, 0, 0)
    );
    assert_eq!(file(FOREIGN).events(&notebook), []);
    let new = preview(&Notebook::default(), FOREIGN);
    assert_eq!((new.meetings_new, new.clients_new, new.others_new, new.damaged), (2, 2, 1, 0));
}

#[test]
fn an_edit_of_an_imported_meeting_changes_only_its_subject() {
    let mut scene = scene();
    let capture = scene.meeting().captures[0].id;
    let mark = scene.meeting().marks[0].id;
    scene.record(amended(capture, "Quiet weeks"));
    scene.record(captured(Kind::Insight, "Said later"));
    scene.record(EventKind::Struck { what: mark });
    let actual = meeting(&exported(&scene.notebook));
    let mut expected = meeting(FOREIGN);
    expected["captures"][0]["words"] = j!("Quiet weeks");
    expected["captures"][0]["earlier"] = j!(["Mondays", "Quiet Mondays"]);
    // The yes was to the words before.
    expected["captures"][0]["confirmed"] = Value::Null;
    expected["marks"] = j!([]);
    let added = actual["captures"][3].clone();
    assert_eq!((&added["words"], &added["kind"]), (&j!("Said later"), &j!("insight")));
    expected["captures"].as_array_mut().unwrap().push(added);
    assert_eq!(actual, expected);
    let again = imported(&exported(&scene.notebook));
    assert_eq!(exported(&again), exported(&scene.notebook));
    assert_eq!(again, scene.notebook);
}

#[test]
fn turns_of_an_imported_meeting_can_be_corrected() {
    let mut scene = scene();
    let turn = scene.meeting().intervals(100_000)[1].id;
    scene.record(EventKind::TurnMoved { turn, to_ms: 1_000 });
    let mark = scene.meeting().marks[0].clone();
    assert_eq!(mark.floor, Some(Floor::Consultant));
    let actual = meeting(&exported(&scene.notebook));
    assert_eq!(actual["turns"][0]["end_ms"], 1_000);
    assert_eq!(actual["measures"]["longest_story_ms"], 1_000);
    assert_eq!(
        actual["marks"][0],
        j!({"id": "k1", "at_ms": 1200, "floor": "consultant", "colour": "red"})
    );
    assert_eq!(actual["captures"][0]["floor"], "consultant");
    assert_eq!(actual["captures"][0]["mood"], Value::Null);
    assert_eq!(imported(&exported(&scene.notebook)), scene.notebook);
}

#[test]
fn an_imported_meeting_can_not_be_withdrawn() {
    let mut scene = scene();
    assert_eq!(scene.undo(), Err(Refusal::NothingToUndo));
    let capture = scene.meeting().captures[0].id;
    scene.record(amended(capture, "Quiet weeks"));
    scene.undo().unwrap();
    assert_eq!(scene.meeting().captures[0].words, "Quiet Mondays");
    assert_eq!(scene.undo(), Err(Refusal::NothingToUndo));
}

#[test]
fn import_events_are_merged_and_refused_as_input() {
    let mut scene = Scene::opened();
    for event in file(FOREIGN).events(&scene.notebook) {
        assert_eq!(scene.notebook.apply(&event), Err(Refusal::Unknown));
        assert_eq!(scene.try_record(event.kind), Err(Refusal::Unknown));
    }
}

#[test]
fn unread_imported_meetings_are_not_in_the_clients_export() {
    let notebook = imported(FOREIGN);
    let wanted = Wanted { audience: Audience::Client, ..Wanted::default() };
    let theirs = json(&notebook, wanted, later(), 60);
    for private in
        ["2019", "hunch", "Wait longer", "Tickets", "a lot", "Pier", "sector", "night shift"]
    {
        assert!(!theirs.contains(private), "{private}");
    }
    let actual = meeting(&theirs);
    assert_eq!((&actual["id"], &actual["client"]), (&j!("m1"), &j!("c1")));
    assert_eq!(actual["captures"][0]["id"], "cap1");
    assert_eq!(actual["tallies"], Value::Null);
    assert!(!csv(&notebook, wanted, later()).contains("2019"));
}

#[test]
fn an_export_of_one_client_has_their_loops_and_no_journal() {
    let notebook = imported(FOREIGN);
    let of = |name| {
        let client = notebook.client_named(name).map(|client| client.id);
        value(&json(&notebook, Wanted { client, ..Wanted::default() }, later(), 60))
    };
    assert_eq!(of("Harbour Trust")["loops"], value(FOREIGN)["loops"]);
    assert_eq!(of("Zoo")["loops"], j!([]));
    assert_eq!(of("Zoo")["clients"], j!([{"id": "c2", "name": "Zoo"}]));
    assert_eq!((&of("Zoo")["journal"], &of("Zoo")["future"]), (&j!([]), &Value::Null));
}

#[test]
fn a_meeting_with_an_imported_client_is_exported_with_the_imported_id() {
    let mut scene = scene();
    let client = scene.notebook.client_named("zoo").map(|client| client.id);
    scene.record(EventKind::MeetingOpened(heard_core::event::kind::Opening {
        client,
        ..crate::scene::opening()
    }));
    scene.end_meeting();
    let left = value(&exported(&scene.notebook));
    assert!(
        left["meetings"]
            .as_array()
            .unwrap()
            .iter()
            .any(|meeting| { meeting["client"] == "c2" && meeting["kind"] == "discovery" })
    );
    assert_eq!(imported(&exported(&scene.notebook)), scene.notebook);
}

#[test]
fn small_numeric_ids_of_other_tools_do_not_collide() {
    let text = r#"{"heard":1,"clients":[{"id":"1","name":"A"}],"meetings":[
        {"id":"1","client":"1","started_at":"2026-01-01T00:00:00Z",
         "captures":[{"id":"1","kind":"issue","at_ms":0,"words":"x"}]},
        {"id":"2","client":"1","started_at":"2026-01-02T00:00:00Z",
         "captures":[{"id":"1","kind":"issue","at_ms":0,"words":"y"}]}]}"#;
    let notebook = imported(text);
    assert_eq!(preview(&Notebook::default(), text).damaged, 0);
    assert_eq!((notebook.clients().len(), notebook.meetings().count()), (1, 2));
    assert_eq!(value(&exported(&notebook))["meetings"], value(text)["meetings"]);
}

#[test]
fn a_file_may_begin_with_a_byte_order_mark_and_be_in_any_layout() {
    let marked = format!("\u{feff}{FOREIGN}\r\n");
    assert_eq!(imported(&marked), imported(FOREIGN));
    let mut scene = Scene::opened();
    scene.capture_outcome("words");
    let pretty = serde_json::to_string_pretty(&value(&exported(&scene.notebook))).unwrap();
    assert_eq!(joined(&Notebook::default(), &pretty).meetings().count(), 1);
}

#[test]
fn time_away_in_an_imported_meeting_can_be_counted_differently() {
    let mut scene = scene();
    let aways = scene.meeting().aways(100_000);
    let actual: Vec<_> =
        aways.iter().map(|away| (away.start_ms, away.end_ms, away.counted)).collect();
    assert_eq!(actual, [(95_000, 99_000, Counted::LeftOut), (99_000, 100_000, Counted::Listen)]);
    scene.record(EventKind::AwayCounted { away: aways[0].id, counted: Counted::Talk });
    assert_eq!(scene.meeting().aways(100_000)[0].counted, Counted::Talk);
}

#[test]
fn costs_can_be_added_to_imported_ones() {
    use heard_core::event::review::{Cost, CostKind};
    let mut scene = scene();
    let cost = scene.meeting().after.costs[0].0;
    let kind = CostKind::parse("disruption").unwrap();
    let text = Cost { kind, whom: Some("the day shift".to_owned()), note: None };
    scene.record(EventKind::CostNoted { cost: None, text: text.clone() });
    let before = meeting(FOREIGN)["cost"][0].clone();
    let actual = meeting(&exported(&scene.notebook));
    assert_eq!(actual["cost"][0], before, "existing costs are unchanged");
    assert_eq!(actual["cost"][1]["whom"], "the day shift");
    scene.record(EventKind::CostNoted { cost: Some(cost), text });
    let actual = meeting(&exported(&scene.notebook));
    assert_eq!(
        (&actual["cost"][0]["whom"], &actual["cost"][0]["note"]),
        (&j!("the day shift"), &j!(null))
    );
    assert_eq!(imported(&exported(&scene.notebook)), scene.notebook);
}
