//! The built widget, end to end in a real browser: one file a hazard.

mod drive;

use drive::{Browser, Site};

#[tokio::test]
async fn a_widget_on_a_plain_page_is_ready_and_idle() {
    let site = Site::dist();
    let page = Browser::new().open(&site.url("/pages/plain.html")).await;
    assert_eq!(page.prop("state").await, "idle");
    page.finish().await;
}
