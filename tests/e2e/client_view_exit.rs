//! Leaving the client view: only by the long press of the consultant.

use serde_json::json;

use crate::drive::{Browser, Pointer, ResponseRule, Site};
use crate::fixtures::{PLAIN, exported_meeting, local_storage, open_plain, wait_for_focus};
use crate::read_back::{
    BACK, HOLD, I_AM, READ, YES, assert_private_hidden, capture, card, end_meeting_with_captures,
    hand_over, take_back,
};
use crate::storage_pair::StoragePair;

#[tokio::test]
async fn no_key_and_no_tap_outside_leaves_the_client_view() {
    let site = Site::dist();
    let page = Browser::new().open(&site.url(&format!("{PLAIN}?hotkeys=page"))).await;
    page.widget("w.hotkeys = 'page'").await;
    end_meeting_with_captures(&page).await;
    page.widget(
        "document.body.prepend(Object.assign(document.createElement('button'), { id: 'hosts' }))",
    )
    .await;
    hand_over(&page, READ).await;
    let before = exported_meeting(&page).await;
    let keys = ["Escape", "Escape", "Escape", "z", "y", "m", "b", "o", "h", "?", "Space", "Enter"];
    for key in keys {
        page.press_key(key).await;
    }
    assert_private_hidden(&page).await;
    // No element has the focus, as after a tap on the background.
    page.widget("s.activeElement?.blur()").await;
    for key in keys {
        page.press_key(key).await;
    }
    assert_private_hidden(&page).await;
    for _ in 0..40 {
        page.press_key("Tab").await;
        let outside = page.eval("return document.activeElement?.id === 'hosts'", vec![]).await;
        assert_eq!(outside, json!(false), "the host's button is reachable");
    }
    for pointer in [Pointer::Mouse, Pointer::Finger] {
        page.press(pointer, "dialog h2", 1_200).await;
        assert_private_hidden(&page).await;
    }
    assert_eq!(exported_meeting(&page).await["captures"], before["captures"]);
    page.finish().await;
}

#[tokio::test]
async fn reloading_and_history_navigation_stay_in_the_client_view() {
    let site = Site::dist();
    site.rule(PLAIN, ResponseRule::new().header("Cache-Control", "no-cache"));
    let page = Browser::new().open(&site.url(PLAIN)).await;
    let outcomes = end_meeting_with_captures(&page).await;
    page.flush().await;
    hand_over(&page, READ).await;
    page.reload().await;
    assert_private_hidden(&page).await;
    page.click(&card(&outcomes[0], YES)).await;
    page.wait_for("[aria-pressed=true]").await;
    assert_eq!(capture(&page, &outcomes[0]).await["confirmed"], "yes");
    page.flush().await;
    // The browser's back and forward buttons leave and reopen the page.
    page.open_bare(&site.url("/pages/without_widget.html")).await;
    page.open(&site.url(PLAIN)).await;
    assert_private_hidden(&page).await;
    // Releasing the button too early does not leave the view.
    page.click(BACK).await;
    page.wait_for(HOLD).await;
    page.reload().await;
    assert_private_hidden(&page).await;
    page.wait_for(&card(&outcomes[0], "[aria-pressed=true]")).await;
    take_back(&page).await;
    page.reload().await;
    assert!(!page.exists("dialog").await, "the closed client view stays closed");
    assert!(page.exists(".screen.start").await);
    page.finish().await;
}

#[tokio::test]
async fn leaving_the_client_view_needs_a_long_press() {
    let (_site, page) = open_plain().await;
    end_meeting_with_captures(&page).await;
    hand_over(&page, READ).await;
    page.tap(BACK).await;
    page.wait_for(HOLD).await;
    assert_private_hidden(&page).await;
    // A second tap in the same place, as by a child, does nothing.
    page.tap("dialog footer button:last-child").await;
    page.wait_for(BACK).await;
    page.tap(BACK).await;
    page.wait_for(HOLD).await;
    page.press(Pointer::Finger, HOLD, 300).await;
    page.wait_for(I_AM).await;
    assert_private_hidden(&page).await;
    page.press(Pointer::Finger, HOLD, 1_200).await;
    page.wait_for(".screen.review").await;
    page.wait_until("!s.querySelector('dialog')").await;
    wait_for_focus(&page, "h2").await;
    hand_over(&page, READ).await;
    page.click(BACK).await;
    page.wait_for(HOLD).await;
    page.hold(HOLD, 1_200).await;
    page.wait_for(".screen.review").await;
    page.finish().await;
}

#[tokio::test]
async fn in_a_host_page_the_client_view_covers_everything_and_stores_no_state() {
    let (_site, page) = open_plain().await;
    page.eval(
        "const w = document.querySelector('heard-widget');
        w.layout = 'mini';
        Object.assign(w.style, { width: '240px', transform: 'translateZ(0)', overflow: 'hidden' });",
        vec![],
    )
    .await;
    end_meeting_with_captures(&page).await;
    hand_over(&page, READ).await;
    let js = "
        const { left, top, width, height } = s.querySelector('dialog').getBoundingClientRect();
        return [left, top, innerWidth - width <= 20, innerHeight - height <= 20];";
    assert_eq!(page.widget(js).await, json!([0, 0, true, true]));
    take_back(&page).await;
    page.flush().await;
    assert!(local_storage(&page).await.keys().all(|key| !key.contains("handed")));
    assert!(StoragePair::of(&page).await.durable.keys().all(|key| !key.contains("handed")));
    let left = page.eval("return sessionStorage.length", vec![]).await;
    assert_eq!(left, json!(0));
    page.finish().await;
}
