//! One issue over three meetings: raised, told back, raised again, finished, closed by the client, and listed on the
//! sheet.

use serde_json::{Value, json};

use crate::drive::Page;
use crate::fixtures::{
    FLOOR, PAST, START, add_capture, call_ok, exported_notebook, open_with_clock,
    wait_for_announcement,
};
use crate::loops::{open_page, open_row, step};

const DAY_MS: u64 = 86_400_000;

/// Starts a meeting with the selected client and captures an issue; the meeting stays open.
async fn start_meeting_with_issue(page: &Page, words: &str) -> String {
    page.click(START).await;
    if page.exists(".chips .chip[aria-pressed=false]").await {
        page.click(".chips .chip[aria-pressed=false]").await;
    }
    page.click("[data-act=start]").await;
    page.wait_for(".live").await;
    page.clock().advance(300_000).await;
    add_capture(page, "issue", words, "Maria").await
}

async fn end_meeting(page: &Page) {
    call_ok(page, "end", Value::Null).await;
    page.click("[data-act=done]").await;
    page.wait_for(".start").await;
}

async fn take_step(page: &Page, word: &str, announcement: &str) {
    page.click(&step(word)).await;
    if word == "tell-back" {
        page.click("input[value='by phone']").await;
        page.click("[data-act=keep-step]").await;
    }
    wait_for_announcement(page, announcement).await;
}

#[tokio::test]
async fn an_issue_is_followed_from_the_first_meeting_to_the_clients_closing() {
    let (_site, page) = open_with_clock().await;
    // First meeting: the issue is raised.
    page.type_text("input[name=client]", "Harbour Trust").await;
    let first = start_meeting_with_issue(&page, "The printer on the second floor jams").await;
    end_meeting(&page).await;

    // Sixteen days later there has been no update; then one is recorded.
    page.clock().sleep(16 * DAY_MS).await;
    open_page(&page).await;
    page.wait_for(".loop[data-overdue=true]").await;
    open_row(&page).await;
    take_step(&page, "tell-back", "Saved: you updated them.").await;
    page.wait_for(".loop[data-overdue=false]").await;

    // Second meeting: it is raised again, and the question about it waits for our own turn.
    page.clock().sleep(5 * DAY_MS).await;
    let again =
        start_meeting_with_issue(&page, "That printer on the second floor still jams").await;
    page.press_key("Space").await;
    page.wait_until(&format!("s.querySelector({}).dataset.floor === 'consultant'", json!(FLOOR)))
        .await;
    page.click("[data-act=again-yes]").await;
    page.wait_for(".captures .loop-again").await;
    end_meeting(&page).await;
    open_page(&page).await;
    assert_eq!(page.all_texts(".loop-words").await, ["The printer on the second floor jams"]);
    assert_eq!(page.text(".loop-again").await, "Raised twice");
    open_row(&page).await;
    take_step(&page, "start", "Saved: started.").await;
    take_step(&page, "finish", "Saved: done. You haven’t told them yet.").await;
    take_step(&page, "tell-back", "Saved: you updated them.").await;

    // Third meeting: nothing waits, and the client closes the issue.
    page.clock().sleep(9 * DAY_MS).await;
    page.click(START).await;
    page.click(".chips .chip").await;
    page.wait_for(".opening").await;
    assert!(page.text(".opening").await.contains("Nothing is waiting on you."));
    start_meeting_with_issue(&page, "The new printer is loud").await;
    end_meeting(&page).await;
    call_ok(&page, "loop", json!([first, "close"])).await;

    let loops = exported_notebook(&page).await["loops"].take();
    let one = &loops[0];
    assert_eq!((&one["id"], &one["state"]), (&json!(first), &json!("done")));
    assert_eq!(one["times_raised"], 2);
    assert!(one["closed_by_client_at"].is_string() && one["last_told_at"].is_string(), "{one}");
    let whats: Vec<&str> =
        one["history"].as_array().unwrap().iter().map(|e| e["what"].as_str().unwrap()).collect();
    let expected = ["told-back", "raised-again", "started", "finished", "told-back", "closed"];
    assert_eq!(whats, expected);
    assert!(!loops.to_string().contains(&again), "the repeated issue is no separate loop: {loops}");

    // The sheet lists it in their words.
    page.click(START).await;
    page.click(".chips .chip").await;
    page.click(PAST).await;
    page.click(".past [data-act=sheet]").await;
    page.wait_for(".sheets .sheet").await;
    let seen = page.text(".sheets .sheet").await;
    let order = [
        "You said, and it’s done",
        "“The printer on the second floor jams”",
        "You told us twice.",
        "You said, and it’s still open",
        "“The new printer is loud”",
    ];
    let places: Vec<_> = order.iter().map(|part| seen.find(part)).collect();
    assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{places:?}: {seen}");
    page.finish().await;
}
