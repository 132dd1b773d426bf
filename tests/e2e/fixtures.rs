//! Initial states of tests, and helper functions that many of them share.
#![allow(dead_code, reason = "each test binary uses its own part")]
#![allow(clippy::expect_used, clippy::unwrap_used, reason = "tests fail by panicking")]

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::drive::{Browser, Page, Site};

/// Noon in UTC on 21 November 2026, in milliseconds since 1970.
pub(crate) const NOON: i64 = 1_795_262_400_000;
/// A host page that contains only the widget.
pub(crate) const PLAIN: &str = "/pages/plain.html";

pub(crate) const FLOOR: &str = "[part=floor]";
pub(crate) const LINE: &str = ".capture .say";
pub(crate) const SPEAKER: &str = ".capture input[type=text]";
pub(crate) const KEEP: &str = ".capture .keep";
pub(crate) const START: &str = "nav [data-way=start]";
pub(crate) const PAST: &str = "nav [data-way=past]";
pub(crate) const LOOPS: &str = "nav [data-way=loops]";
pub(crate) const SETTINGS: &str = "nav [data-way=settings]";
/// Opens the data screen from the settings.
pub(crate) const STORE: &str = "[data-act=store]";
pub(crate) const KEYS: &str = "nav [data-way=keys]";

/// Opens a plain host page with a real clock.
pub(crate) async fn open_plain() -> (Site, Page) {
    let site = Site::dist();
    let page = Browser::new().open(&site.url(PLAIN)).await;
    (site, page)
}

/// Opens a plain host page with a controlled clock that shows noon.
pub(crate) async fn open_with_clock() -> (Site, Page) {
    let site = Site::dist();
    let page = Browser::new().clock(NOON).open(&site.url(PLAIN)).await;
    (site, page)
}

/// Opens a page with a controlled clock, in which `script` runs first.
pub(crate) async fn open_with_script(script: &str, path: &str) -> (Site, Page) {
    let site = Site::dist();
    let page = Browser::new().clock(NOON).blank().await;
    let source = json!({ "source": script });
    page.cdp("Page.addScriptToEvaluateOnNewDocument", source).await;
    page.open(&site.url(path)).await;
    (site, page)
}

/// The HTML of a host page for one test.
pub(crate) fn host_page(head: &str, body: &str) -> String {
    format!(
        r#"<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A host</title>
        <link rel="icon" href="data:,">{head}</head><body>{body}</body></html>"#
    )
}

/// Starts a meeting with the Harbour Trust.
pub(crate) async fn start_meeting(page: &Page) {
    call_ok(page, "start", json!({ "client": "Harbour Trust" })).await;
}

/// Calls a method that must succeed, and returns its result.
pub(crate) async fn call_ok(page: &Page, method: &str, args: Value) -> Value {
    let answer = page.call(method, args).await;
    answer.unwrap_or_else(|refused| panic!("`{method}` was refused: {refused}"))
}

/// Calls a method that must be rejected with a helpful message, and returns the error code.
pub(crate) async fn call_refused(page: &Page, method: &str, args: Value) -> String {
    let refused = page.call(method, args.clone()).await.expect_err(method);
    assert!(refused.message.len() > 10, "`{method}` says only “{}”", refused.message);
    refused.code
}

/// Adds a capture by the element's method, and returns its id.
pub(crate) async fn add_capture(page: &Page, kind: &str, words: &str, said_by: &str) -> String {
    let capture = json!({ "kind": kind, "words": words, "saidBy": said_by });
    text(&call_ok(page, "capture", capture).await)
}

/// The notebook's JSON export without the time of the export.
pub(crate) async fn exported_notebook(page: &Page) -> Value {
    let file = call_ok(page, "exportText", json!("json")).await;
    let mut file: Value = serde_json::from_str(&text(&file)).expect("an export is JSON");
    assert!(file["exported_at"].take().is_string(), "an export has its time");
    file
}

/// The only meeting in the notebook's export.
pub(crate) async fn exported_meeting(page: &Page) -> Value {
    let meetings = exported_notebook(page).await["meetings"].take();
    assert_eq!(meetings.as_array().map(Vec::len), Some(1), "there is one meeting: {meetings}");
    meetings[0].clone()
}

/// Everything in localStorage, by key.
pub(crate) async fn local_storage(page: &Page) -> BTreeMap<String, String> {
    let entries = page.eval("return { ...localStorage }", vec![]).await;
    serde_json::from_value(entries).expect("localStorage holds texts by name")
}

/// Opens the data screen.
pub(crate) async fn open_data_screen(page: &Page) {
    page.click(SETTINGS).await;
    page.click(STORE).await;
    page.wait_for(".store").await;
}

/// Clicks the button that downloads a JSON file, and returns its content.
pub(crate) async fn downloaded_json(page: &Page, button: &str) -> Value {
    serde_json::from_str(&downloaded_text(page, button).await).expect("the file is JSON")
}

/// Clicks the button that downloads a file, and returns its text.
pub(crate) async fn downloaded_text(page: &Page, button: &str) -> String {
    let js = "
        let file = null;
        const real = URL.createObjectURL;
        URL.createObjectURL = (blob) => { file = blob; return real.call(URL, blob); };
        s.querySelector(args[0]).click();
        await new Promise((resolve) => setTimeout(resolve));
        URL.createObjectURL = real;
        return file && file.text();";
    text(&page.widget_with(js, json!([button])).await)
}

/// Waits until the status line announces these words to screen readers.
pub(crate) async fn wait_for_announcement(page: &Page, words: &str) {
    let words = json!(words);
    page.wait_until(&format!("s.querySelector('[role=status]').textContent.trim() === {words}"))
        .await;
}

/// Waits until the element that `css` finds has the focus.
pub(crate) async fn wait_for_focus(page: &Page, css: &str) {
    let css = json!(css);
    page.wait_until(&format!("s.activeElement && s.activeElement.matches({css})")).await;
}

/// Types into the focused element, key by key.
pub(crate) async fn type_keys(page: &Page, words: &str) {
    for letter in words.chars() {
        let key = if letter == ' ' { "Space".to_owned() } else { letter.to_string() };
        page.press_key(&key).await;
    }
}

/// Shows the details with a tap next to the circle; on a quiet face nothing else can be tapped.
pub(crate) async fn show_details(page: &Page) {
    page.tap(".share").await;
    page.wait_for(".live[data-quiet=false]").await;
}

/// The text of a JSON string.
pub(crate) fn text(value: &Value) -> String {
    value.as_str().unwrap_or_else(|| panic!("expected a text, got {value}")).to_owned()
}
