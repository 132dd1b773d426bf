//! A guest's manners: properties, moving, keys, styles and custom states, as hosts expect them.

use serde_json::{Value, json};

use crate::drive::{Browser, Page, Site};
use crate::scene::{
    FLOOR, KEYS, LINE, PAST, SETTINGS, begin, caught, done, focused, meeting, plain, text,
};

const HOST: &str = "/pages/host.html";

async fn host(query: &str) -> (Site, Page) {
    let site = Site::dist();
    let page = Browser::new().open(&site.url(&format!("{HOST}{query}"))).await;
    (site, page)
}

#[tokio::test]
async fn props_before_upgrade_and_calls_count() {
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
    assert_eq!(meeting(&page).await["kind"], "demo");
    page.finish().await;
}

#[tokio::test]
async fn properties_and_attributes_mirror_each_other() {
    let (_site, page) = plain().await;
    let js = "
        w.targetTalk = 25; w.haptics = true; w.setAttribute('theme', 'dark'); w.layout = null;
        const told = [w.getAttribute('target-talk'), w.hasAttribute('haptics'), w.theme, w.layout];
        w.haptics = false; w.removeAttribute('theme');
        return [...told, w.hasAttribute('haptics'), w.theme, w.constructor.version.length > 4];";
    let expected = json!(["25", true, "dark", null, false, null, true]);
    assert_eq!(page.widget(js).await, expected);
    page.wait_until("[...s.querySelectorAll('output')].at(-1).textContent === 'Talk at most 25%'")
        .await;
    page.finish().await;
}

#[tokio::test]
async fn move_sync_keeps_it_what_it_was() {
    let (_site, page) = host("").await;
    begin(&page).await;
    done(&page, "passFloor", Value::Null).await;
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
    assert_eq!(page.eval(readies, vec![]).await, 1, "it was never gone");
    page.finish().await;
}

#[tokio::test]
async fn detach_reattach_hears_everything_once() {
    let (_site, page) = host("?hotkeys=page").await;
    begin(&page).await;
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
    caught(&page, "issue", "nobody calls back", "").await;
    let told: Vec<_> = page.events().await.iter().map(|e| text(&e["type"])).collect();
    assert_eq!(told, ["heard-floor-change", "heard-capture"]);
    let marks = meeting(&page).await["marks"].take();
    assert_eq!(marks.as_array().map(Vec::len), Some(1), "one key, one mark: {marks}");
    page.finish().await;
}

async fn marks(page: &Page) -> usize {
    meeting(page).await["marks"].as_array().map_or(0, Vec::len)
}

#[tokio::test]
async fn by_default_only_keys_within_the_element_are_heard() {
    let (_site, page) = host("").await;
    begin(&page).await;
    page.eval("document.querySelector('#button').focus()", vec![]).await;
    page.press_key("m").await;
    page.eval("document.activeElement.blur()", vec![]).await;
    page.press_key("m").await;
    page.press_key("Space").await;
    page.flush().await;
    assert_eq!((marks(&page).await, page.prop("floor").await), (0, json!("client")));
    page.widget("s.querySelector('[part=floor]').focus()").await;
    page.press_key("m").await;
    page.flush().await;
    assert_eq!(marks(&page).await, 1);
    page.finish().await;
}

#[tokio::test]
async fn keys_of_the_page_are_heard_except_where_its_user_types() {
    let (_site, page) = host("?hotkeys=page").await;
    begin(&page).await;
    page.press_key("m").await;
    page.press_key("Space").await;
    page.flush().await;
    assert_eq!((marks(&page).await, page.prop("floor").await), (1, json!("consultant")));
    page.eval("document.querySelector('#field').focus()", vec![]).await;
    page.press_key("m").await;
    page.press_key("Space").await;
    page.press_key("b").await;
    page.flush().await;
    assert_eq!(page.eval("return document.querySelector('#field').value", vec![]).await, "m b");
    assert_eq!((marks(&page).await, page.prop("floor").await), (1, json!("consultant")));
    // The space bar presses a button of the host; letters mean nothing to a button.
    page.eval("document.querySelector('#button').focus()", vec![]).await;
    page.press_key("Space").await;
    page.flush().await;
    assert_eq!(page.prop("floor").await, "consultant");
    page.finish().await;
}

#[tokio::test]
async fn keys_that_are_off_are_heard_nowhere() {
    let (_site, page) = host("?hotkeys=off").await;
    begin(&page).await;
    page.widget("s.querySelector('[part=floor]').focus()").await;
    page.press_key("m").await;
    page.press_key("b").await;
    page.press_key("?").await;
    page.flush().await;
    assert_eq!((marks(&page).await, page.prop("state").await), (0, json!("running")));
    assert!(!page.exists("dialog").await);
    page.press_key("Space").await;
    page.wait_until("w.floor === 'consultant'").await;
    page.finish().await;
}

#[tokio::test]
async fn no_screen_has_an_inline_style_or_a_style_element() {
    let (_site, page) = plain().await;
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
    begin(&page).await;
    caught(&page, "issue", "nobody calls back", "Maria").await;
    page.click(FLOOR).await;
    page.wait_for(".live[data-state=talking]").await;
    assert_eq!(page.widget(&clean).await, json!([]), "live");
    done(&page, "end", Value::Null).await;
    assert_eq!(page.widget(&clean).await, json!([]), "review");
    assert_eq!(page.widget("return s.adoptedStyleSheets.length").await, 1);
    assert_eq!(page.eval("return document.styleSheets.length", vec![]).await, 0);
    page.finish().await;
}

#[tokio::test]
async fn the_elements_states_tell_what_is_so() {
    let (_site, page) = plain().await;
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
        done(&page, method, Value::Null).await;
        assert_eq!(page.widget(states).await, json!(["ready", state]), "after {method}");
    }
    page.click("[data-act=done]").await;
    page.wait_for(".start").await;
    assert_eq!(page.widget(states).await, json!(["ready"]));
    page.finish().await;
}

#[tokio::test]
async fn until_someone_touches_it_the_focus_is_the_hosts() {
    let (_site, page) = host("").await;
    page.eval("document.querySelector('#field').focus()", vec![]).await;
    begin(&page).await;
    done(&page, "passFloor", Value::Null).await;
    assert_eq!(page.eval("return document.activeElement.id", vec![]).await, "field");
    done(&page, "end", Value::Null).await;
    assert_eq!(page.eval("return document.activeElement.id", vec![]).await, "field");
    page.click("[data-act=done]").await;
    page.click("[data-act=start]").await;
    focused(&page, FLOOR).await;
    page.finish().await;
}
