//! The made-up meetings that the pictures show.

use serde_json::{Value, json};

use crate::drive::Page;
use crate::scene::{caught, done};

const MINUTE_MS: u64 = 60_000;
const DAY_MS: u64 = 24 * 60 * MINUTE_MS;

/// Turns of these lengths in seconds, the first theirs, and then by turns.
async fn turns(page: &Page, seconds: &[u64]) {
    for (n, length) in seconds.iter().enumerate() {
        if n > 0 {
            done(page, "passFloor", Value::Null).await;
        }
        page.clock().advance(length * 1_000).await;
    }
}

/// What they said in those meetings, and what became of some of it.
async fn said(page: &Page, client: &str) {
    match client {
        "Alder & Sons" => {
            let slow =
                caught(page, "issue", "Every morning we wait for the stock list.", "Jo").await;
            done(page, "loop", json!([slow, "acknowledge"])).await;
            let label = caught(page, "issue", "The labels come out crooked.", "Sam").await;
            done(page, "loop", json!([label, "finish"])).await;
        }
        "Northfield School" => {
            let told = "Nobody said that the timetable would be down on exam day.";
            let down = caught(page, "issue", told, "Mrs Okafor").await;
            done(page, "loop", json!([down, "start"])).await;
            caught(page, "promise", "We ring before we switch anything off.", "").await;
        }
        _ => {
            let read =
                caught(page, "issue", "We never know whether anyone has read it.", "Maria").await;
            done(page, "loop", json!([read, "acknowledge"])).await;
            done(page, "loop", json!([read, "tell-back", { "how": "by phone" }])).await;
            let done_id = caught(page, "issue", "The form forgets what we typed.", "Tom").await;
            done(page, "loop", json!([done_id, "finish"])).await;
            done(page, "loop", json!([done_id, "tell-back", { "how": "in person" }])).await;
            let no = caught(page, "issue", "We want it all in one window.", "Tom").await;
            let because = json!({ "because": "Two of the programs are not ours to change." });
            done(page, "loop", json!([no, "decline", because])).await;
            caught(
                page,
                "spared",
                "The move on Friday was put off, so nobody lost the weekend.",
                "",
            )
            .await;
            caught(page, "outcome", "Quiet Mondays.", "Maria").await;
        }
    }
}

/// Three meetings of the weeks before, put away again.
pub(crate) async fn earlier_meetings(page: &Page) {
    let now = page.clock().wall_ms().await;
    let days_ago = |days: u64| now - i64::try_from(days * DAY_MS).unwrap();
    for (days, client, kind, lengths) in [
        (32, "Alder & Sons", "demo", vec![95, 300, 140, 420, 60, 330]),
        (18, "Northfield School", "hard-conversation", vec![640, 45, 380, 80, 520, 60]),
        (11, "Harbour Trust", "discovery", vec![410, 150, 380, 260, 300, 190]),
    ] {
        page.clock().set_wall(days_ago(days)).await;
        // A new document, for only that believes the wall clock.
        page.reload().await;
        done(page, "start", json!({ "client": client, "kind": kind })).await;
        turns(page, &lengths).await;
        said(page, client).await;
        done(page, "end", Value::Null).await;
        page.click("[data-guess='40']").await;
        page.wait_for(".reveal").await;
    }
    page.clock().set_wall(now).await;
    page.reload().await;
}

/// Twenty minutes with the Harbour Trust, at the end of which the client has just got the floor again.
pub(crate) async fn opens(page: &Page) {
    let start = json!({ "client": "Harbour Trust", "kind": "discovery", "us": 1, "them": 2 });
    done(page, "start", start).await;
    turns(page, &[252, 48]).await;
    let said = "Half my week goes into asking people where my request is.";
    caught(page, "issue", said, "Maria").await;
    done(page, "passFloor", Value::Null).await;
    turns(page, &[214, 65]).await;
    done(page, "mark", Value::Null).await;
    done(page, "tally", json!("asked")).await;
    done(page, "tally", json!("asked")).await;
    done(page, "passFloor", Value::Null).await;
    turns(page, &[330, 91]).await;
    let said = "I want to open one page in the morning and see that nothing waits for me.";
    caught(page, "outcome", said, "Maria").await;
    done(page, "tally", json!("played-back")).await;
    done(page, "passFloor", Value::Null).await;
    page.clock().advance(155_000).await;
    caught(page, "held", "", "").await;
    // There and back, so that the face rests and every picture begins alike.
    done(page, "passFloor", Value::Null).await;
    page.clock().advance(4_000).await;
    done(page, "passFloor", Value::Null).await;
    page.clock().advance(26_000).await;
}

/// The last words and the end.
pub(crate) async fn ends(page: &Page) {
    let promised = "A word by Friday, even if there is no news.";
    caught(page, "promise", promised, "Tom").await;
    done(page, "end", Value::Null).await;
    page.wait_for(".review").await;
}

/// The guess, and the answer.
pub(crate) async fn guesses(page: &Page) {
    page.click("[data-guess='30']").await;
    page.wait_for(".reveal").await;
}
