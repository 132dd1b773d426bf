//! A panic in the widget: a static panel says so, nothing calls into the module any more, and saved data is there
//! after a reload.

use serde_json::{Value, json};

use crate::drive::{Page, Problem};
use crate::fixtures::{
    FLOOR, add_capture, call_ok, call_refused, exported_meeting, open_with_clock, start_meeting,
};

const PANEL: &str = ".stopped[role=alert]";

/// Starts a meeting with captures; then a browser function throws once during an update.
async fn cause_panic(page: &Page) {
    start_meeting(page).await;
    page.clock().advance(20_000).await;
    add_capture(page, "issue", "nobody calls back", "Maria").await;
    call_ok(page, "passFloor", Value::Null).await;
    page.clock().advance(10_000).await;
    page.flush().await;
    page.listen("heard-error").await;
    // The clock fails while the notebook is borrowed, so the next input finds it locked.
    let throw_once = "
        const { now } = Performance.prototype;
        Performance.prototype.now = () => {
          Performance.prototype.now = now;
          throw new Error('of the test’s making');
        };
        Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
        document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
        delete document.visibilityState;
        s.querySelector('[part=floor]').click();";
    page.widget(throw_once).await;
}

#[tokio::test]
async fn a_panic_shows_the_panel_and_loses_no_data() {
    let (_site, page) = open_with_clock().await;
    cause_panic(&page).await;
    page.wait_for(PANEL).await;
    assert!(page.text(PANEL).await.contains("Nothing is lost"), "{}", page.text(PANEL).await);
    assert!(!page.exists(FLOOR).await, "the only control is the reload button");
    let events = page.events().await;
    assert_eq!(events.len(), 1, "one event: {events:?}");
    assert_eq!(
        (&events[0]["detail"]["code"], &events[0]["detail"]["recoverable"]),
        (&json!("panic"), &json!(false))
    );
    assert_eq!(call_refused(&page, "mark", Value::Null).await, "panic");
    assert_eq!(call_refused(&page, "exportText", json!("json")).await, "panic");
    assert_eq!(page.prop("state").await, "idle");
    // Timers, attributes and the end of the page do not change that.
    page.clock().advance(60_000).await;
    page.widget("w.theme = 'dark'; w.storageKey = 'other'").await;
    assert_eq!(page.events().await, [] as [Value; 0], "and only once");
    assert_eq!(page.all_texts(PANEL).await.len(), 1);
    let errors = page.take_problems().await;
    assert!(
        !errors.is_empty() && errors.iter().all(|p| matches!(p, Problem::Error(_))),
        "{errors:?}"
    );

    page.click(".stopped button").await;
    page.wait_for(FLOOR).await;
    page.ready().await;
    let exported = exported_meeting(&page).await;
    assert_eq!(exported["captures"][0]["words"], "nobody calls back");
    assert_eq!(page.prop("floor").await, "consultant", "unchanged");
    call_ok(&page, "end", Value::Null).await;
    page.take_problems().await;
    page.finish().await;
}

#[tokio::test]
async fn after_an_error_every_tap_is_saved_or_the_panel_is_shown() {
    let (_site, page) = open_with_clock().await;
    cause_panic(&page).await;
    page.wait_for(PANEL).await;
    page.take_problems().await;
    page.reload().await;
    let before = exported_meeting(&page).await;
    assert_eq!(before["measures"]["floor_changes"], 1);
    for _ in 0..2 {
        page.reload().await;
        assert_eq!(exported_meeting(&page).await, before);
    }
    page.finish().await;
}
