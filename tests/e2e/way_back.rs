//! The way back: a page that comes out of the back-forward cache as it was left, while time went on without it.

use serde_json::{Value, json};

use crate::drive::{Browser, Page, Rule, Site};
use crate::ropes::Ropes;
use crate::scene::{FLOOR, NOON, PLAIN, begin, caught, done, meeting};

/// A meeting in our turn, on a page that the browser may keep for the way back: which it was left for so long.
async fn left_for(ms: u64) -> (Site, Page) {
    let site = Site::dist();
    // What may not be stored is not kept for the way back either.
    site.rule(PLAIN, Rule::new().header("Cache-Control", "no-cache"));
    let page = Browser::new().clock(NOON).open(&site.url(PLAIN)).await;
    begin(&page).await;
    page.clock().advance(20_000).await;
    done(&page, "passFloor", Value::Null).await;
    page.clock().advance(10_000).await;
    page.flush().await;
    let mark = "
        addEventListener('pageshow', (event) => { window.e2eBack = event.persisted; });";
    page.eval(mark, vec![]).await;
    page.open_bare(&site.url("/pages/elsewhere.html")).await;
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
async fn a_page_that_was_left_for_a_moment_goes_on_where_it_was() {
    let (_site, page) = left_for(5_000).await;
    page.clock().advance(5_000).await;
    assert_eq!(figures(&page).await, json!([20_000, 20_000, 40_000]));
    assert_eq!(meeting(&page).await["away"], json!([]));
    page.wait_until("s.querySelector('.clock').textContent === '0:20'").await;
    page.finish().await;
}

#[tokio::test]
async fn a_page_that_was_left_for_long_stood_still_and_says_so_once() {
    let (_site, page) = left_for(600_000).await;
    page.clock().advance(5_000).await;
    // Both of its clocks went on, so the time is credited to the turn, and asked about.
    assert_eq!(figures(&page).await, json!([615_000, 20_000, 635_000]));
    let away = meeting(&page).await["away"].take();
    assert_eq!(away.as_array().map(Vec::len), Some(1), "once: {away}");
    let told = ["start_ms", "end_ms", "counted_as"].map(|name| &away[0][name]);
    assert_eq!(told, [&json!(30_000), &json!(630_000), &json!("talk")]);
    page.wait_for(".live .away[data-away]").await;
    page.finish().await;
}

#[tokio::test]
async fn a_page_that_came_back_leads_keeps_and_can_be_reloaded() {
    let (_site, page) = left_for(5_000).await;
    assert!(!page.exists(".notice[data-note=elsewhere]").await, "it shows the time again");
    page.click(FLOOR).await;
    page.wait_until("w.floor === 'client'").await;
    caught(&page, "issue", "after the way back", "").await;
    page.flush().await;
    let kept = Ropes::of(&page).await;
    assert_eq!(kept.texts_with("after the way back").len(), 2, "on both ropes");
    let before = meeting(&page).await;
    page.reload().await;
    assert_eq!(meeting(&page).await, before);
    page.finish().await;
}
