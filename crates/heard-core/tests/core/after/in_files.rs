//! Tests of exporting and importing reviews.

use heard_core::event::capture::{Capture, Kind};
use heard_core::event::kind::EventKind;
use heard_core::event::review::{Answer, Cost, CostKind};
use serde_json::{Value, json as j};

use crate::after::{links, reviewed_meeting, some};
use crate::import::{exported, imported, value};
use crate::scene::Scene;

/// The one meeting of a file.
fn meeting(file: &str) -> Value {
    value(file)["meetings"][0].clone()
}

#[test]
fn a_file_has_the_full_review_in_the_contracts_fields() {
    let (scene, [first, _, mark]) = reviewed_meeting();
    let file = exported(&scene.notebook);
    let reviewed_meeting = meeting(&file);
    assert_eq!(
        (&reviewed_meeting["guess_talk_percent"], &reviewed_meeting["felt_heard"]),
        (&j!(40), &j!(4))
    );
    let cost = &reviewed_meeting["cost"][0];
    assert_eq!(
        (&cost["kind"], &cost["whom"], &cost["note"]),
        (&j!("pain"), &j!("the night shift"), &j!("two weeks"))
    );
    let notice = &reviewed_meeting["notices"][0];
    assert_eq!(
        (&notice["what"], &notice["how_long"], &notice["how_to_stop"]),
        (&j!("The new switch"), &j!("an hour"), &j!("ring 12"))
    );
    let outcome = &reviewed_meeting["captures"][0];
    assert_eq!(outcome["id"], first.to_string());
    let fields = ["ours", "confirmed", "rank", "hurts", "known_by", "by_when"]
        .map(|name| outcome[name].clone());
    assert_eq!(
        fields,
        [
            j!("Fewer calls at night"),
            j!("yes"),
            j!(2),
            j!("the day shift"),
            j!("the log"),
            j!("2026-12-01")
        ]
    );
    assert_eq!(outcome["chain"], j!(["Sleep", "Patches by day", "Ask Tom"]));
    assert_eq!(outcome["chains"][0]["steps"], outcome["chain"]);
    assert_eq!(reviewed_meeting["captures"][1]["confirmed"], "not-quite");
    assert_eq!(reviewed_meeting["captures"][2]["mark"], mark.to_string());
    let journal = value(&file)["journal"].clone();
    assert_eq!(
        (&journal[0]["learned"], &journal[0]["changed"]),
        (&j!("They had asked before"), &j!("I ask first"))
    );
}

#[test]
fn a_file_with_a_full_review_is_imported_unchanged_and_once() {
    let (scene, _) = reviewed_meeting();
    let file = exported(&scene.notebook);
    let notebook = imported(&file);
    assert_eq!(notebook, scene.notebook);
    assert_eq!(exported(&notebook), file);
    assert_eq!(crate::import::file(&file).events(&notebook), []);
    assert!(!file.contains("rest-brought"), "the log has all of the review");
}

#[test]
fn a_file_without_a_log_keeps_the_full_review() {
    let (scene, _) = reviewed_meeting();
    let mut file = value(&exported(&scene.notebook));
    file.as_object_mut().unwrap().remove("log");
    let text = file.to_string();
    let notebook = imported(&text);
    let (before, imported_meeting) = (scene.meeting(), notebook.meetings().next().unwrap());
    assert_eq!(imported_meeting.after.guess_percent, before.after.guess_percent);
    assert_eq!(imported_meeting.after.felt_heard, before.after.felt_heard);
    assert_eq!(imported_meeting.after.costs[0].1, before.after.costs[0].1);
    assert_eq!(imported_meeting.after.notices[0].text, before.after.notices[0].text);
    for (copy, before) in imported_meeting.captures.iter().zip(&before.captures) {
        let (chains, mark) = (before.chains.clone(), copy.mark);
        assert_eq!(**copy, Capture { chains, mark, ..(**before).clone() });
    }
    assert_eq!(value(&exported(&notebook))["meetings"], file["meetings"]);
    assert_eq!(value(&exported(&notebook))["journal"], file["journal"]);
}

#[test]
fn a_review_of_an_imported_meeting_extends_the_imported_one() {
    let mut scene = Scene::empty();
    scene.notebook = imported(crate::import::FOREIGN);
    let imported_meeting =
        scene.notebook.meetings().find(|meeting| meeting.opening.them == 2).unwrap().clone();
    scene.meeting = imported_meeting.id;
    assert_eq!(
        (imported_meeting.after.guess_percent, imported_meeting.after.felt_heard),
        (Some(40), Some(4))
    );
    let outcome = &imported_meeting.captures[0];
    assert_eq!(
        (outcome.is_confirmed(), outcome.rank, outcome.ours.as_deref()),
        (true, Some(1), Some("Quiet weeks"))
    );
    assert_eq!(outcome.chains[0].links, links(&["fewer calls", "sleep"], Some("a lot")));
    let mut expected = meeting(crate::import::FOREIGN);
    scene.record(EventKind::Guessed { percent: 55 });
    expected["guess_talk_percent"] = j!(55);
    let cost = Cost { kind: CostKind::Expense, whom: None, note: some("a licence") };
    let id = scene.record(EventKind::CostNoted { cost: None, text: cost });
    let new = j!({"id": id.to_string(), "kind": "expense", "whom": null, "note": "a licence"});
    expected["cost"].as_array_mut().unwrap().push(new);
    scene.record(EventKind::KindChanged { capture: outcome.id, to: Kind::Issue });
    expected["captures"][0]["kind"] = j!("issue");
    scene.record(EventKind::Attributed { capture: outcome.id, to: None });
    expected["captures"][0]["said_by"] = Value::Null;
    scene.record(EventKind::ReadBack { capture: outcome.id, answer: Answer::NotQuite });
    expected["captures"][0]["confirmed"] = j!("not-quite");
    let file = exported(&scene.notebook);
    assert_eq!(meeting(&file), expected);
    assert_eq!(imported(&file), scene.notebook);
    assert_eq!(exported(&imported(&file)), file);
}
