//! A widget with `loading="lazy"` loads when it comes near the viewport, is used or is called, and not before.

use serde_json::Value;

use crate::drive::{Browser, Page, Site};

const WASM: &str = "/heard_bg.wasm";

async fn open_below_the_fold() -> (Site, Page) {
    let site = Site::dist();
    let html = r#"<!doctype html><html lang="en"><title>A long page</title><link rel="icon" href="data:,">
        <script type="module" src="/heard.mjs"></script><body>
        <div style="height: 4000px"></div><heard-widget loading="lazy"></heard-widget>"#;
    site.page("/long.html", html);
    let page = Browser::new().open_bare(&site.url("/long.html")).await;
    page.wait_for("[part=floor]").await;
    // After two frames, an intersection observer would have reported.
    let frames = "for (let n = 0; n < 3; n += 1) await new Promise(requestAnimationFrame);";
    page.eval_async(frames, vec![]).await;
    assert_eq!(site.count(WASM), 0, "nothing is loaded below the viewport");
    (site, page)
}

#[tokio::test]
async fn a_lazy_widget_loads_near_the_viewport() {
    let (site, page) = open_below_the_fold().await;
    page.widget("w.scrollIntoView()").await;
    page.ready().await;
    assert_eq!(site.count(WASM), 1);
    page.finish().await;
}

#[tokio::test]
async fn a_lazy_widget_loads_when_a_method_is_called() {
    let (site, page) = open_below_the_fold().await;
    page.call("start", Value::Null).await.unwrap();
    assert_eq!((site.count(WASM), page.prop("state").await), (1, "running".into()));
    page.finish().await;
}

#[tokio::test]
async fn a_lazy_widget_loads_when_set_to_eager_or_asked_for_an_export() {
    let (_site, page) = open_below_the_fold().await;
    page.widget("w.loading = 'eager'").await;
    page.ready().await;
    page.finish().await;
    let (site, page) = open_below_the_fold().await;
    let text = page.call("exportText", "json".into()).await.unwrap();
    assert!(text.as_str().is_some_and(|text| text.starts_with("{\"heard\":1")), "{text}");
    assert_eq!(site.count(WASM), 1);
    page.finish().await;
}
