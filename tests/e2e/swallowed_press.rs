//! A press that was abandoned does not swallow the next one.

use serde_json::json;

use crate::drive::{Browser, Gate, Page, ResponseRule, Site};
use crate::fixtures::{FLOOR, exported_meeting, open_plain, start_meeting};

/// Dispatches mouse events: presses the floor button for `ms` milliseconds, moves off and releases there.
async fn press_and_slide_off(page: &Page, ms: u64) {
    let at = page
        .widget("const box = s.querySelector('[part=floor]').getBoundingClientRect(); return [box.x + box.width / 2, box.y + box.height / 2]")
        .await;
    let (x, y) = (at[0].as_f64().unwrap(), at[1].as_f64().unwrap());
    let mouse = |kind: &str, x: f64, y: f64, buttons: u8| json!({ "type": kind, "x": x, "y": y, "button": "left", "buttons": buttons, "clickCount": 1 });
    page.cdp("Input.dispatchMouseEvent", mouse("mouseMoved", x, y, 0)).await;
    page.cdp("Input.dispatchMouseEvent", mouse("mousePressed", x, y, 1)).await;
    page.widget_with("await new Promise((resolve) => setTimeout(resolve, args[0]))", json!([ms]))
        .await;
    page.cdp("Input.dispatchMouseEvent", mouse("mouseMoved", 2.0, 2.0, 1)).await;
    page.cdp("Input.dispatchMouseEvent", mouse("mouseReleased", 2.0, 2.0, 0)).await;
}

/// The ways to click without pressing a pointer on the button before.
const CLICKS: [&str; 3] = [
    "button.click()",
    "button.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, cancelable: true }))",
    "button.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, cancelable: true, detail: 1 }))",
];

#[tokio::test]
async fn a_click_after_an_abandoned_long_press_passes_the_floor() {
    for click in CLICKS {
        let (_site, page) = open_plain().await;
        start_meeting(&page).await;
        press_and_slide_off(&page, 700).await;
        page.flush().await;
        assert_eq!(exported_meeting(&page).await["marks"].as_array().map(Vec::len), Some(1));
        page.widget(&format!(
            "const button = s.querySelector('[part=floor]'); {click}; await w.flush();"
        ))
        .await;
        assert_eq!(page.prop("floor").await, "consultant", "{click}");
        page.finish().await;
    }
}

#[tokio::test]
async fn the_space_bar_after_an_abandoned_long_press_passes_the_floor() {
    let (_site, page) = open_plain().await;
    start_meeting(&page).await;
    press_and_slide_off(&page, 700).await;
    page.widget("s.querySelector('[part=floor]').focus()").await;
    page.press_key("Space").await;
    page.wait_until("w.floor === 'consultant'").await;
    page.finish().await;
}

#[tokio::test]
async fn a_long_press_that_is_released_on_the_button_passes_no_floor() {
    let (_site, page) = open_plain().await;
    start_meeting(&page).await;
    page.hold(FLOOR, 700).await;
    page.flush().await;
    assert_eq!(page.prop("floor").await, "client");
    assert_eq!(exported_meeting(&page).await["marks"].as_array().map(Vec::len), Some(1));
    page.finish().await;
}

#[tokio::test]
async fn before_the_wasm_is_loaded_a_click_after_an_abandoned_press_passes_the_floor() {
    let site = Site::dist();
    let gate = Gate::default();
    site.rule("/heard_bg.wasm", ResponseRule::new().behind(&gate));
    let page = Browser::new().open_bare(&site.url("/pages/host.html")).await;
    page.wait_for(FLOOR).await;
    page.click(FLOOR).await;
    press_and_slide_off(&page, 700).await;
    page.widget(&format!("const button = s.querySelector('[part=floor]'); {}", CLICKS[2])).await;
    gate.open();
    page.ready().await;
    page.flush().await;
    assert_eq!(page.prop("floor").await, "consultant");
    page.finish().await;
}
