//! The element's behaviour towards its host: properties, moving, keys, styles and custom states.

use serde_json::{Value, json};

use crate::drive::{Browser, Page, Site};
use crate::fixtures::{
    FLOOR, KEYS, LINE, PAST, SETTINGS, add_capture, call_ok, exported_meeting, open_plain,
    start_meeting, text, wait_for_focus,
};

const HOST: &str = "/pages/host.html";

async fn open_host(query: &str) -> (Site, Page) {
    let site = Site::dist();
    let page = Browser::new().open(&site.url(&format!("{HOST}{query}"))).await;
    (site, page)
}

#[tokio::test]
async fn properties_and_calls_before_the_upgrade_take_effect() {
    let site = Site::dist();
    let page = Browser::new().open(&site.url("/pages/early.html")).await;
    page.eval_async("await window.e2eBegun", vec![]).await;
    assert_eq!(page.attr(".heard", "data-layout").await.as_deref(), Some("compact"));
    let attributes = "return [...w.attributes].map(({ name, value }) => [name, value]).sort()";
    let expected = json!([
        ["client", "Harbour Trust"],
        ["haptics", ""],
        ["layout", "compact"],
        ["storage-key", "early"],
    ]);
    assert_eq!(page.widget(attributes).await, expected);
    assert_eq!(page.text(".live header b").await, "Harbour Trust");
    let keys = "return Object.keys(localStorage).every((key) => key.startsWith('heard:early:'))";
    assert_eq!(page.eval(keys, vec![]).await, true);
    assert_eq!(exported_meeting(&page).await["kind"], "demo");
    page.finish().await;
}

#[tokio::test]
async fn properties_and_attributes_reflect_each_other() {
    let (_site, page) = open_plain().await;
    let js = "
        w.targetTalk = 25; w.haptics = true; w.setAttribute('theme', 'dark'); w.layout = null;
        const before = [w.getAttribute('target-talk'), w.hasAttribute('haptics'), w.theme, w.layout];
        w.haptics = false; w.removeAttribute('theme');
        return [...before, w.hasAttribute('haptics'), w.theme, w.constructor.version.length > 4];";
    let expected = json!(["25", true, "dark", null, false, null, true]);
    assert_eq!(page.widget(js).await, expected);
    page.wait_until("[...s.querySelectorAll('output')].at(-1).textContent === 'Talk at most 25%'")
        .await;
    page.finish().await;
}

#[tokio::test]
async fn a_synchronous_move_keeps_the_widgets_state() {
    let (_site, page) = open_host("").await;
    start_meeting(&page).await;
    call_ok(&page, "passFloor", Value::Null).await;
    page.type_text(LINE, "half a sen").await;
    let js = "
        const before = s.querySelector('.heard');
        document.querySelector('#second').append(w);
        await new Promise((resolve) => setTimeout(resolve));
        return before === s.querySelector('.heard') && s.querySelector('.say').value;";
    assert_eq!(page.widget(js).await, "half a sen");
    page.click(FLOOR).await;
    page.wait_until("w.floor === 'client'").await;
    let readies = "return window.e2eHeard.filter(({ type }) => type === 'heard-ready').length";
    assert_eq!(page.eval(readies, vec![]).await, 1, "the widget stayed connected");
    page.finish().await;
}

#[tokio::test]
async fn a_reattached_element_handles_each_input_once() {
    let (_site, page) = open_host("?hotkeys=page").await;
    start_meeting(&page).await;
    let away = "
        w.remove();
        await new Promise((resolve) => setTimeout(resolve));
        const code = await w.mark().catch((error) => error.code);
        document.querySelector('#second').append(w);
        await w.flush();
        return code;";
    for _ in 0..3 {
        assert_eq!(page.widget(away).await, "not-connected");
    }
    page.listen("heard-floor-change").await;
    page.listen("heard-capture").await;
    page.click(FLOOR).await;
    page.wait_until("w.floor === 'consultant'").await;
    page.press_key("m").await;
    add_capture(&page, "issue", "nobody calls back", "").await;
    let types: Vec<_> = page.events().await.iter().map(|e| text(&e["type"])).collect();
    assert_eq!(types, ["heard-floor-change", "heard-capture"]);
    let marks = exported_meeting(&page).await["marks"].take();
    assert_eq!(marks.as_array().map(Vec::len), Some(1), "one key, one mark: {marks}");
    page.finish().await;
}

async fn mark_count(page: &Page) -> usize {
    exported_meeting(page).await["marks"].as_array().map_or(0, Vec::len)
}

