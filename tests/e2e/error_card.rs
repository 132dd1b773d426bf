//! The error card, shown when the widget can't start: the problem, its remedy and the host's fallback content.

use serde_json::json;

use crate::drive::{Browser, Gate, Page, ResponseRule, Site};
use crate::fixtures::{FLOOR, exported_meeting};

const CARD: &str = "[part=error][role=alert]";

async fn open_error_card(site: &Site, path: &str, code: &str) -> (Page, String) {
    let page = Browser::new().open_bare(&site.url(path)).await;
    page.wait_for(CARD).await;
    assert_eq!(page.attr(CARD, "data-code").await.as_deref(), Some(code));
    assert_eq!(page.widget("return w.matches(':state(error)')").await, true);
    let text = page.text(CARD).await;
    (page, text)
}

async fn assert_no_other_problems(page: Page) {
    page.take_problems().await;
    page.finish().await;
}

#[tokio::test]
async fn a_policy_that_forbids_wasm_is_named_with_its_remedy() {
    let site = Site::dist();
    let html = include_str!("../pages/host.html");
    let policy =
        ResponseRule::new().body(html).header("Content-Security-Policy", "script-src 'self'");
    site.rule("/pages/host.html", policy);
    let (page, text) = open_error_card(&site, "/pages/host.html", "wasm-csp").await;
    assert!(text.contains("'wasm-unsafe-eval'") && text.contains("administrator"), "{text}");
    assert!(!page.exists(".stopped button").await, "a retry would not help");
    assert_no_other_problems(page).await;
}

#[tokio::test]
async fn an_outdated_browser_is_named() {
    let site = Site::dist();
    let html = r#"<!doctype html><html lang="en"><title>Old</title><link rel="icon" href="data:,">
        <script>delete globalThis.DecompressionStream;</script><script src="/heard.js"></script>
        <heard-widget></heard-widget>"#;
    site.page("/old.html", html);
    let (page, text) = open_error_card(&site, "/old.html", "wasm-unsupported").await;
    assert!(text.contains("too old"), "{text}");
    assert_no_other_problems(page).await;
    let html =
        html.replace("delete globalThis.DecompressionStream", "delete globalThis.WebAssembly");
    site.page("/older.html", &html);
    let (page, _) = open_error_card(&site, "/older.html", "wasm-unsupported").await;
    assert_no_other_problems(page).await;
}

#[tokio::test]
async fn an_html_response_in_place_of_the_wasm_is_named() {
    let site = Site::dist();
    let html =
        ResponseRule::new().body("<!doctype html>Not found").header("Content-Type", "text/html");
    site.rule("/heard_bg.wasm", html);
    let (page, text) = open_error_card(&site, "/pages/host.html", "wasm-mime").await;
    assert!(text.contains("application/wasm"), "{text}");
    assert_no_other_problems(page).await;
}

#[tokio::test]
async fn retrying_works_and_loses_no_tap() {
    let site = Site::dist();
    let gate = Gate::default();
    site.rule("/heard_bg.wasm", ResponseRule::new().status(503).behind(&gate));
    let page = Browser::new().open_bare(&site.url("/pages/host.html")).await;
    page.wait_for(FLOOR).await;
    page.click(FLOOR).await;
    page.click(FLOOR).await;
    let waiting = "w.e2eMark = w.mark().catch((error) => error.code); w.e2eReady = w.ready.catch((error) => error.code)";
    page.widget(waiting).await;
    gate.open();
    page.wait_for(CARD).await;
    assert_eq!(
        page.widget("return [await w.e2eMark, await w.e2eReady]").await,
        json!(["wasm-network", "wasm-network"])
    );
    site.rule("/heard_bg.wasm", ResponseRule::new());
    page.click(".stopped button").await;
    page.ready().await;
    assert!(!page.exists(CARD).await);
    assert_eq!(page.widget("return w.matches(':state(error)')").await, false);
    let kept = exported_meeting(&page).await;
    assert_eq!(kept["turns"].as_array().map(Vec::len), Some(2), "{kept}");
    assert_no_other_problems(page).await;
}

#[tokio::test]
async fn the_hosts_fallback_content_is_shown_in_the_card_only() {
    let site = Site::dist();
    let html = r#"<!doctype html><html lang="en"><title>Host</title><link rel="icon" href="data:,">
        <script type="module" src="/heard.mjs"></script>
        <heard-widget><a id="instead" href="/elsewhere.html">Open Heard</a><p id="ask" slot="failure">Ask Tom.</p></heard-widget>"#;
    site.page("/host.html", html);
    let seen = "return ['instead', 'ask'].map((id) => document.getElementById(id).getClientRects().length)";
    let page = Browser::new().open(&site.url("/host.html")).await;
    assert_eq!(page.eval(seen, vec![]).await, json!([0, 0]), "the widget is shown");
    page.finish().await;
    let gate = Gate::default();
    site.rule("/heard_bg.wasm", ResponseRule::new().status(500).behind(&gate));
    let page = Browser::new().open_bare(&site.url("/host.html")).await;
    page.wait_for(FLOOR).await;
    assert_eq!(page.eval(seen, vec![]).await, json!([0, 0]), "the floor button is shown");
    gate.open();
    page.wait_for(CARD).await;
    assert_eq!(page.eval(seen, vec![]).await, json!([1, 1]));
    assert_no_other_problems(page).await;
}
