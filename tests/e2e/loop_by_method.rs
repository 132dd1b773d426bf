//! A loop led on by the element's method, and what the host hears of it.

use serde_json::{Value, json};

use crate::drive::Page;
use crate::scene::{begin, caught, clocked, done, notebook, refused, text};

/// The one loop of the notebook, as it exports it.
async fn told(page: &Page) -> Value {
    let loops = notebook(page).await["loops"].take();
    assert_eq!(loops.as_array().map(Vec::len), Some(1), "there is one loop: {loops}");
    loops[0].clone()
}

#[tokio::test]
async fn a_loop_is_led_on_by_the_words_of_the_contract_and_the_host_hears_its_state() {
    let (_site, page) = clocked().await;
    page.listen("heard-loop-change").await;
    begin(&page).await;
    let id = caught(&page, "issue", "nobody calls back", "Maria").await;
    caught(&page, "outcome", "quiet Mondays", "Maria").await;
    done(&page, "end", Value::Null).await;
    for (step, detail) in [
        ("acknowledge", Value::Null),
        ("start", Value::Null),
        ("tell-back", json!({ "how": "by phone", "at": "2026-11-21T11:00:00Z" })),
        ("finish", Value::Null),
        ("close", Value::Null),
        ("raise-again", Value::Null),
        ("decline", json!({ "because": "a secret reason" })),
    ] {
        done(&page, "loop", json!([id, step, detail])).await;
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

    let one = told(&page).await;
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
async fn a_step_that_does_not_fit_is_refused_in_words_and_changes_nothing() {
    let (_site, page) = clocked().await;
    begin(&page).await;
    let id = caught(&page, "promise", "a list by Friday", "").await;
    let before = told(&page).await;
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
        assert_eq!(refused(&page, "loop", args.clone()).await, code, "{args}");
    }
    assert_eq!(told(&page).await, before);
    done(&page, "loop", json!([id, "finish"])).await;
    assert_eq!(refused(&page, "loop", json!([id, "finish"])).await, "out-of-step");
    assert_eq!(refused(&page, "loop", json!([id, "start"])).await, "out-of-step");
    done(&page, "loop", json!([id, "close"])).await;
    assert_eq!(refused(&page, "loop", json!([id, "acknowledge"])).await, "out-of-step");
    page.finish().await;
}

#[tokio::test]
async fn steps_survive_a_reload_and_a_file() {
    let (_site, page) = clocked().await;
    begin(&page).await;
    let id = caught(&page, "issue", "nobody calls back", "").await;
    done(&page, "end", Value::Null).await;
    done(&page, "loop", json!([id, "tell-back", { "how": "in person" }])).await;
    let file = notebook(&page).await;
    page.flush().await;
    page.reload().await;
    assert_eq!(notebook(&page).await, file);
    assert_eq!(file["loops"][0]["history"][0]["how"], "in person");
    page.finish().await;
}
