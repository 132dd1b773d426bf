//! The CSS parts that hosts may style: each exists on the screen that it belongs to.

use serde_json::json;

use crate::drive::{Browser, Page, Site};

async fn has(page: &Page, parts: &[&str]) {
    for part in parts {
        assert!(page.exists(&format!("[part~={part}]")).await, "no part `{part}`");
    }
}

#[tokio::test]
async fn every_part_of_the_contract_is_on_its_screen() {
    let site = Site::dist();
    let page = Browser::new().open(&site.url("/pages/plain.html")).await;
    has(&page, &["base", "status", "button"]).await;
    page.call("start", json!({ "client": "Harbour Trust" })).await.unwrap();
    let of_a_meeting =
        ["floor", "clock", "balance", "strip", "capture", "kind", "captures", "tally"];
    has(&page, &of_a_meeting).await;
    page.click("[data-act=keys]").await;
    page.wait_for("[part~=dialog]").await;
    page.click("[data-act=close]").await;
    page.call("end", json!(null)).await.unwrap();
    has(&page, &["review", "strip", "button", "status"]).await;
    page.finish().await;
}
