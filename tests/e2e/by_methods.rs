//! A whole meeting by the element's methods and events alone, as a host's script drives it.

use serde_json::{Value, json};

use crate::drive::Page;
use crate::scene::{caught, clocked, done, meeting, notebook, text};

const HEARD: [&str; 6] = [
    "heard-meeting-start",
    "heard-floor-change",
    "heard-capture",
    "heard-meeting-end",
    "heard-storage-change",
    "heard-error",
];

/// Words that nobody but the notebook may say.
const SECRETS: [&str; 5] =
    ["Harbour Trust", "nobody calls back", "nobody ever", "Maria", "my answer"];

async fn listen_to_all(page: &Page) {
    for name in HEARD {
        page.listen(name).await;
    }
}

#[tokio::test]
async fn a_whole_meeting_by_methods_and_what_the_host_hears_of_it() {
    let (_site, page) = clocked().await;
    listen_to_all(&page).await;
    let start = json!({
        "client": "Harbour Trust", "kind": "demo", "us": 1, "them": 3, "beganMsAgo": 60_000,
    });
    let id = text(&done(&page, "start", start).await);
    page.clock().advance(30_000).await;
    done(&page, "passFloor", Value::Null).await;
    page.clock().advance(10_000).await;
    done(&page, "setFloor", json!("client")).await;
    let mark = text(&done(&page, "mark", Value::Null).await);
    let issue = caught(&page, "issue", "nobody calls back", "Maria").await;
    let held = caught(&page, "held", "my answer", "").await;
    done(&page, "tally", json!("asked")).await;
    page.clock().advance(4_000).await;
    done(&page, "takeBreak", Value::Null).await;
    page.clock().advance(5_000).await;
    done(&page, "resume", Value::Null).await;
    page.clock().advance(1_000).await;
    done(&page, "setFloor", json!("open")).await;
    page.clock().advance(2_000).await;
    done(&page, "setFloor", json!("open")).await;
    done(&page, "end", Value::Null).await;

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
    assert_eq!(names, expected, "to say again what is so is no change");
    details(&events, &id, &issue, &held);
    assert_eq!(meeting(&page).await["marks"][0]["id"], json!(mark));
    page.finish().await;
}

fn details(events: &[Value], id: &str, issue: &str, held: &str) {
    let told = json!(events).to_string();
    for secret in SECRETS {
        assert!(!told.contains(secret), "“{secret}” is told to the host: {told}");
    }
    let detail = |n: usize| &events[n]["detail"];
    assert!(events.iter().all(|e| e["detail"]["v"] == 1), "every detail has its version: {told}");
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
    // Into a break and out of it: nobody has the floor.
    assert_eq!((&detail(5)["from"], &detail(5)["to"]), (&json!("client"), &Value::Null));
    assert_eq!((&detail(6)["from"], &detail(6)["to"]), (&Value::Null, &json!("client")));
    assert_eq!(detail(6)["turnMs"], 5_000, "a break is told with its length");
    assert_eq!((&detail(3)["id"], &detail(3)["kind"]), (&json!(issue), &json!("issue")));
    assert_eq!((&detail(4)["id"], &detail(4)["kind"]), (&json!(held), &json!("held")));
    let end = detail(8);
    assert_eq!(end["id"], id);
    let figures = ["elapsedMs", "talkMs", "listenMs", "openingStoryMs", "floorChanges", "captures"];
    let figures: Vec<_> = figures.iter().map(|name| end[name].as_u64().unwrap()).collect();
    assert_eq!(figures, [112_000, 10_000, 95_000, 90_000, 2, 2]);
}

#[tokio::test]
async fn the_ids_that_methods_give_can_be_used() {
    let (_site, page) = clocked().await;
    let first = text(&done(&page, "start", json!({ "client": "Harbour Trust" })).await);
    let mark = text(&done(&page, "mark", Value::Null).await);
    let issue = caught(&page, "issue", "nobody calls back", "Maria").await;
    done(&page, "amend", json!([issue, "nobody ever calls back"])).await;
    done(&page, "strike", json!(mark)).await;
    done(&page, "end", Value::Null).await;
    let told = meeting(&page).await;
    assert_eq!(told["marks"], json!([]));
    assert_eq!(told["captures"][0]["words"], "nobody ever calls back");
    assert_eq!(told["captures"][0]["earlier"], json!(["nobody calls back"]));
    assert_eq!(page.prop("state").await, "review");

    // After the end, what was caught can still be corrected and withdrawn.
    done(&page, "amend", json!([issue, "nobody"])).await;
    done(&page, "strike", json!(issue)).await;
    done(&page, "start", json!({ "client": "Tom’s Yard" })).await;
    let all = notebook(&page).await;
    assert_eq!(all["meetings"].as_array().map(Vec::len), Some(2));
    assert_eq!(all["meetings"][0]["captures"], json!([]));
    let one = done(&page, "exportText", json!(["json", { "meeting": first }])).await;
    let one: Value = serde_json::from_str(&text(&one)).unwrap();
    assert_eq!(one["meetings"][0]["id"], json!(first));
    assert_eq!(one["meetings"].as_array().map(Vec::len), Some(1));
    assert_eq!(one["clients"].as_array().map(Vec::len), Some(1));
    page.finish().await;
}

#[tokio::test]
async fn the_clients_copy_leaves_out_what_is_private() {
    let (_site, page) = clocked().await;
    done(&page, "start", json!({ "client": "Harbour Trust" })).await;
    caught(&page, "issue", "nobody calls back", "Maria").await;
    caught(&page, "held", "my answer", "").await;
    done(&page, "tally", json!("jumped-in")).await;
    let copy = done(&page, "exportText", json!(["json", { "audience": "client" }])).await;
    let copy = text(&copy);
    assert!(copy.contains("nobody calls back"), "{copy}");
    assert!(!copy.contains("my answer") && !copy.contains("jumped_in"), "{copy}");
    page.finish().await;
}

#[tokio::test]
async fn an_export_is_a_blob_that_the_host_may_take_over() {
    let (_site, page) = clocked().await;
    done(&page, "start", json!({ "client": "Harbour Trust" })).await;
    let js = "
        const blob = await w.export('json');
        return { type: blob.type, same: (await blob.text()) === (await w.exportText('json')) };";
    assert_eq!(page.widget(js).await, json!({ "type": "application/json", "same": true }));
    let prevent = "w.addEventListener('heard-before-export', (e) => e.preventDefault())";
    page.widget(prevent).await;
    assert_eq!(page.call("export", json!("json")).await.unwrap_err().code, "cancelled");
    page.finish().await;
}