#[tokio::test]
async fn by_default_only_keys_inside_the_element_are_handled() {
    let (_site, page) = open_host("").await;
    start_meeting(&page).await;
    page.eval("document.querySelector('#button').focus()", vec![]).await;
    page.press_key("m").await;
    page.eval("document.activeElement.blur()", vec![]).await;
    page.press_key("m").await;
    page.press_key("Space").await;
    page.flush().await;
    assert_eq!((mark_count(&page).await, page.prop("floor").await), (0, json!("client")));
    page.widget("s.querySelector('[part=floor]').focus()").await;
    page.press_key("m").await;
    page.flush().await;
    assert_eq!(mark_count(&page).await, 1);
    page.finish().await;
}

#[tokio::test]
async fn page_hotkeys_are_handled_except_in_text_fields() {
    let (_site, page) = open_host("?hotkeys=page").await;
    start_meeting(&page).await;
    page.press_key("m").await;
    page.press_key("Space").await;
    page.flush().await;
    assert_eq!((mark_count(&page).await, page.prop("floor").await), (1, json!("consultant")));
    page.eval("document.querySelector('#field').focus()", vec![]).await;
    page.press_key("m").await;
    page.press_key("Space").await;
    page.press_key("b").await;
    page.flush().await;
    assert_eq!(page.eval("return document.querySelector('#field').value", vec![]).await, "m b");
    assert_eq!((mark_count(&page).await, page.prop("floor").await), (1, json!("consultant")));
    // The space bar presses a focused button of the host; letters do not affect a button.
    page.eval("document.querySelector('#button').focus()", vec![]).await;
    page.press_key("Space").await;
    page.flush().await;
    assert_eq!(page.prop("floor").await, "consultant");
    page.finish().await;
}

#[tokio::test]
async fn disabled_hotkeys_are_ignored_everywhere() {
    let (_site, page) = open_host("?hotkeys=off").await;
    start_meeting(&page).await;
    page.widget("s.querySelector('[part=floor]').focus()").await;
    page.press_key("m").await;
    page.press_key("b").await;
    page.press_key("?").await;
    page.flush().await;
    assert_eq!((mark_count(&page).await, page.prop("state").await), (0, json!("running")));
    assert!(!page.exists("dialog").await);
    page.press_key("Space").await;
    page.wait_until("w.floor === 'consultant'").await;
    page.finish().await;
}

#[tokio::test]
async fn no_screen_has_an_inline_style_or_a_style_element() {
    let (_site, page) = open_plain().await;
    let css = "[style], style, link";
    let clean = format!("return [...s.querySelectorAll('{css}')].map((el) => el.outerHTML)");
    let screens = [("", ".start"), (PAST, ".past"), (SETTINGS, ".settings"), (KEYS, "dialog")];
    for (way, there) in screens {
        if !way.is_empty() {
            page.click(way).await;
        }
        page.wait_for(there).await;
        assert_eq!(page.widget(&clean).await, json!([]), "{there}");
    }
    page.click("dialog [data-act=close]").await;
    start_meeting(&page).await;
    add_capture(&page, "issue", "nobody calls back", "Maria").await;
    page.click(FLOOR).await;
    page.wait_for(".live[data-state=talking]").await;
    assert_eq!(page.widget(&clean).await, json!([]), "live");
    call_ok(&page, "end", Value::Null).await;
    assert_eq!(page.widget(&clean).await, json!([]), "review");
    assert_eq!(page.widget("return s.adoptedStyleSheets.length").await, 1);
    assert_eq!(page.eval("return document.styleSheets.length", vec![]).await, 0);
    page.finish().await;
}

#[tokio::test]
async fn the_custom_states_match_the_meeting() {
    let (_site, page) = open_plain().await;
    let states = "return ['ready', 'listening', 'talking', 'break', 'over']
        .filter((word) => w.matches(`:state(${word})`))";
    assert_eq!(page.widget(states).await, json!(["ready"]));
    for (method, state) in [
        ("start", "listening"),
        ("passFloor", "talking"),
        ("takeBreak", "break"),
        ("resume", "listening"),
        ("end", "over"),
    ] {
        call_ok(&page, method, Value::Null).await;
        assert_eq!(page.widget(states).await, json!(["ready", state]), "after {method}");
    }
    page.click("[data-act=done]").await;
    page.wait_for(".start").await;
    assert_eq!(page.widget(states).await, json!(["ready"]));
    page.finish().await;
}

#[tokio::test]
async fn the_element_takes_no_focus_before_it_is_used() {
    let (_site, page) = open_host("").await;
    page.eval("document.querySelector('#field').focus()", vec![]).await;
    start_meeting(&page).await;
    call_ok(&page, "passFloor", Value::Null).await;
    assert_eq!(page.eval("return document.activeElement.id", vec![]).await, "field");
    call_ok(&page, "end", Value::Null).await;
    assert_eq!(page.eval("return document.activeElement.id", vec![]).await, "field");
    page.click("[data-act=done]").await;
    page.click("[data-act=start]").await;
    wait_for_focus(&page, FLOOR).await;
    page.finish().await;
}
