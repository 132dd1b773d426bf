//! The invented meetings in the screenshots.

use serde_json::{Value, json};

use crate::drive::Page;
use crate::fixtures::{add_capture, call_ok};

const MINUTE_MS: u64 = 60_000;
const DAY_MS: u64 = 24 * 60 * MINUTE_MS;

/// Takes turns of these lengths in seconds, starting with the client's.
async fn take_turns(page: &Page, seconds: &[u64]) {
    for (n, length) in seconds.iter().enumerate() {
        if n > 0 {
            call_ok(page, "passFloor", Value::Null).await;
        }
        page.clock().advance(length * 1_000).await;
    }
}

/// Adds a client's captures and the steps of their loops.
async fn add_captures(page: &Page, client: &str) {
    match client {
        "Alder & Sons" => {
            let slow =
                add_capture(page, "issue", "Every morning we wait for the stock list.", "Jo").await;
            call_ok(page, "loop", json!([slow, "acknowledge"])).await;
            let label = add_capture(page, "issue", "The labels come out crooked.", "Sam").await;
            call_ok(page, "loop", json!([label, "finish"])).await;
        }
        "Northfield School" => {
            let told = "Nobody said that the timetable would be down on exam day.";
            let down = add_capture(page, "issue", told, "Mrs Okafor").await;
            call_ok(page, "loop", json!([down, "start"])).await;
            add_capture(page, "promise", "We ring before we switch anything off.", "").await;
        }
        _ => {
            let read =
                add_capture(page, "issue", "We never know whether anyone has read it.", "Maria")
                    .await;
            call_ok(page, "loop", json!([read, "acknowledge"])).await;
            call_ok(page, "loop", json!([read, "tell-back", { "how": "by phone" }])).await;
            let done_id =
                add_capture(page, "issue", "The form forgets what we typed.", "Tom").await;
            call_ok(page, "loop", json!([done_id, "finish"])).await;
            call_ok(page, "loop", json!([done_id, "tell-back", { "how": "in person" }])).await;
            let no = add_capture(page, "issue", "We want it all in one window.", "Tom").await;
            let because = json!({ "because": "Two of the programs are not ours to change." });
            call_ok(page, "loop", json!([no, "decline", because])).await;
            add_capture(
                page,
                "spared",
                "The move on Friday was put off, so nobody lost the weekend.",
                "",
            )
            .await;
            add_capture(page, "outcome", "Quiet Mondays.", "Maria").await;
        }
    }
}

/// Holds three earlier meetings and closes them.
pub(crate) async fn earlier_meetings(page: &Page) {
    let now = page.clock().wall_ms().await;
    let days_ago = |days: u64| now - i64::try_from(days * DAY_MS).unwrap();
    for (days, client, kind, lengths) in [
        (32, "Alder & Sons", "demo", vec![95, 300, 140, 420, 60, 330]),
        (18, "Northfield School", "hard-conversation", vec![640, 45, 380, 80, 520, 60]),
        (11, "Harbour Trust", "discovery", vec![410, 150, 380, 260, 300, 190]),
    ] {
        page.clock().set_wall(days_ago(days)).await;
        // Only a new document accepts the earlier wall time.
        page.reload().await;
        call_ok(page, "start", json!({ "client": client, "kind": kind })).await;
        take_turns(page, &lengths).await;
        add_captures(page, client).await;
        call_ok(page, "end", Value::Null).await;
        page.click("[data-guess='40']").await;
        page.wait_for(".reveal").await;
    }
    page.clock().set_wall(now).await;
    page.reload().await;
}

/// Twenty minutes of a meeting with the Harbour Trust, at the end of which the client has the floor.
pub(crate) async fn hold_meeting(page: &Page) {
    let start = json!({ "client": "Harbour Trust", "kind": "discovery", "us": 1, "them": 2 });
    call_ok(page, "start", start).await;
    take_turns(page, &[252, 48]).await;
    let said = "Half my week goes into asking people where my request is.";
    add_capture(page, "issue", said, "Maria").await;
    call_ok(page, "passFloor", Value::Null).await;
    take_turns(page, &[214, 65]).await;
    call_ok(page, "mark", Value::Null).await;
    call_ok(page, "tally", json!("asked")).await;
    call_ok(page, "tally", json!("asked")).await;
    call_ok(page, "passFloor", Value::Null).await;
    take_turns(page, &[330, 91]).await;
    let said = "I want to open one page in the morning and see that nothing waits for me.";
    add_capture(page, "outcome", said, "Maria").await;
    call_ok(page, "tally", json!("played-back")).await;
    call_ok(page, "passFloor", Value::Null).await;
    page.clock().advance(155_000).await;
    add_capture(page, "held", "", "").await;
    // Two floor changes make the face quiet, so that every screenshot starts in the same state.
    call_ok(page, "passFloor", Value::Null).await;
    page.clock().advance(4_000).await;
    call_ok(page, "passFloor", Value::Null).await;
    page.clock().advance(26_000).await;
}

/// Adds the last capture and ends the meeting.
pub(crate) async fn end_meeting(page: &Page) {
    let promised = "A word by Friday, even if there is no news.";
    add_capture(page, "promise", promised, "Tom").await;
    call_ok(page, "end", Value::Null).await;
    page.wait_for(".review").await;
}

/// Guesses the talk share and shows the actual one.
pub(crate) async fn guess_talk_share(page: &Page) {
    page.click("[data-guess='30']").await;
    page.wait_for(".reveal").await;
}
