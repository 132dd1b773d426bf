//! Our own code fails in the middle of something: a static panel says so, nothing calls into it any more, and what was
//! kept is there after a reload.

use serde_json::{Value, json};

use crate::drive::{Page, Problem};
use crate::scene::{FLOOR, begin, caught, clocked, done, meeting, refused};

const PANEL: &str = ".stopped[role=alert]";

/// A meeting with words; then a function of the browser that ours calls throws once, in the middle of something.
async fn broken(page: &Page) {
    begin(page).await;
    page.clock().advance(20_000).await;
    caught(page, "issue", "nobody calls back", "Maria").await;
    done(page, "passFloor", Value::Null).await;
    page.clock().advance(10_000).await;
    page.flush().await;
    page.listen("heard-error").await;
    // The clock fails while the notebook is in hand, so the next touch finds it in use.
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
async fn panic_card_says_so_and_nothing_is_lost() {
    let (_site, page) = clocked().await;
    broken(&page).await;
    page.wait_for(PANEL).await;
    assert!(page.text(PANEL).await.contains("Nothing is lost"), "{}", page.text(PANEL).await);
    assert!(!page.exists(FLOOR).await, "nothing is left to touch but the way back");
    let told = page.events().await;
    assert_eq!(told.len(), 1, "told once: {told:?}");
    assert_eq!(
        (&told[0]["detail"]["code"], &told[0]["detail"]["recoverable"]),
        (&json!("panic"), &json!(false))
    );
    assert_eq!(refused(&page, "mark", Value::Null).await, "panic");
    assert_eq!(refused(&page, "exportText", json!("json")).await, "panic");
    assert_eq!(page.prop("state").await, "idle");
    // Neither timers nor attributes nor a farewell make anything of it.
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
    let told = meeting(&page).await;
    assert_eq!(told["captures"][0]["words"], "nobody calls back");
    assert_eq!(page.prop("floor").await, "consultant", "as it was");
    done(&page, "end", Value::Null).await;
    page.take_problems().await;
    page.finish().await;
}

#[tokio::test]
async fn after_an_error_every_touch_is_kept_or_the_panel_is_there() {
    let (_site, page) = clocked().await;
    broken(&page).await;
    page.wait_for(PANEL).await;
    page.take_problems().await;
    page.reload().await;
    let before = meeting(&page).await;
    assert_eq!(before["measures"]["floor_changes"], 1);
    for _ in 0..2 {
        page.reload().await;
        assert_eq!(meeting(&page).await, before);
    }
    page.finish().await;
}
