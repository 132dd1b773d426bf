//! Elements that do not have a new, empty shadow root: saved pages, declarative roots, polyfills and patched prototypes.

use serde_json::json;

use crate::drive::{Browser, Page, ResponseRule, Site};
use crate::fixtures::{FLOOR, call_ok, host_page};

const SCRIPT: &str = r#"<script src="/heard.js"></script>"#;

/// A saved page: the shadow root is a template with what was on the screen.
fn saved(mode: &str) -> String {
    format!(
        r#"<heard-widget><template shadowrootmode="{mode}"><style>.heard {{ display: none }}</style>
        <div part="base"><div class="heard"><button part="floor">Listening</button></div></div><slot hidden></slot></template>
        <a href="/elsewhere.html">Open Heard</a></heard-widget>"#
    )
}

#[tokio::test]
async fn a_found_shadow_root_is_emptied() {
    for (head, tail) in [(SCRIPT, ""), ("", SCRIPT)] {
        let site = Site::dist();
        site.page("/saved.html", &host_page(head, &format!("{}{tail}", saved("open"))));
        let page = Browser::new().open(&site.url("/saved.html")).await;
        let counted = "return [s.querySelectorAll('[part=base]').length, s.querySelectorAll('style').length, getComputedStyle(s.querySelector('.heard')).display]";
        assert_eq!(page.widget(counted).await, json!([1, 0, "flex"]));
        call_ok(&page, "start", json!({})).await;
        page.click(FLOOR).await;
        page.wait_until("w.floor === 'consultant'").await;
        // The parser complains about the template if the element has a root already.
        page.take_problems().await;
        page.finish().await;
    }
}

#[tokio::test]
async fn a_found_closed_shadow_root_is_used_too() {
    let site = Site::dist();
    site.page("/closed.html", &host_page("", &format!("{}{SCRIPT}", saved("closed"))));
    let page = Browser::new().open_bare(&site.url("/closed.html")).await;
    let js = "
        const w = document.querySelector('heard-widget');
        await w.ready;
        await w.start();
        return [w.state, w.matches(':state(ready)')];";
    assert_eq!(page.eval_async(js, vec![]).await, json!(["running", true]));
    page.finish().await;
}

/// Opens a page with a script that runs before the element is defined, and returns the text of the card and whether it is
/// visible.
async fn card_with(patch: &str) -> (Page, String) {
    let site = Site::dist();
    let body = r#"<heard-widget><a href="/elsewhere.html">Open Heard</a></heard-widget>"#;
    site.page("/patched.html", &host_page(&format!("<script>{patch}</script>{SCRIPT}"), body));
    let page = Browser::new().open_bare(&site.url("/patched.html")).await;
    let js = "
        const w = document.querySelector('heard-widget');
        const code = await w.ready.catch((error) => error.code);
        const card = (w.shadowRoot ?? w).querySelector('[part=error]') ?? w.querySelector('[part=error]');
        const called = await w.start().catch((error) => error.code);
        return [code, called, card?.getClientRects().length ?? 0, card?.textContent ?? ''];";
    let report = page.eval_async(js, vec![]).await;
    assert_eq!((&report[0], &report[1]), (&json!("element-patched"), &json!("element-patched")));
    assert_eq!(report[2], 1, "the card is visible: {report}");
    (page, report[3].as_str().unwrap().to_owned())
}

#[tokio::test]
async fn throwing_internals_are_told_on_a_card() {
    let (page, text) = card_with(
        "HTMLElement.prototype.attachInternals = () => { throw new Error('not here'); };",
    )
    .await;
    assert!(text.contains("attachInternals") && text.contains("not here"), "{text}");
    page.finish().await;
}

#[tokio::test]
async fn a_polyfilled_or_refused_shadow_root_is_told_on_a_card() {
    for patch in [
        "Element.prototype.attachShadow = () => { throw new Error('no shadow roots'); };",
        "Element.prototype.attachShadow = () => null;",
        "Element.prototype.attachShadow = () => document.createDocumentFragment();",
        // As ShadyDOM does: the root is a fragment that knows its host.
        "Element.prototype.attachShadow = function () {
           const root = document.createDocumentFragment();
           root.host = this;
           Object.defineProperty(this, 'shadowRoot', { get: () => root });
           return root;
         };",
    ] {
        let (page, text) = card_with(patch).await;
        assert!(text.contains("attachShadow"), "{text}");
        page.finish().await;
    }
}

#[tokio::test]
async fn a_module_whose_wasm_may_not_be_read_from_another_server_says_so() {
    let (site, other) = (Site::dist(), Site::dist());
    other.rule("/heard.mjs", ResponseRule::new().header("Access-Control-Allow-Origin", "*"));
    let head = format!(r#"<script type="module" src="{}"></script>"#, other.url("/heard.mjs"));
    site.page("/module.html", &host_page(&head, "<heard-widget></heard-widget>"));
    let page = Browser::new().open_bare(&site.url("/module.html")).await;
    page.wait_for("[part=error]").await;
    assert_eq!(page.attr("[part=error]", "data-code").await.as_deref(), Some("wasm-cors"));
    let text = page.text("[part=error]").await;
    assert!(text.contains("CORS") && text.contains("Access-Control-Allow-Origin"), "{text}");
    let allowed = ResponseRule::new().header("Access-Control-Allow-Origin", "*");
    other.rule("/heard_bg.wasm", allowed);
    page.click(".stopped button").await;
    page.ready().await;
    page.take_problems().await;
    page.finish().await;
}
