//! What was said when a meeting was over, in the fields of the contract, there and back.

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
fn a_file_tells_all_of_it_in_the_fields_of_the_contract() {
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
fn a_file_with_all_of_it_comes_back_the_same_and_brings_nothing_twice() {
    let (scene, _) = reviewed_meeting();
    let file = exported(&scene.notebook);
    let notebook = imported(&file);
    assert_eq!(notebook, scene.notebook);
    assert_eq!(exported(&notebook), file);
    assert_eq!(crate::import::file(&file).events(&notebook), []);
    assert!(!file.contains("rest-brought"), "the log tells it all");
}

#[test]
fn a_file_without_a_log_brings_all_of_it_and_is_told_again_as_it_was() {
    let (scene, _) = reviewed_meeting();
    let mut file = value(&exported(&scene.notebook));
    file.as_object_mut().unwrap().remove("log");
    let text = file.to_string();
    let notebook = imported(&text);
    let (before, brought) = (scene.meeting(), notebook.meetings().next().unwrap());
    assert_eq!(brought.after.guess_percent, before.after.guess_percent);
    assert_eq!(brought.after.felt_heard, before.after.felt_heard);
    assert_eq!(brought.after.costs[0].1, before.after.costs[0].1);
    assert_eq!(brought.after.notices[0].says, before.after.notices[0].says);
    for (brought, before) in brought.captures.iter().zip(&before.captures) {
        let (chains, mark) = (before.chains.clone(), brought.mark);
        assert_eq!(**brought, Capture { chains, mark, ..(**before).clone() });
    }
    assert_eq!(value(&exported(&notebook))["meetings"], file["meetings"]);
    assert_eq!(value(&exported(&notebook))["journal"], file["journal"]);
}

#[test]
fn what_is_said_here_of_a_brought_meeting_joins_what_the_file_said() {
    let mut scene = Scene::empty();
    scene.notebook = imported(crate::import::FOREIGN);
    let brought =
        scene.notebook.meetings().find(|meeting| meeting.opening.them == 2).unwrap().clone();
    scene.meeting = brought.id;
    assert_eq!((brought.after.guess_percent, brought.after.felt_heard), (Some(40), Some(4)));
    let outcome = &brought.captures[0];
    assert_eq!(
        (outcome.is_confirmed(), outcome.rank, outcome.ours.as_deref()),
        (true, Some(1), Some("Quiet weeks"))
    );
    assert_eq!(outcome.chains[0].links, links(&["fewer calls", "sleep"], Some("a lot")));
    let mut expected = meeting(crate::import::FOREIGN);
    scene.record(EventKind::Guessed { percent: 55 });
    expected["guess_talk_percent"] = j!(55);
    let cost = Cost { kind: CostKind::Expense, whom: None, note: some("a licence") };
    let id = scene.record(EventKind::CostNoted { cost: None, says: cost });
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
