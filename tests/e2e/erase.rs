//! Erasing everything: after a confirmation, all of this notebook and nothing else.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::drive::{Browser, Page, Site};
use crate::fixtures::{
    NOON, PAST, SETTINGS, add_capture, call_ok, exported_notebook, local_storage, open_data_screen,
    start_meeting, wait_for_focus,
};
use crate::storage_pair::StoragePair;

/// The app's own page, which has the strictest policy.
async fn open_app() -> (Site, Page) {
    let site = Site::dist();
    let page = Browser::new().clock(NOON).open(&site.url("/index.html")).await;
    (site, page)
}

/// A notebook with a meeting and a setting, next to data that is not its own.
async fn filled(page: &Page) {
    let js = "
        localStorage.setItem('heard:other:t:beef:1', 'another notebook');
        localStorage.setItem('heard:default:theme', 'not of our making');
        localStorage.setItem('host', 'the host’s own');";
    page.eval(js, vec![]).await;
    start_meeting(page).await;
    add_capture(page, "issue", "nobody calls back", "Maria").await;
    call_ok(page, "end", Value::Null).await;
    page.click("[data-act=done]").await;
    page.click(SETTINGS).await;
    page.click("input[name=nudge][value='1:30']").await;
    page.wait_for("input[name=nudge][value='1:30']:checked").await;
    page.flush().await;
    open_data_screen(page).await;
}

/// Both storages, and the other contents of localStorage.
async fn kept(page: &Page) -> (BTreeMap<String, String>, StoragePair) {
    (local_storage(page).await, StoragePair::of(page).await)
}

/// Clicks the button that erases everything, on the data screen.
async fn click_erase(page: &Page) {
    let is_last = "
        const all = [...s.querySelectorAll('.store button')];
        return all.at(-1).dataset.act;";
    assert_eq!(page.widget(is_last).await, "erase", "away from export and import");
    page.click("[data-act=erase]").await;
    page.wait_for("dialog[open]").await;
}

#[tokio::test]
async fn erasing_asks_for_confirmation_and_cancelling_keeps_everything() {
    let (_site, page) = open_app().await;
    filled(&page).await;
    let before = kept(&page).await;
    click_erase(&page).await;
    // Cancel has the focus, so that Enter erases nothing.
    wait_for_focus(&page, "[data-act=cancel]").await;
    page.click("[data-act=cancel]").await;
    page.wait_until("!s.querySelector('dialog')").await;
    click_erase(&page).await;
    page.press_key("Escape").await;
    page.wait_until("!s.querySelector('dialog')").await;
    page.flush().await;
    assert_eq!(kept(&page).await, before);
    page.finish().await;
}

#[tokio::test]
async fn erasing_removes_this_notebook_and_nothing_else() {
    let (_site, page) = open_app().await;
    filled(&page).await;
    click_erase(&page).await;
    page.click("[data-act=erase-all]").await;
    page.wait_until("!s.querySelector('dialog')").await;
    page.flush().await;
    assert_eq!(
        StoragePair::of(&page).await.durable,
        BTreeMap::new(),
        "nothing of the notebook is left"
    );
    let left: Vec<String> = local_storage(&page).await.into_keys().collect();
    assert_eq!(left, ["heard:default:theme", "heard:other:t:beef:1", "host"]);
    page.click(SETTINGS).await;
    page.wait_for("input[name=nudge][value='2:00']:checked").await;
    let empty = exported_notebook(&page).await;
    assert_eq!((&empty["clients"], &empty["meetings"]), (&json!([]), &json!([])));
    page.click(PAST).await;
    page.wait_until("!s.querySelector('.entry')").await;
    page.reload().await;
    assert_eq!(exported_notebook(&page).await, empty);

    // A new meeting can be started afterwards.
    start_meeting(&page).await;
    page.reload().await;
    assert_eq!(page.prop("state").await, "running");
    page.finish().await;
}

#[tokio::test]
async fn a_host_can_cancel_erasing() {
    let (_site, page) = open_app().await;
    filled(&page).await;
    let before = kept(&page).await;
    page.widget("w.addEventListener('heard-before-erase', (event) => event.preventDefault())")
        .await;
    page.listen("heard-before-erase").await;
    click_erase(&page).await;
    page.click("[data-act=erase-all]").await;
    page.wait_until("!s.querySelector('dialog')").await;
    page.flush().await;
    assert_eq!(kept(&page).await, before);
    let events = page.events().await;
    assert_eq!(events.len(), 1, "it was asked once: {events:?}");
    assert_eq!(events[0]["detail"], json!({ "v": 1 }));
    page.finish().await;
}
