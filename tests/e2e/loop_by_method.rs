//! Moving a loop forward by the element's method, and the events that report it.

use serde_json::{Value, json};

use crate::drive::Page;
use crate::fixtures::{
    add_capture, call_ok, call_refused, exported_notebook, open_with_clock, start_meeting, text,
};

/// The only loop in the notebook's export.
async fn exported_loop(page: &Page) -> Value {
    let loops = exported_notebook(page).await["loops"].take();
    assert_eq!(loops.as_array().map(Vec::len), Some(1), "there is one loop: {loops}");
    loops[0].clone()
}

#[tokio::test]
async fn each_step_of_the_contract_moves_the_loop_and_emits_its_state() {
    let (_site, page) = open_with_clock().await;
    page.listen("heard-loop-change").await;
    start_meeting(&page).await;
    let id = add_capture(&page, "issue", "nobody calls back", "Maria").await;
    add_capture(&page, "outcome", "quiet Mondays", "Maria").await;
    call_ok(&page, "end", Value::Null).await;
    for (step, detail) in [
        ("acknowledge", Value::Null),
        ("start", Value::Null),
        ("tell-back", json!({ "how": "by phone", "at": "2026-11-21T11:00:00Z" })),
        ("finish", Value::Null),
        ("close", Value::Null),
        ("raise-again", Value::Null),
        ("decline", json!({ "because": "a secret reason" })),
    ] {
        call_ok(&page, "loop", json!([id, step, detail])).await;
    }
    let events = page.events().await;
    let details: Vec<_> = events.iter().map(|event| event["detail"].clone()).collect();
    let states: Vec<_> = details.iter().map(|detail| text(&detail["state"])).collect();
    let expected =
        ["heard", "acknowledged", "doing", "doing", "done", "done", "heard", "not-doing"];
    assert_eq!(states, expected);
    assert!(details.iter().all(|detail| detail["id"] == json!(id) && detail["v"] == 1));
    assert_eq!((&details[5]["closed"], &details[6]["closed"]), (&json!(true), &json!(false)));
    let all = json!(events).to_string();
    assert!(!all.contains("secret") && !all.contains("nobody") && !all.contains("Maria"), "{all}");

    let one = exported_loop(&page).await;
    assert_eq!((&one["id"], &one["kind"]), (&json!(id), &json!("issue")));
    assert_eq!((&one["words"], &one["raised_by"]), (&json!("nobody calls back"), &json!("Maria")));
    assert_eq!((&one["state"], &one["reason"]), (&json!("not-doing"), &json!("a secret reason")));
    assert_eq!(one["times_raised"], 2);
    assert_eq!(one["last_told_at"], "2026-11-21T11:00:00.000+00:00");
    assert_eq!(one["closed_by_client_at"], Value::Null);
    let whats: Vec<_> =
        one["history"].as_array().unwrap().iter().map(|e| text(&e["what"])).collect();
    let expected =
        ["acknowledged", "started", "told-back", "finished", "closed", "raised-again", "declined"];
    assert_eq!(whats, expected);
    page.finish().await;
}

#[tokio::test]
async fn an_invalid_step_is_refused_and_changes_nothing() {
    let (_site, page) = open_with_clock().await;
    start_meeting(&page).await;
    let id = add_capture(&page, "promise", "a list by Friday", "").await;
    let before = exported_loop(&page).await;
    for (args, code) in [
        (json!([id, "decline"]), "no-words"),
        (json!([id, "decline", { "because": "  " }]), "no-words"),
        (json!([id, "tell-back", {}]), "no-words"),
        (json!([id, "tell-back", { "how": "by mail", "at": "yesterday" }]), "bad-argument"),
        (
            json!([id, "tell-back", { "how": "by mail", "at": "2027-01-01T00:00:00Z" }]),
            "out-of-range",
        ),
        (json!([id, "wish"]), "bad-argument"),
        (json!([id]), "bad-argument"),
        (json!(["nobody", "start"]), "unknown-id"),
        (json!(["1-999", "start"]), "unknown-id"),
    ] {
        assert_eq!(call_refused(&page, "loop", args.clone()).await, code, "{args}");
    }
    assert_eq!(exported_loop(&page).await, before);
    call_ok(&page, "loop", json!([id, "finish"])).await;
    assert_eq!(call_refused(&page, "loop", json!([id, "finish"])).await, "out-of-step");
    assert_eq!(call_refused(&page, "loop", json!([id, "start"])).await, "out-of-step");
    call_ok(&page, "loop", json!([id, "close"])).await;
    assert_eq!(call_refused(&page, "loop", json!([id, "acknowledge"])).await, "out-of-step");
    page.finish().await;
}

#[tokio::test]
async fn steps_survive_a_reload_and_an_import() {
    let (_site, page) = open_with_clock().await;
    start_meeting(&page).await;
    let id = add_capture(&page, "issue", "nobody calls back", "").await;
    call_ok(&page, "end", Value::Null).await;
    call_ok(&page, "loop", json!([id, "tell-back", { "how": "in person" }])).await;
    let file = exported_notebook(&page).await;
    page.flush().await;
    page.reload().await;
    assert_eq!(exported_notebook(&page).await, file);
    assert_eq!(file["loops"][0]["history"][0]["how"], "in person");
    page.finish().await;
}
