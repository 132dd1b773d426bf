//! A wasm that fails to load: the host's fallback content stays, and the error has a code.

use serde_json::json;

use crate::drive::{Browser, Page, Problem, ResponseRule, Site};

async fn open_broken(rule: ResponseRule) -> Page {
    let site = Site::dist();
    site.rule("/heard_bg.wasm", rule);
    let page = Browser::new().open_bare(&site.url("/pages/host.html")).await;
    page.wait_until("window.e2eHeard.length > 0").await;
    page
}

/// Asserts the error event's code, and that the host's fallback content is shown.
async fn assert_error(page: Page, code: &str) {
    let heard = page.eval("return window.e2eHeard", vec![]).await;
    assert_eq!(heard[0]["type"], "heard-error");
    assert_eq!(heard[0]["detail"]["code"], code);
    assert_eq!(heard[0]["detail"]["recoverable"], true);
    let seen = "return document.querySelector('#instead').getClientRects().length > 0";
    assert_eq!(page.eval(seen, vec![]).await, true);
    assert_eq!(page.call("start", json!({})).await.unwrap_err().code, code);
    // The browser reports the failed file; there must be no other problem.
    let problems = page.take_problems().await;
    let other = |p: &&Problem| !p.to_string().contains("heard_bg.wasm");
    assert_eq!(problems.iter().find(other), None);
    page.finish().await;
}

#[tokio::test]
async fn a_server_error_is_reported_as_a_network_error() {
    assert_error(open_broken(ResponseRule::new().status(500)).await, "wasm-network").await;
}

#[tokio::test]
async fn an_invalid_wasm_file_is_reported() {
    assert_error(open_broken(ResponseRule::new().body("no wasm at all")).await, "wasm-mime").await;
}

#[tokio::test]
async fn a_policy_without_wasm_is_reported_with_its_remedy() {
    let site = Site::dist();
    let policy = "script-src 'self'";
    let html = std::fs::read_to_string(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../tests/pages/host.html"
    ));
    site.rule(
        "/pages/host.html",
        ResponseRule::new().body(html.unwrap()).header("Content-Security-Policy", policy),
    );
    let page = Browser::new().open_bare(&site.url("/pages/host.html")).await;
    page.wait_until("window.e2eHeard.length > 0").await;
    let heard = page.eval("return window.e2eHeard[0].detail", vec![]).await;
    assert_eq!(heard["code"], "wasm-csp");
    assert!(heard["message"].to_string().contains("wasm-unsafe-eval"), "{heard}");
    let problems = page.take_problems().await;
    let other = |p: &&Problem| !p.to_string().contains("policy violation");
    assert_eq!(problems.iter().find(other), None);
    page.finish().await;
}

#[tokio::test]
async fn the_fallback_content_is_hidden_once_the_widget_is_ready() {
    let site = Site::dist();
    let page = Browser::new().open(&site.url("/pages/host.html")).await;
    let seen = "return document.querySelector('#instead').getClientRects().length";
    assert_eq!(page.eval(seen, vec![]).await, 0);
    page.finish().await;
}
