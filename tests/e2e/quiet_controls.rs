//! The hidden controls of the quiet screen: neither a pointer, nor a key, nor a script, nor an accessibility tool presses them.

use serde_json::{Value, json};

use crate::drive::{Page, Pointer};
use crate::fixtures::{FLOOR, LINE, call_ok, open_plain, start_meeting, wait_for_focus};

const QUIET: &str = ".live[data-quiet=true]";
const SHOWN: &str = ".live[data-quiet=false]";
/// The marks of the elements that `hidden_controls` finds.
const CONTROLS: &str = "
    const all = [...s.querySelectorAll('.live button, .live summary, .live textarea, .live input, .live label')]
      .filter((control) => !control.matches('.floor') && control.getClientRects().length > 0);
    all.forEach((control, index) => control.setAttribute('data-hidden-control', index));
    return all.length;";

/// Starts a meeting with a capture in the list, and waits until the screen is quiet.
async fn open_quiet(page: &Page) {
    start_meeting(page).await;
    call_ok(page, "capture", json!({ "kind": "outcome", "words": "Orders within a day" })).await;
    call_ok(page, "passFloor", Value::Null).await;
    make_quiet(page).await;
}

/// Gives the client the floor, which hides the details.
async fn make_quiet(page: &Page) {
    call_ok(page, "passFloor", Value::Null).await;
    if page.widget("return w.floor").await != "client" {
        call_ok(page, "passFloor", Value::Null).await;
    }
    page.wait_for(QUIET).await;
}

async fn hidden_controls(page: &Page) -> u64 {
    page.widget(CONTROLS).await.as_u64().expect("a number")
}

/// What was recorded, apart from the floor: the events of other kinds, in order.
async fn recorded(page: &Page) -> Vec<Value> {
    let export = call_ok(page, "exportText", json!("json")).await;
    let file: Value = serde_json::from_str(export.as_str().expect("a text")).expect("JSON");
    let log = file["log"].as_array().expect("a log").iter();
    log.filter(|line| !line.to_string().contains("floor-")).cloned().collect()
}

#[tokio::test]
async fn the_touch_that_shows_the_details_does_nothing_else() {
    let (_site, page) = open_plain().await;
    open_quiet(&page).await;
    let (count, before) = (hidden_controls(&page).await, recorded(&page).await);
    assert!(count > 10, "{count} controls");
    for index in 0..count {
        for ms in [0, 90, 250] {
            let control = format!("[data-hidden-control='{index}']");
            page.press(Pointer::Finger, &control, ms).await;
            page.wait_for(SHOWN).await;
            assert_eq!(recorded(&page).await, before, "control {index}, a touch of {ms} ms");
            let focused = "return s.activeElement?.matches('[data-hidden-control]') ?? false";
            assert_eq!(page.widget(focused).await, false, "control {index} has the focus");
            make_quiet(&page).await;
        }
    }
    page.finish().await;
}

#[tokio::test]
async fn the_touch_after_it_presses_the_control() {
    let (_site, page) = open_plain().await;
    open_quiet(&page).await;
    page.tap("[data-act=mark]").await;
    page.wait_for(SHOWN).await;
    page.tap("[data-act=mark]").await;
    page.wait_until("s.querySelector('.strip .mark')").await;
    page.finish().await;
}

#[tokio::test]
async fn a_script_presses_no_hidden_control() {
    let (_site, page) = open_plain().await;
    open_quiet(&page).await;
    hidden_controls(&page).await;
    let before = recorded(&page).await;
    let presses = "
        for (const control of s.querySelectorAll('[data-hidden-control]')) {
          control.click();
          for (const init of [{ bubbles: true }, { bubbles: true, composed: true, cancelable: true, detail: 1 }]) {
            control.dispatchEvent(new MouseEvent('click', init));
          }
          control.form?.requestSubmit();
        }
        return s.querySelector('.live').dataset.quiet;";
    assert_eq!(page.widget(presses).await, "true");
    assert_eq!(recorded(&page).await, before);
    assert_eq!(page.prop("state").await, "running");
    page.finish().await;
}

#[tokio::test]
async fn the_accessibility_tree_of_the_quiet_screen_has_the_floor_button_alone() {
    let (_site, page) = open_plain().await;
    open_quiet(&page).await;
    let tree = page.cdp("Accessibility.getFullAXTree", json!({})).await;
    let nodes = tree["nodes"].as_array().expect("a list of nodes");
    let shown = nodes.iter().filter(|node| node["ignored"] != true);
    let roles = ["button", "textbox", "radio", "checkbox", "DisclosureTriangle"];
    let controls = shown.filter(|node| roles.iter().any(|role| node["role"]["value"] == *role));
    assert_eq!(controls.count(), 1);
    page.finish().await;
}

#[tokio::test]
async fn a_control_reached_by_the_keyboard_stays_visible() {
    let (_site, page) = open_plain().await;
    open_quiet(&page).await;
    page.widget("s.querySelector('[part=floor]').focus()").await;
    page.press_key("Tab").await;
    page.wait_for(".live button:not(.floor):focus-visible").await;
    call_ok(&page, "passFloor", Value::Null).await;
    call_ok(&page, "passFloor", Value::Null).await;
    page.wait_until("w.floor === 'client'").await;
    // Even after the timeout of the details.
    page.widget("await new Promise((resolve) => setTimeout(resolve, 3_300))").await;
    assert!(page.exists(SHOWN).await);
    page.press_key("Shift+Tab").await;
    wait_for_focus(&page, FLOOR).await;
    page.wait_for(QUIET).await;
    page.finish().await;
}

#[tokio::test]
async fn when_the_details_hide_the_focus_returns_to_the_floor_button() {
    let (_site, page) = open_plain().await;
    start_meeting(&page).await;
    page.click("[data-act=mark]").await;
    wait_for_focus(&page, "[data-act=mark]").await;
    make_quiet(&page).await;
    wait_for_focus(&page, FLOOR).await;
    page.press_key("o").await;
    wait_for_focus(&page, LINE).await;
    page.finish().await;
}
