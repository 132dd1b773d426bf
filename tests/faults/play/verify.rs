//! Which of the acts shown an export no longer has.

use serde_json::Value;

use super::ledger::{Ledger, Shown};

/// The acts that are missing from an export, and whatever else is wrong with it.
pub(super) fn missing<'a>(ledger: &'a Ledger, file: &Value) -> (Vec<&'a Shown>, Vec<String>) {
    let mut missing = Vec::new();
    let mut wrong = Vec::new();
    let meetings = file["meetings"].as_array().map(Vec::as_slice).unwrap_or_default();
    if meetings.len() > 1 {
        wrong.push(format!("there are {} meetings, where one was held", meetings.len()));
    }
    let meeting = meetings.first().unwrap_or(&Value::Null);
    if meeting.is_null() {
        missing.extend(acts(ledger, "start"));
    } else if file["clients"][0]["name"] != "Harbour Trust" {
        wrong.push(format!("the client is {}", file["clients"]));
    }
    missing.extend(listed(ledger, "capture", &meeting["captures"], &mut wrong));
    missing.extend(listed(ledger, "mark", &meeting["marks"], &mut wrong));
    let floors: Vec<_> = acts(ledger, "floor").collect();
    let taken = floors_taken(file);
    // A turn of no length is none: two touches in one millisecond change the floor, and change nothing.
    let changes = meeting["measures"]["floor_changes"].as_u64().unwrap_or(0);
    if changes > taken || !(taken - changes).is_multiple_of(2) {
        wrong.push(format!("the floor was taken {taken} times and has changed {changes} times"));
    }
    missing.extend(beyond(&floors, taken));
    for (tally, counted) in
        [("asked", "asked"), ("played-back", "played_back"), ("jumped-in", "jumped_in")]
    {
        let of_it = acts(ledger, "tally").filter(|shown| shown.told["tally"] == tally);
        let of_it: Vec<_> = of_it.collect();
        let counted = meeting["tallies"][counted].as_u64().unwrap_or(0);
        missing.extend(beyond(&of_it, counted));
    }
    (missing, wrong)
}

fn acts<'a>(ledger: &'a Ledger, act: &'static str) -> impl Iterator<Item = &'a Shown> {
    ledger.shown.iter().filter(move |shown| shown.act == act)
}

/// Acts that have an id and stand in a list: each is there, word for word, and in the order in
/// which they were shown.
fn listed<'a>(
    ledger: &'a Ledger,
    act: &'static str,
    list: &Value,
    wrong: &mut Vec<String>,
) -> Vec<&'a Shown> {
    let list = list.as_array().map(Vec::as_slice).unwrap_or_default();
    let mut before = None;
    let mut missing = Vec::new();
    for shown in acts(ledger, act) {
        let place = list.iter().position(|entry| entry["id"] == shown.told["id"]);
        let Some(place) = place else {
            missing.push(shown);
            continue;
        };
        if list[place]["words"] != shown.told["words"] {
            wrong.push(format!("{} has become {}", shown.told["words"], list[place]["words"]));
        }
        if before.is_some_and(|before| before >= place) {
            wrong.push(format!("act {} stands before an earlier one", shown.n));
        }
        before = Some(place);
    }
    missing
}

/// How often the floor was taken, as the log of the file has it.
fn floors_taken(file: &Value) -> u64 {
    let log = file["log"].as_array().map(Vec::as_slice).unwrap_or_default();
    log.iter().filter(|event| event["act"]["floor-taken"].is_object()).count() as u64
}

/// Acts that are only counted: the newest are taken to be those that are missing.
fn beyond<'a>(shown: &[&'a Shown], counted: u64) -> Vec<&'a Shown> {
    let counted = usize::try_from(counted).expect("a count fits");
    shown.iter().skip(counted).copied().collect()
}

#[test]
fn what_is_missing_changed_or_out_of_order_is_found() {
    use serde_json::json;

    use crate::drive::Report;

    let shown = |n: u64, act: &str, id: &str, words: &str| {
        let told = json!({ "what": "shown", "n": n, "act": act, "id": id, "words": words });
        Report { at: std::time::Instant::now(), told }
    };
    let ledger = Ledger::of(vec![
        shown(0, "start", "", ""),
        shown(2, "capture", "b", "two"),
        shown(1, "capture", "a", "one"),
        shown(3, "floor", "", ""),
        shown(4, "capture", "c", "four"),
    ]);
    let file = |captures: Value, floors: usize| {
        let log = vec![json!({ "act": { "floor-taken": { "party": "client" } } }); floors];
        let measures = json!({ "floor_changes": floors % 2 });
        let meeting = json!({ "captures": captures, "measures": measures });
        json!({ "clients": [{ "name": "Harbour Trust" }], "meetings": [meeting], "log": log })
    };
    let found = |file: &Value| {
        let (missing, wrong) = missing(&ledger, file);
        (missing.iter().map(|shown| shown.n).collect::<Vec<_>>(), wrong.len())
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
