//! The size of each record on the data screen, and the retention period.

use serde_json::{Value, json};

use crate::drive::Page;
use crate::erase_one::{DAY_MS, assert_gone, hold_three_meetings, words};
use crate::fixtures::{SETTINGS, STORE, add_capture, call_ok, open_data_screen, open_with_clock};
use crate::storage_pair::StoragePair;

#[tokio::test]
async fn the_data_screen_lists_each_record_with_its_size() {
    let (_site, page) = open_with_clock().await;
    let ids = hold_three_meetings(&page).await;
    page.click(SETTINGS).await;
    page.click("input[name=nudge][value='1:30']").await;
    page.flush().await;
    page.click(STORE).await;
    page.wait_for(".store").await;
    let names = page.all_texts(".store li b").await;
    let days = names.iter().take(3).map(|name| name.split(" · ").next().unwrap_or_default());
    assert_eq!(days.collect::<Vec<_>>(), ["Harbour Trust", "Tom’s Yard", "Harbour Trust"]);
    assert_eq!(names[3..], ["Client: Harbour Trust", "Client: Tom’s Yard", "Settings"]);
    let kept = StoragePair::of(&page).await;
    let newest = &kept.durable[&format!("m:{}", ids[2])];
    let size = format!("{} KB", newest.chars().count().div_ceil(1_000));
    let sizes = &page.all_texts(".store li .sub").await[0];
    assert_eq!(sizes, &format!("{size} in IndexedDB · {size} in localStorage"));
    page.finish().await;
}

const SIX_MONTHS: &str = "input[name=retention][value='6 months']";
const DIALOG: &str = "dialog[open]";
const PENDING: &str = "[data-act=keep-expired]";

/// Three meetings of 200 days ago, the last without a loop, and the data screen.
async fn open_with_old_meetings(page: &Page) {
    for kind in ["issue", "promise", "outcome"] {
        call_ok(page, "start", json!({ "client": "Harbour Trust" })).await;
        add_capture(page, kind, &format!("the {kind}"), "").await;
        call_ok(page, "end", Value::Null).await;
    }
    page.flush().await;
    page.clock().sleep(200 * DAY_MS).await;
    page.reload().await;
    open_data_screen(page).await;
}

/// What is left after the next start.
async fn words_after_the_next_start(page: &Page) -> Vec<String> {
    page.flush().await;
    page.reload().await;
    page.flush().await;
    words(page).await
}

#[tokio::test]
async fn a_retention_time_shows_what_it_would_delete_and_changes_nothing_if_cancelled() {
    let (_site, page) = open_with_clock().await;
    open_with_old_meetings(&page).await;
    page.click(SIX_MONTHS).await;
    page.wait_for(DIALOG).await;
    let text = page.text(DIALOG).await;
    assert!(text.contains("Delete meetings older than 6 months?"), "{text}");
    assert!(text.contains("1 meeting will be deleted:"), "{text}");
    assert!(text.contains("2 older meetings have open issues or promises"), "{text}");
    assert_eq!(page.text("[data-act=retention-go]").await, "Delete 1 meeting");
    assert_eq!(page.text("[data-act=retention-all]").await, "Delete all 3");
    page.click("dialog [data-act=cancel]").await;
    page.wait_until("!s.querySelector('dialog')").await;
    page.wait_for("input[name=retention][value='Forever']:checked").await;
    assert_eq!(words_after_the_next_start(&page).await.len(), 3);
    page.finish().await;
}

#[tokio::test]
async fn a_confirmed_retention_time_keeps_open_loops() {
    let (_site, page) = open_with_clock().await;
    open_with_old_meetings(&page).await;
    page.click(SIX_MONTHS).await;
    page.click("[data-act=retention-go]").await;
    page.wait_for(PENDING).await;
    page.wait_for("input[name=retention][value='6 months']:checked").await;
    assert_eq!(words(&page).await.len(), 3, "nothing is deleted before the next start");
    assert_eq!(words_after_the_next_start(&page).await, ["the issue", "the promise"]);
    page.finish().await;
}

#[tokio::test]
async fn until_the_next_start_a_retention_time_can_be_taken_back() {
    let (_site, page) = open_with_clock().await;
    open_with_old_meetings(&page).await;
    page.click(SIX_MONTHS).await;
    page.click("[data-act=retention-all]").await;
    page.wait_for(PENDING).await;
    page.click(PENDING).await;
    page.wait_for("input[name=retention][value='Forever']:checked").await;
    assert_eq!(words_after_the_next_start(&page).await.len(), 3);
    page.finish().await;
}

#[tokio::test]
async fn records_past_the_retention_period_are_erased_at_the_start() {
    let (_site, page) = open_with_clock().await;
    let [oldest, ..] = hold_three_meetings(&page).await;
    page.clock().sleep(170 * DAY_MS).await;
    call_ok(&page, "start", json!({ "client": "Harbour Trust" })).await;
    add_capture(&page, "issue", "of today", "").await;
    call_ok(&page, "end", Value::Null).await;
    open_data_screen(&page).await;
    page.click(SIX_MONTHS).await;
    page.wait_for("input[name=retention][value='6 months']:checked").await;
    assert_eq!(words_after_the_next_start(&page).await.len(), 4, "no meeting is half a year old");
    page.clock().sleep(14 * DAY_MS).await;
    assert_eq!(words_after_the_next_start(&page).await.len(), 4, "each has an open issue");
    open_data_screen(&page).await;
    page.click("input[name=retention][value='Forever']").await;
    page.click(SIX_MONTHS).await;
    page.click("[data-act=retention-all]").await;
    page.wait_for(PENDING).await;
    assert_eq!(words_after_the_next_start(&page).await, ["of today"]);
    assert_gone(
        &StoragePair::of(&page).await,
        &["the oldest", "of Tom’s", "the newest", &oldest],
        &["of today"],
    );
    page.finish().await;
}
