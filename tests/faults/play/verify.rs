//! Compares the actions that a page has reported with an export.

use serde_json::Value;

use super::action_log::{Action, ActionLog};

/// The reported actions that are missing from an export, and descriptions of other errors.
pub(super) fn missing<'a>(log: &'a ActionLog, file: &Value) -> (Vec<&'a Action>, Vec<String>) {
    let mut missing = Vec::new();
    let mut wrong = Vec::new();
    let meetings = file["meetings"].as_array().map(Vec::as_slice).unwrap_or_default();
    if meetings.len() > 1 {
        wrong.push(format!("there are {} meetings, expected one", meetings.len()));
    }
    let meeting = meetings.first().unwrap_or(&Value::Null);
    if meeting.is_null() {
        missing.extend(actions_of_kind(log, "start"));
    } else if file["clients"][0]["name"] != "Harbour Trust" {
        wrong.push(format!("the client is {}", file["clients"]));
    }
    missing.extend(listed(log, "capture", &meeting["captures"], &mut wrong));
    missing.extend(listed(log, "mark", &meeting["marks"], &mut wrong));
    let floors: Vec<_> = actions_of_kind(log, "floor").collect();
    let taken = floors_taken(file);
    // A turn of no length does not count: two taps within one millisecond change the floor and add no change.
    let changes = meeting["measures"]["floor_changes"].as_u64().unwrap_or(0);
    if changes > taken || !(taken - changes).is_multiple_of(2) {
        wrong.push(format!("the floor was taken {taken} times but changed {changes} times"));
    }
    missing.extend(beyond(&floors, taken));
    for (tally, counted) in
        [("asked", "asked"), ("played-back", "played_back"), ("jumped-in", "jumped_in")]
    {
        let of_it = actions_of_kind(log, "tally").filter(|action| action.value["tally"] == tally);
        let of_it: Vec<_> = of_it.collect();
        let counted = meeting["tallies"][counted].as_u64().unwrap_or(0);
        missing.extend(beyond(&of_it, counted));
    }
    (missing, wrong)
}

fn actions_of_kind<'a>(log: &'a ActionLog, act: &'static str) -> impl Iterator<Item = &'a Action> {
    log.actions.iter().filter(move |action| action.act == act)
}

/// Finds missing actions with an id in a list, and checks their words and their order.
fn listed<'a>(
    log: &'a ActionLog,
    act: &'static str,
    list: &Value,
    wrong: &mut Vec<String>,
) -> Vec<&'a Action> {
    let list = list.as_array().map(Vec::as_slice).unwrap_or_default();
    let mut before = None;
    let mut missing = Vec::new();
    for action in actions_of_kind(log, act) {
        let place = list.iter().position(|entry| entry["id"] == action.value["id"]);
        let Some(place) = place else {
            missing.push(action);
            continue;
        };
        if list[place]["words"] != action.value["words"] {
            wrong.push(format!("{} has become {}", action.value["words"], list[place]["words"]));
        }
        if before.is_some_and(|before| before >= place) {
            wrong.push(format!("action {} is listed before an earlier one", action.n));
        }
        before = Some(place);
    }
    missing
}

/// The number of times the floor was taken, according to the file's log.
fn floors_taken(file: &Value) -> u64 {
    let log = file["log"].as_array().map(Vec::as_slice).unwrap_or_default();
    log.iter().filter(|event| event["act"]["floor-taken"].is_object()).count() as u64
}

/// The missing ones of actions that are only counted: by assumption the newest.
fn beyond<'a>(actions: &[&'a Action], counted: u64) -> Vec<&'a Action> {
    let counted = usize::try_from(counted).expect("a count fits");
    actions.iter().skip(counted).copied().collect()
}

#[test]
fn missing_changed_and_reordered_actions_are_found() {
    use serde_json::json;

    use crate::drive::Report;

    let report = |n: u64, act: &str, id: &str, words: &str| {
        let value = json!({ "what": "done", "n": n, "act": act, "id": id, "words": words });
        Report { at: std::time::Instant::now(), value }
    };
    let log = ActionLog::of(vec![
        report(0, "start", "", ""),
        report(2, "capture", "b", "two"),
        report(1, "capture", "a", "one"),
        report(3, "floor", "", ""),
        report(4, "capture", "c", "four"),
    ]);
    let file = |captures: Value, floors: usize| {
        let log = vec![json!({ "act": { "floor-taken": { "party": "client" } } }); floors];
        let measures = json!({ "floor_changes": floors % 2 });
        let meeting = json!({ "captures": captures, "measures": measures });
        json!({ "clients": [{ "name": "Harbour Trust" }], "meetings": [meeting], "log": log })
    };
    let found = |file: &Value| {
        let (missing, wrong) = missing(&log, file);
        (missing.iter().map(|action| action.n).collect::<Vec<_>>(), wrong.len())
    };
    let [a, b, c] = [("a", "one"), ("b", "two"), ("c", "four")]
        .map(|(id, words)| json!({ "id": id, "words": words }));
    assert_eq!(found(&file(json!([a, b, c]), 1)), (vec![], 0));
    assert_eq!(found(&file(json!([a, b]), 0)), (vec![4, 3], 0));
    assert_eq!(found(&file(json!([a, b, c]), 2)), (vec![], 0), "a turn of no length");
    let mut uneven = file(json!([a, b, c]), 1);
    uneven["meetings"][0]["measures"]["floor_changes"] = json!(0);
    assert_eq!(found(&uneven), (vec![], 1));
    assert_eq!(found(&file(json!([b, a, c]), 1)), (vec![], 1));
    let changed = json!({ "id": "b", "words": "too" });
    assert_eq!(found(&file(json!([a, changed, c]), 1)), (vec![], 1));
    assert_eq!(found(&json!({ "meetings": [] })), (vec![0, 1, 2, 4, 3], 0));
}
