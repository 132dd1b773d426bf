//! A whole meeting by the element's methods and events only, as a host's script uses them.

use serde_json::{Value, json};

use crate::drive::Page;
use crate::fixtures::{
    add_capture, call_ok, exported_meeting, exported_notebook, open_with_clock, text,
};

const HEARD: [&str; 6] = [
    "heard-meeting-start",
    "heard-floor-change",
    "heard-capture",
    "heard-meeting-end",
    "heard-storage-change",
    "heard-error",
];

/// Words that no event may contain.
const SECRETS: [&str; 5] =
    ["Harbour Trust", "nobody calls back", "nobody ever", "Maria", "my answer"];

async fn listen_to_all(page: &Page) {
    for name in HEARD {
        page.listen(name).await;
    }
}

#[tokio::test]
async fn a_meeting_can_be_held_by_methods_and_each_step_emits_its_event() {
    let (_site, page) = open_with_clock().await;
    listen_to_all(&page).await;
    let start = json!({
        "client": "Harbour Trust", "kind": "demo", "us": 1, "them": 3, "beganMsAgo": 60_000,
    });
    let id = text(&call_ok(&page, "start", start).await);
    page.clock().advance(30_000).await;
    call_ok(&page, "passFloor", Value::Null).await;
    page.clock().advance(10_000).await;
    call_ok(&page, "setFloor", json!("client")).await;
    let mark = text(&call_ok(&page, "mark", Value::Null).await);
    let issue = add_capture(&page, "issue", "nobody calls back", "Maria").await;
    let held = add_capture(&page, "held", "my answer", "").await;
    call_ok(&page, "tally", json!("asked")).await;
    page.clock().advance(4_000).await;
    call_ok(&page, "takeBreak", Value::Null).await;
    page.clock().advance(5_000).await;
    call_ok(&page, "resume", Value::Null).await;
    page.clock().advance(1_000).await;
    call_ok(&page, "setFloor", json!("open")).await;
    page.clock().advance(2_000).await;
    call_ok(&page, "setFloor", json!("open")).await;
    call_ok(&page, "end", Value::Null).await;

    let events = page.events().await;
    let names: Vec<_> = events.iter().map(|e| text(&e["type"])).collect();
    let expected = [
        "heard-meeting-start",
        "heard-floor-change",
        "heard-floor-change",
        "heard-capture",
        "heard-capture",
        "heard-floor-change",
        "heard-floor-change",
        "heard-floor-change",
        "heard-meeting-end",
    ];
    assert_eq!(names, expected, "setting the same floor emits no event");
    details(&events, &id, &issue, &held);
    assert_eq!(exported_meeting(&page).await["marks"][0]["id"], json!(mark));
    page.finish().await;
}

fn details(events: &[Value], id: &str, issue: &str, held: &str) {
    let text = json!(events).to_string();
    for secret in SECRETS {
        assert!(!text.contains(secret), "an event contains “{secret}”: {text}");
    }
    let detail = |n: usize| &events[n]["detail"];
    assert!(events.iter().all(|e| e["detail"]["v"] == 1), "every detail has a version: {text}");
    assert_eq!(detail(0)["id"], id);
    let floors = [
        (1, "client", "consultant", 90_000, 0, 90_000),
        (2, "consultant", "client", 10_000, 10_000, 90_000),
        (7, "client", "open", 1_000, 10_000, 95_000),
    ];
    for (n, from, to, turn, talk, listen) in floors {
        let d = detail(n);
        assert_eq!((&d["from"], &d["to"]), (&json!(from), &json!(to)), "event {n}");
        let figures = (&d["turnMs"], &d["talkMs"], &d["listenMs"]);
        assert_eq!(figures, (&json!(turn), &json!(talk), &json!(listen)), "event {n}");
    }
    // A break has no floor holder.
    assert_eq!((&detail(5)["from"], &detail(5)["to"]), (&json!("client"), &Value::Null));
    assert_eq!((&detail(6)["from"], &detail(6)["to"]), (&Value::Null, &json!("client")));
    assert_eq!(detail(6)["turnMs"], 5_000, "the event has the break's length");
    assert_eq!((&detail(3)["id"], &detail(3)["kind"]), (&json!(issue), &json!("issue")));
    assert_eq!((&detail(4)["id"], &detail(4)["kind"]), (&json!(held), &json!("held")));
    let end = detail(8);
    assert_eq!(end["id"], id);
    let figures = ["elapsedMs", "talkMs", "listenMs", "openingStoryMs", "floorChanges", "captures"];
    let figures: Vec<_> = figures.iter().map(|name| end[name].as_u64().unwrap()).collect();
    assert_eq!(figures, [112_000, 10_000, 95_000, 90_000, 2, 2]);
}

