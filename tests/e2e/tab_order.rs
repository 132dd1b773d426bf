//! The Tab key reaches every control.

use serde_json::{Value, json};

use crate::drive::Page;
use crate::fixtures::{LOOPS, PAST, SETTINGS, add_capture, call_ok, open_plain, start_meeting};

/// Records which elements get the focus.
const NOTE: &str = "
    window.e2eReached = new Set();
    s.addEventListener('focusin', (event) => window.e2eReached.add(event.target));
    s.activeElement?.blur();";

/// The controls that were not reached; of each group of radio buttons one is enough.
const MISSED: &str = "
    const all = [...s.querySelectorAll('button, summary, select, textarea, input')];
    const there = all.filter((el) => !el.disabled && el.getClientRects().length);
    const reached = window.e2eReached;
    const missed = there.filter((el) => {
      const group = el.type === 'radio' ? there.filter((other) => other.name === el.name) : [el];
      return !group.some((one) => reached.has(one));
    });
    return { there: there.length, missed: missed.map((el) => el.outerHTML.slice(0, 120)) };";

/// Presses Tab through the whole screen.
async fn assert_all_reached(page: &Page, screen: &str) {
    page.widget(NOTE).await;
    let count = page.widget(MISSED).await["there"].as_u64().unwrap();
    for _ in 0..=count {
        page.press_key("Tab").await;
    }
    let result = page.widget(MISSED).await;
    assert_eq!(result["missed"], json!([]), "{screen}");
}

#[tokio::test]
async fn tab_reaches_every_control_on_every_screen() {
    let (_site, page) = open_plain().await;
    assert_all_reached(&page, "start").await;
    start_meeting(&page).await;
    call_ok(&page, "passFloor", Value::Null).await;
    add_capture(&page, "issue", "nobody calls back", "Maria").await;
    call_ok(&page, "mark", Value::Null).await;
    assert_all_reached(&page, "talking").await;
    page.widget("s.activeElement?.blur()").await;
    call_ok(&page, "passFloor", Value::Null).await;
    page.wait_for(".live[data-quiet=true]").await;
    assert_all_reached(&page, "listening, from the quiet face").await;
    call_ok(&page, "end", Value::Null).await;
    page.widget("s.querySelectorAll('details').forEach((one) => { one.open = true; })").await;
    assert_all_reached(&page, "review").await;
    page.widget("s.querySelector('[data-act=done]').click()").await;
    page.wait_for(".start").await;
    page.click(PAST).await;
    page.wait_for(".past").await;
    assert_all_reached(&page, "past").await;
    page.click(LOOPS).await;
    page.wait_for(".loops").await;
    page.click(".loop-row").await;
    page.click("[data-step=tell-back]").await;
    page.wait_for(".step-form").await;
    page.widget("s.querySelectorAll('details').forEach((one) => { one.open = true; })").await;
    assert_all_reached(&page, "loops, one of them open").await;
    page.click(SETTINGS).await;
    page.wait_for(".settings").await;
    assert_all_reached(&page, "settings").await;
    page.finish().await;
}
