//! The states that tests begin with, and the few things that many of them do or ask.
#![allow(dead_code, reason = "each test binary uses its own part")]
#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a test says no by panicking")]

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::drive::{Browser, Page, Site};

/// Noon in UTC on 21 November 2026, in milliseconds since 1970.
pub(crate) const NOON: i64 = 1_795_262_400_000;
/// A host page with nothing on it but the widget.
pub(crate) const PLAIN: &str = "/pages/plain.html";

pub(crate) const FLOOR: &str = "[part=floor]";
pub(crate) const LINE: &str = ".capture .say";
pub(crate) const SPEAKER: &str = ".capture input[type=text]";
pub(crate) const KEEP: &str = ".capture .keep";
pub(crate) const START: &str = "nav [data-way=start]";
pub(crate) const PAST: &str = "nav [data-way=past]";
pub(crate) const LOOPS: &str = "nav [data-way=loops]";
pub(crate) const SETTINGS: &str = "nav [data-way=settings]";
/// From the settings to what is kept here.
pub(crate) const STORE: &str = "[data-act=store]";
pub(crate) const KEYS: &str = "nav [data-way=keys]";

/// A plain host page, with a real clock.
pub(crate) async fn plain() -> (Site, Page) {
    let site = Site::dist();
    let page = Browser::new().open(&site.url(PLAIN)).await;
    (site, page)
}

/// A plain host page under a controlled clock that shows noon.
pub(crate) async fn clocked() -> (Site, Page) {
    let site = Site::dist();
    let page = Browser::new().clock(NOON).open(&site.url(PLAIN)).await;
    (site, page)
}

/// A page under a controlled clock, on which this script runs first.
pub(crate) async fn clocked_after(script: &str, path: &str) -> (Site, Page) {
    let site = Site::dist();
    let page = Browser::new().clock(NOON).blank().await;
    let source = json!({ "source": script });
    page.cdp("Page.addScriptToEvaluateOnNewDocument", source).await;
    page.open(&site.url(path)).await;
    (site, page)
}

/// A host's page that only this test needs.
pub(crate) fn page_of(head: &str, body: &str) -> String {
    format!(
        r#"<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A host</title>
        <link rel="icon" href="data:,">{head}</head><body>{body}</body></html>"#
    )
}

/// A meeting with the Harbour Trust begins.
pub(crate) async fn begin(page: &Page) {
    done(page, "start", json!({ "client": "Harbour Trust" })).await;
}

/// Calls a method that must be taken, and gives what it resolves to.
pub(crate) async fn done(page: &Page, method: &str, args: Value) -> Value {
    let answer = page.call(method, args).await;
    answer.unwrap_or_else(|refused| panic!("`{method}` was refused: {refused}"))
}

/// Calls a method that must be refused with words that help, and gives the code.
pub(crate) async fn refused(page: &Page, method: &str, args: Value) -> String {
    let refused = page.call(method, args.clone()).await.expect_err(method);
    assert!(refused.message.len() > 10, "`{method}` says only “{}”", refused.message);
    refused.code
}

/// Keeps words by the element's method, and gives their id.
pub(crate) async fn caught(page: &Page, kind: &str, words: &str, said_by: &str) -> String {
    let capture = json!({ "kind": kind, "words": words, "saidBy": said_by });
    text(&done(page, "capture", capture).await)
}

/// What the notebook exports, the time of the export aside.
pub(crate) async fn notebook(page: &Page) -> Value {
    let file = done(page, "exportText", json!("json")).await;
    let mut file: Value = serde_json::from_str(&text(&file)).expect("an export is JSON");
    assert!(file["exported_at"].take().is_string(), "an export says when it was made");
    file
}

/// The one meeting of the notebook, as it exports it.
pub(crate) async fn meeting(page: &Page) -> Value {
    let meetings = notebook(page).await["meetings"].take();
    assert_eq!(meetings.as_array().map(Vec::len), Some(1), "there is one meeting: {meetings}");
    meetings[0].clone()
}

/// Everything in localStorage, by key.
pub(crate) async fn storage(page: &Page) -> BTreeMap<String, String> {
    let entries = page.eval("return { ...localStorage }", vec![]).await;
    serde_json::from_value(entries).expect("localStorage holds texts by name")
}

/// Goes to the screen of what is kept here.
pub(crate) async fn to_store(page: &Page) {
    page.click(SETTINGS).await;
    page.click(STORE).await;
    page.wait_for(".store").await;
}

/// Presses the button that offers a file of JSON, and gives what is in it.
pub(crate) async fn file_of(page: &Page, button: &str) -> Value {
    serde_json::from_str(&file_text(page, button).await).expect("the file is JSON")
}

/// Presses the button that offers a file, and gives its text.
pub(crate) async fn file_text(page: &Page, button: &str) -> String {
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

/// Waits until the status line says this to screen readers.
pub(crate) async fn said(page: &Page, words: &str) {
    let words = json!(words);
    page.wait_until(&format!("s.querySelector('[role=status]').textContent.trim() === {words}"))
        .await;
}

/// Waits until the focus is on what `css` finds.
pub(crate) async fn focused(page: &Page, css: &str) {
    let css = json!(css);
    page.wait_until(&format!("s.activeElement && s.activeElement.matches({css})")).await;
}

/// Types wherever the focus is, key by key.
pub(crate) async fn type_keys(page: &Page, words: &str) {
    for letter in words.chars() {
        let key = if letter == ' ' { "Space".to_owned() } else { letter.to_string() };
        page.press_key(&key).await;
    }
}

/// Calls the details up by a touch beside the circle; on a quiet face nothing else takes one.
pub(crate) async fn wake(page: &Page) {
    page.tap(".share").await;
    page.wait_for(".live[data-quiet=false]").await;
}

/// A text of a JSON value.
pub(crate) fn text(value: &Value) -> String {
    value.as_str().unwrap_or_else(|| panic!("a text was expected, not {value}")).to_owned()
}
