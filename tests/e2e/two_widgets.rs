//! Two widgets on one page: they share a notebook if they have the same key.

use serde_json::{Value, json};

use crate::drive::{Browser, Page, Site};
use crate::fixtures::{
    FLOOR, add_capture, call_ok, exported_meeting, local_storage, start_meeting,
};

async fn open_both(site: &Site, page: &str) -> (Page, Page) {
    let left = Browser::new().blank().await.at("#left");
    left.open(&site.url(page)).await;
    let right = left.at("#right");
    right.ready().await;
    (left, right)
}

#[tokio::test]
async fn widgets_with_one_key_show_the_same_notebook() {
    let site = Site::dist();
    let (left, right) = open_both(&site, "/pages/one_key.html").await;
    right.listen("heard-floor-change").await;
    start_meeting(&left).await;
    right.wait_for(".live").await;
    assert_eq!(right.text(".live header b").await, "Harbour Trust");
    left.click(FLOOR).await;
    right.wait_for(".live[data-state=talking]").await;
    right.click(FLOOR).await;
    left.wait_for(".live[data-state=listening]").await;
    assert_eq!(right.events().await.len(), 2, "each tap emits one event per widget");
    add_capture(&left, "issue", "nobody calls back", "").await;
    right.flush().await;
    assert_eq!(right.text("blockquote").await.trim_matches(['“', '”', '"']), "nobody calls back");
    call_ok(&right, "end", Value::Null).await;
    left.flush().await;
    assert_eq!(left.prop("state").await, "review");
    assert_eq!(exported_meeting(&left).await, exported_meeting(&right).await);
    left.finish().await;
}

#[tokio::test]
async fn widgets_with_different_keys_are_independent() {
    let site = Site::dist();
    let (left, right) = open_both(&site, "/pages/two_keys.html").await;
    right.listen("heard-meeting-start").await;
    start_meeting(&left).await;
    left.click(FLOOR).await;
    left.wait_until("w.floor === 'consultant'").await;
    assert_eq!(right.prop("state").await, "idle");
    assert_eq!(right.events().await.len(), 0);
    call_ok(&right, "start", json!({ "client": "Tom’s Yard" })).await;
    assert_eq!(right.text(".live header b").await, "Tom’s Yard");
    assert_eq!(left.text(".live header b").await, "Harbour Trust");
    assert_eq!(right.prop("floor").await, "client");
    let keys = local_storage(&left).await;
    let of = |prefix| keys.keys().filter(|key| key.starts_with(prefix)).count();
    // A client, an opening and a floor change; a client and an opening.
    assert_eq!((of("heard:one:"), of("heard:two:"), keys.len()), (3, 2, 5));
    left.finish().await;
}

#[tokio::test]
async fn removing_one_widget_keeps_the_other() {
    let site = Site::dist();
    let (left, right) = open_both(&site, "/pages/one_key.html").await;
    start_meeting(&left).await;
    left.widget("w.remove()").await;
    right.click(FLOOR).await;
    right.wait_for(".live[data-state=talking]").await;
    assert_eq!(right.prop("floor").await, "consultant");
    right.finish().await;
}

#[tokio::test]
async fn changing_the_key_shows_the_other_notebook() {
    let site = Site::dist();
    let (left, right) = open_both(&site, "/pages/two_keys.html").await;
    start_meeting(&left).await;
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
