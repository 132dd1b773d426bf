//! Two widgets on one page: one notebook when they share a key, two when they do not.

use serde_json::{Value, json};

use crate::drive::{Browser, Page, Site};
use crate::scene::{FLOOR, begin, caught, done, meeting, storage};

async fn both(site: &Site, page: &str) -> (Page, Page) {
    let left = Browser::new().blank().await.at("#left");
    left.open(&site.url(page)).await;
    let right = left.at("#right");
    right.ready().await;
    (left, right)
}

#[tokio::test]
async fn with_one_key_they_mirror_each_other() {
    let site = Site::dist();
    let (left, right) = both(&site, "/pages/mirrored.html").await;
    right.listen("heard-floor-change").await;
    begin(&left).await;
    right.wait_for(".live").await;
    assert_eq!(right.text(".live header b").await, "Harbour Trust");
    left.click(FLOOR).await;
    right.wait_for(".live[data-state=talking]").await;
    right.click(FLOOR).await;
    left.wait_for(".live[data-state=listening]").await;
    assert_eq!(right.events().await.len(), 2, "each touch is told once to each");
    caught(&left, "issue", "nobody calls back", "").await;
    right.flush().await;
    assert_eq!(right.text("blockquote").await.trim_matches(['“', '”', '"']), "nobody calls back");
    done(&right, "end", Value::Null).await;
    left.flush().await;
    assert_eq!(left.prop("state").await, "review");
    assert_eq!(meeting(&left).await, meeting(&right).await);
    left.finish().await;
}

#[tokio::test]
async fn with_two_keys_they_know_nothing_of_each_other() {
    let site = Site::dist();
    let (left, right) = both(&site, "/pages/apart.html").await;
    right.listen("heard-meeting-start").await;
    begin(&left).await;
    left.click(FLOOR).await;
    left.wait_until("w.floor === 'consultant'").await;
    assert_eq!(right.prop("state").await, "idle");
    assert_eq!(right.events().await.len(), 0);
    done(&right, "start", json!({ "client": "Tom’s Yard" })).await;
    assert_eq!(right.text(".live header b").await, "Tom’s Yard");
    assert_eq!(left.text(".live header b").await, "Harbour Trust");
    assert_eq!(right.prop("floor").await, "client");
    let keys = storage(&left).await;
    let of = |prefix| keys.keys().filter(|key| key.starts_with(prefix)).count();
    // A client, an opening and a change of floor; a client and an opening.
    assert_eq!((of("heard:one:"), of("heard:two:"), keys.len()), (3, 2, 5));
    left.finish().await;
}

#[tokio::test]
async fn one_goes_and_the_other_stays() {
    let site = Site::dist();
    let (left, right) = both(&site, "/pages/mirrored.html").await;
    begin(&left).await;
    left.widget("w.remove()").await;
    right.click(FLOOR).await;
    right.wait_for(".live[data-state=talking]").await;
    assert_eq!(right.prop("floor").await, "consultant");
    right.finish().await;
}

#[tokio::test]
async fn a_widget_that_gets_another_key_shows_the_other_notebook() {
    let site = Site::dist();
    let (left, right) = both(&site, "/pages/apart.html").await;
    begin(&left).await;
    right.widget("w.storageKey = 'one'").await;
    right.wait_for(".live").await;
    right.flush().await;
    assert_eq!(right.prop("state").await, "running");
    right.click(FLOOR).await;
    left.wait_for(".live[data-state=talking]").await;
    left.widget("w.storageKey = 'two'").await;
    left.wait_for(".start").await;
    assert_eq!(left.prop("state").await, "idle");
    left.finish().await;
}