#[tokio::test]
async fn ids_returned_by_methods_are_accepted_by_other_methods() {
    let (_site, page) = open_with_clock().await;
    let first = text(&call_ok(&page, "start", json!({ "client": "Harbour Trust" })).await);
    let mark = text(&call_ok(&page, "mark", Value::Null).await);
    let issue = add_capture(&page, "issue", "nobody calls back", "Maria").await;
    call_ok(&page, "amend", json!([issue, "nobody ever calls back"])).await;
    call_ok(&page, "strike", json!(mark)).await;
    call_ok(&page, "end", Value::Null).await;
    let exported = exported_meeting(&page).await;
    assert_eq!(exported["marks"], json!([]));
    assert_eq!(exported["captures"][0]["words"], "nobody ever calls back");
    assert_eq!(exported["captures"][0]["earlier"], json!(["nobody calls back"]));
    assert_eq!(page.prop("state").await, "review");

    // After the meeting, captures can still be corrected and deleted.
    call_ok(&page, "amend", json!([issue, "nobody"])).await;
    call_ok(&page, "strike", json!(issue)).await;
    call_ok(&page, "start", json!({ "client": "Tom’s Yard" })).await;
    let all = exported_notebook(&page).await;
    assert_eq!(all["meetings"].as_array().map(Vec::len), Some(2));
    assert_eq!(all["meetings"][0]["captures"], json!([]));
    let one = call_ok(&page, "exportText", json!(["json", { "meeting": first }])).await;
    let one: Value = serde_json::from_str(&text(&one)).unwrap();
    assert_eq!(one["meetings"][0]["id"], json!(first));
    assert_eq!(one["meetings"].as_array().map(Vec::len), Some(1));
    assert_eq!(one["clients"].as_array().map(Vec::len), Some(1));
    page.finish().await;
}

#[tokio::test]
async fn the_clients_copy_leaves_out_what_is_private() {
    let (_site, page) = open_with_clock().await;
    call_ok(&page, "start", json!({ "client": "Harbour Trust" })).await;
    add_capture(&page, "issue", "nobody calls back", "Maria").await;
    add_capture(&page, "held", "my answer", "").await;
    call_ok(&page, "tally", json!("jumped-in")).await;
    let copy = call_ok(&page, "exportText", json!(["json", { "audience": "client" }])).await;
    let copy = text(&copy);
    assert!(copy.contains("nobody calls back"), "{copy}");
    assert!(!copy.contains("my answer") && !copy.contains("jumped_in"), "{copy}");
    page.finish().await;
}

#[tokio::test]
async fn a_host_can_replace_the_download_of_an_export() {
    let (_site, page) = open_with_clock().await;
    call_ok(&page, "start", json!({ "client": "Harbour Trust" })).await;
    let js = "
        const blob = await w.export('json');
        return { type: blob.type, same: (await blob.text()) === (await w.exportText('json')) };";
    assert_eq!(page.widget(js).await, json!({ "type": "application/json", "same": true }));
    let prevent = "w.addEventListener('heard-before-export', (e) => e.preventDefault())";
    page.widget(prevent).await;
    assert_eq!(page.call("export", json!("json")).await.unwrap_err().code, "cancelled");
    page.finish().await;
}
