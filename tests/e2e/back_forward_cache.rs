//! A page restored from the back-forward cache is as it was left, while time went on.

use serde_json::{Value, json};

use crate::drive::{Browser, Page, ResponseRule, Site};
use crate::fixtures::{FLOOR, NOON, PLAIN, add_capture, call_ok, exported_meeting, start_meeting};
use crate::storage_pair::StoragePair;

/// A meeting in our turn on a cacheable page, which is left for `ms` milliseconds and restored.
async fn open_and_leave_for(ms: u64) -> (Site, Page) {
    let site = Site::dist();
    // Pages with `no-store` are not cached.
    site.rule(PLAIN, ResponseRule::new().header("Cache-Control", "no-cache"));
    let page = Browser::new().clock(NOON).open(&site.url(PLAIN)).await;
    start_meeting(&page).await;
    page.clock().advance(20_000).await;
    call_ok(&page, "passFloor", Value::Null).await;
    page.clock().advance(10_000).await;
    page.flush().await;
    let mark = "
        addEventListener('pageshow', (event) => { window.e2eBack = event.persisted; });";
    page.eval(mark, vec![]).await;
    page.open_bare(&site.url("/pages/without_widget.html")).await;
    page.clock().sleep(ms).await;
    page.eval("history.back()", vec![]).await;
    page.wait_until("w && window.e2eBack").await;
    page.flush().await;
    (site, page)
}

async fn figures(page: &Page) -> Value {
    page.widget("return [w.talkMs, w.listenMs, w.elapsedMs]").await
}

#[tokio::test]
async fn a_page_restored_after_a_moment_continues() {
    let (_site, page) = open_and_leave_for(5_000).await;
    page.clock().advance(5_000).await;
    assert_eq!(figures(&page).await, json!([20_000, 20_000, 40_000]));
    assert_eq!(exported_meeting(&page).await["away"], json!([]));
    page.wait_until("s.querySelector('.clock').textContent === '0:20'").await;
    page.finish().await;
}

#[tokio::test]
async fn a_page_restored_after_long_reports_the_time_away_once() {
    let (_site, page) = open_and_leave_for(600_000).await;
    page.clock().advance(5_000).await;
    // Both clocks continued, so the time is credited to the turn and asked about.
    assert_eq!(figures(&page).await, json!([615_000, 20_000, 635_000]));
    let away = exported_meeting(&page).await["away"].take();
    assert_eq!(away.as_array().map(Vec::len), Some(1), "once: {away}");
    let interval = ["start_ms", "end_ms", "counted_as"].map(|name| &away[0][name]);
    assert_eq!(interval, [&json!(30_000), &json!(630_000), &json!("talk")]);
    page.wait_for(".live .away[data-away]").await;
    page.finish().await;
}

#[tokio::test]
async fn a_restored_page_leads_saves_and_can_be_reloaded() {
    let (_site, page) = open_and_leave_for(5_000).await;
    assert!(!page.exists(".notice[data-note=elsewhere]").await, "it is the leader again");
    page.click(FLOOR).await;
    page.wait_until("w.floor === 'client'").await;
    add_capture(&page, "issue", "after the restore", "").await;
    page.flush().await;
    let kept = StoragePair::of(&page).await;
    assert_eq!(kept.texts_with("after the restore").len(), 2, "in both storages");
    let before = exported_meeting(&page).await;
    page.reload().await;
    assert_eq!(exported_meeting(&page).await, before);
    page.finish().await;
}
