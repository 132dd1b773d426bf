//! The card before a meeting, and the prompt when an issue is raised again.

use serde_json::{Value, json};

use crate::drive::Page;
use crate::fixtures::{
    NOON, add_capture, call_ok, exported_notebook, open_with_clock, start_meeting,
};

const DAY_MS: i64 = 86_400_000;

/// Lets `days` pass and selects the client for the next meeting.
async fn days_later(page: &Page, days: i64) {
    page.clock().set_wall(NOON + days * DAY_MS).await;
    page.reload().await;
    page.click(".chips .chip").await;
    page.wait_for(".opening").await;
}

/// The card's text in one line.
async fn card_text(page: &Page) -> String {
    page.text(".opening").await.split_whitespace().collect::<Vec<_>>().join(" ")
}

async fn hold_meeting(page: &Page) -> String {
    start_meeting(page).await;
    let id = add_capture(page, "issue", "The printer on the second floor jams", "Maria").await;
    add_capture(page, "outcome", "Quiet Mondays", "Maria").await;
    call_ok(page, "end", Value::Null).await;
    page.click("[data-act=done]").await;
    id
}

#[tokio::test]
async fn the_card_lists_what_the_client_waits_for_and_for_how_long() {
    let (_site, page) = open_with_clock().await;
    let id = hold_meeting(&page).await;
    call_ok(&page, "start", json!({ "client": "Zoo" })).await;
    add_capture(&page, "issue", "The lions are bored", "Leo").await;
    call_ok(&page, "end", Value::Null).await;
    page.click("[data-act=done]").await;
    page.clock().set_wall(NOON + 34 * DAY_MS).await;
    page.reload().await;
    assert!(!page.exists(".opening").await, "no client is selected yet");
    page.type_text("input[name=client]", "harbour trust").await;
    page.wait_for(".opening").await;
    let card = self::card_text(&page).await;
    for words in [
        "34 days",
        "no update to Maria yet",
        "The printer on the second floor jams",
        "Quiet Mondays",
    ] {
        assert!(card.contains(words), "“{words}” is not in “{card}”");
    }
    assert!(!card.contains("lions"), "{card}");
    assert_eq!(page.attr(".opening .loop", "data-overdue").await.as_deref(), Some("true"));
    call_ok(&page, "loop", json!([id, "tell-back", { "how": "by phone" }])).await;
    let card = self::card_text(&page).await;
    assert!(card.contains("updated today"), "{card}");
    assert_eq!(page.attr(".opening .loop", "data-overdue").await.as_deref(), Some("false"));
    page.finish().await;
}

#[tokio::test]
async fn a_repeated_issue_is_asked_about_in_our_turn_and_counted_on_yes() {
    let (_site, page) = open_with_clock().await;
    let id = hold_meeting(&page).await;
    days_later(&page, 20).await;
    page.click("[data-act=start]").await;
    add_capture(&page, "issue", "That printer on the second floor still jams", "Maria").await;
    page.tap(".share").await;
    page.wait_for(".live[data-quiet=false]").await;
    assert!(!page.exists(".duplicate").await, "there is no prompt while the client talks");
    page.click("[part=floor]").await;
    page.wait_for(".duplicate").await;
    assert!(page.text(".duplicate q").await.contains("The printer on the second floor jams"));
    page.click("[data-act=again-yes]").await;
    page.wait_until("!s.querySelector('.duplicate') && s.querySelector('.captures .loop-again')")
        .await;
    call_ok(&page, "end", Value::Null).await;
    let loops = exported_notebook(&page).await["loops"].take();
    assert_eq!(loops.as_array().map(Vec::len), Some(1), "{loops}");
    assert_eq!((&loops[0]["id"], &loops[0]["times_raised"]), (&json!(id), &json!(2)));
    page.finish().await;
}

#[tokio::test]
async fn on_no_a_repeated_issue_is_a_separate_loop_and_is_not_asked_again() {
    let (_site, page) = open_with_clock().await;
    hold_meeting(&page).await;
    days_later(&page, 1).await;
    page.click("[data-act=start]").await;
    add_capture(&page, "issue", "The printer on the third floor jams", "Maria").await;
    call_ok(&page, "end", Value::Null).await;
    page.wait_for(".duplicate").await;
    page.click("[data-act=again-no]").await;
    page.wait_until("!s.querySelector('.duplicate')").await;
    page.flush().await;
    page.reload().await;
    let loops = exported_notebook(&page).await["loops"].take();
    assert_eq!(loops.as_array().map(Vec::len), Some(2), "{loops}");
    page.finish().await;
}
