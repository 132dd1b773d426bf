//! The size of each record on the data screen, and the retention period.

use serde_json::{Value, json};

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

#[tokio::test]
async fn records_past_the_retention_period_are_erased_at_the_start() {
    let (_site, page) = open_with_clock().await;
    let [oldest, ..] = hold_three_meetings(&page).await;
    page.clock().sleep(170 * DAY_MS).await;
    call_ok(&page, "start", json!({ "client": "Harbour Trust" })).await;
    add_capture(&page, "issue", "of today", "").await;
    call_ok(&page, "end", Value::Null).await;
    open_data_screen(&page).await;
    page.click("input[name=retention][value='6 months']").await;
    page.wait_for("input[name=retention][value='6 months']:checked").await;
    page.flush().await;
    page.reload().await;
    page.flush().await;
    assert_eq!(words(&page).await.len(), 4, "no meeting is half a year old");
    page.clock().sleep(14 * DAY_MS).await;
    page.reload().await;
    page.flush().await;
    assert_eq!(words(&page).await, ["of today"]);
    assert_gone(
        &StoragePair::of(&page).await,
        &["the oldest", "of Tom’s", "the newest", &oldest],
        &["of today"],
    );
    page.finish().await;
}
