//! The focus and the scroll position of the host page: only what the user does in the widget moves them.

use serde_json::{Value, json};

use crate::drive::{Browser, Page, Site};
use crate::fixtures::{FLOOR, LINE, call_ok, host_page, wait_for_focus};

/// A field of the host far above the widget, and the top of the page in view.
async fn open_host() -> (Site, Page) {
    let site = Site::dist();
    let body = "<input id=\"own\" aria-label=\"The host’s own field\"><div style=\"height: 3000px\"></div>\
        <heard-widget></heard-widget><div style=\"height: 3000px\"></div>";
    let head = r#"<script src="/pages/record_focus.js"></script><script src="/heard.js"></script>"#;
    site.page("/focus.html", &host_page(head, body));
    let page = Browser::new().open(&site.url("/focus.html")).await;
    (site, page)
}

/// Starts a meeting and marks a moment in the widget, so that the user has acted there.
async fn act_in_widget(page: &Page) {
    page.click("[data-act=start]").await;
    wait_for_focus(page, FLOOR).await;
    page.press_key("m").await;
    page.wait_until("s.querySelectorAll('.strip .mark').length === 1").await;
}

/// Moves the user to the top of the page, with the focus at this element, or at none.
async fn go_elsewhere(page: &Page, css: Option<&str>) {
    let js = "
        document.activeElement.blur();
        if (arguments[0]) document.querySelector(arguments[0]).focus();
        scrollTo(0, 0);";
    page.eval(js, vec![json!(css)]).await;
}

/// The focused element and the scroll position.
async fn focus_and_scroll(page: &Page) -> Value {
    page.flush().await;
    page.eval(
        "return [document.activeElement.id || document.activeElement.tagName, scrollY]",
        vec![],
    )
    .await
}

#[tokio::test]
async fn methods_of_the_host_leave_the_focus_and_the_scroll_position() {
    for (css, focus) in [(Some("#own"), "own"), (None, "BODY")] {
        let (_site, page) = open_host().await;
        act_in_widget(&page).await;
        for method in ["undo", "redo", "undo", "end", "undo", "passFloor", "end"] {
            go_elsewhere(&page, css).await;
            call_ok(&page, method, Value::Null).await;
            assert_eq!(focus_and_scroll(&page).await, json!([focus, 0]), "{method}");
        }
        page.finish().await;
    }
}

#[tokio::test]
async fn an_undo_in_another_tab_leaves_the_focus_and_the_scroll_position() {
    let (site, page) = open_host().await;
    act_in_widget(&page).await;
    page.type_text(LINE, "half a sen").await;
    let other = page.sibling(&site.url("/focus.html")).await;
    for (method, done) in [
        ("undo", "s.querySelectorAll('.strip .mark').length === 0"),
        ("end", "w.state !== 'running'"),
        ("undo", "w.state === 'running'"),
    ] {
        go_elsewhere(&page, Some("#own")).await;
        call_ok(&other, method, Value::Null).await;
        page.wait_until(done).await;
        assert_eq!(focus_and_scroll(&page).await, json!(["own", 0]), "{method}");
    }
    page.finish().await;
}

#[tokio::test]
async fn no_call_of_focus_scrolls() {
    let (_site, page) = open_host().await;
    act_in_widget(&page).await;
    page.press_key("o").await;
    wait_for_focus(&page, LINE).await;
    page.press_key("Escape").await;
    wait_for_focus(&page, FLOOR).await;
    page.click("[data-act=end]").await;
    wait_for_focus(&page, ".review h2").await;
    let calls = page.eval("return e2eFocus", vec![]).await;
    let calls = calls.as_array().expect("a list");
    assert!(calls.len() >= 4, "{calls:?}");
    assert!(calls.iter().all(|call| *call == json!({ "preventScroll": true })), "{calls:?}");
    page.finish().await;
}

#[tokio::test]
async fn a_focused_control_that_the_host_removes_passes_the_focus_on() {
    let (_site, page) = open_host().await;
    act_in_widget(&page).await;
    page.widget("await w.passFloor(); await w.capture({ words: 'nobody calls back' })").await;
    page.wait_for(".live[data-quiet=false] .quote button").await;
    page.widget("s.querySelector('.quote button').focus()").await;
    wait_for_focus(&page, ".quote button").await;
    call_ok(&page, "undo", Value::Null).await;
    wait_for_focus(&page, FLOOR).await;
    page.finish().await;
}
