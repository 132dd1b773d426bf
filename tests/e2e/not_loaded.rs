//! A wasm that does not come: what the host wrote inside the element stays, and the error has a name.

use serde_json::json;

use crate::drive::{Browser, Page, Problem, Rule, Site};

async fn broken(rule: Rule) -> Page {
    let site = Site::dist();
    site.rule("/heard_bg.wasm", rule);
    let page = Browser::new().open_bare(&site.url("/pages/host.html")).await;
    page.wait_until("window.e2eHeard.length > 0").await;
    page
}

/// The error that the host heard, and that the host's own words are on the screen.
async fn tells(page: Page, code: &str) {
    let heard = page.eval("return window.e2eHeard", vec![]).await;
    assert_eq!(heard[0]["type"], "heard-error");
    assert_eq!(heard[0]["detail"]["code"], code);
    assert_eq!(heard[0]["detail"]["recoverable"], true);
    let seen = "return document.querySelector('#instead').getClientRects().length > 0";
    assert_eq!(page.eval(seen, vec![]).await, true);
    assert_eq!(page.call("start", json!({})).await.unwrap_err().code, code);
    // The browser itself complains of the file; beyond that nothing may be wrong.
    let problems = page.take_problems().await;
    let other = |p: &&Problem| !p.to_string().contains("heard_bg.wasm");
    assert_eq!(problems.iter().find(other), None);
    page.finish().await;
}

#[tokio::test]
async fn a_server_in_trouble_is_the_network() {
    tells(broken(Rule::new().status(500)).await, "wasm-network").await;
}

#[tokio::test]
async fn a_file_that_is_no_wasm_is_named() {
    tells(broken(Rule::new().body("no wasm at all")).await, "wasm-mime").await;
}

#[tokio::test]
async fn a_page_that_forbids_wasm_is_told_what_to_allow() {
    let site = Site::dist();
    let policy = "script-src 'self'";
    let html = std::fs::read_to_string(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../tests/pages/host.html"
    ));
    site.rule(
        "/pages/host.html",
        Rule::new().body(html.unwrap()).header("Content-Security-Policy", policy),
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
async fn once_the_widget_is_there_the_hosts_words_step_back() {
    let site = Site::dist();
    let page = Browser::new().open(&site.url("/pages/host.html")).await;
    let seen = "return document.querySelector('#instead').getClientRects().length";
    assert_eq!(page.eval(seen, vec![]).await, 0);
    page.finish().await;
}
