//! Erasing everything: asked twice, all of this notebook and nothing else.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::drive::{Browser, Page, Site};
use crate::ropes::Ropes;
use crate::scene::{
    NOON, PAST, SETTINGS, begin, caught, done, focused, notebook, storage, to_store,
};

/// The app's own page, whose policy is the strictest that a dialog can meet.
async fn app() -> (Site, Page) {
    let site = Site::dist();
    let page = Browser::new().clock(NOON).open(&site.url("/index.html")).await;
    (site, page)
}

/// A notebook with a meeting and a setting, beside what is not its own.
async fn filled(page: &Page) {
    let js = "
        localStorage.setItem('heard:other:t:beef:1', 'another notebook');
        localStorage.setItem('heard:default:theme', 'not of our making');
        localStorage.setItem('host', 'the host’s own');";
    page.eval(js, vec![]).await;
    begin(page).await;
    caught(page, "issue", "nobody calls back", "Maria").await;
    done(page, "end", Value::Null).await;
    page.click("[data-act=done]").await;
    page.click(SETTINGS).await;
    page.click("input[name=nudge][value='1:30']").await;
    page.wait_for("input[name=nudge][value='1:30']:checked").await;
    page.flush().await;
    to_store(page).await;
}

/// Both ropes, and what else the origin's localStorage holds.
async fn kept(page: &Page) -> (BTreeMap<String, String>, Ropes) {
    (storage(page).await, Ropes::of(page).await)
}

/// Asks for everything to be erased, on the screen of what is kept.
async fn ask(page: &Page) {
    page.click("[data-act=erase]").await;
    page.wait_for("dialog[open]").await;
}

#[tokio::test]
async fn it_asks_first_and_cancel_keeps_everything() {
    let (_site, page) = app().await;
    filled(&page).await;
    let before = kept(&page).await;
    ask(&page).await;
    // The way back has the focus, so that a hasty Enter erases nothing.
    focused(&page, "[data-act=cancel]").await;
    page.click("[data-act=cancel]").await;
    page.wait_until("!s.querySelector('dialog')").await;
    ask(&page).await;
    page.press_key("Escape").await;
    page.wait_until("!s.querySelector('dialog')").await;
    page.flush().await;
    assert_eq!(kept(&page).await, before);
    page.finish().await;
}

#[tokio::test]
async fn it_erases_this_notebook_and_nothing_else() {
    let (_site, page) = app().await;
    filled(&page).await;
    ask(&page).await;
    page.click("[data-act=erase-all]").await;
    page.wait_until("!s.querySelector('dialog')").await;
    page.flush().await;
    assert_eq!(Ropes::of(&page).await.durable, BTreeMap::new(), "nothing is left of it here");
    let left: Vec<String> = storage(&page).await.into_keys().collect();
    assert_eq!(left, ["heard:default:theme", "heard:other:t:beef:1", "host"]);
    page.click(SETTINGS).await;
    page.wait_for("input[name=nudge][value='2:00']:checked").await;
    let empty = notebook(&page).await;
    assert_eq!((&empty["clients"], &empty["meetings"]), (&json!([]), &json!([])));
    page.click(PAST).await;
    page.wait_until("!s.querySelector('.entry')").await;
    page.reload().await;
    assert_eq!(notebook(&page).await, empty);

    // And one can begin anew.
    begin(&page).await;
    page.reload().await;
    assert_eq!(page.prop("state").await, "running");
    page.finish().await;
}

#[tokio::test]
async fn the_host_can_prevent_it() {
    let (_site, page) = app().await;
    filled(&page).await;
    let before = kept(&page).await;
    page.widget("w.addEventListener('heard-before-erase', (event) => event.preventDefault())")
        .await;
    page.listen("heard-before-erase").await;
    ask(&page).await;
    page.click("[data-act=erase-all]").await;
    page.wait_until("!s.querySelector('dialog')").await;
    page.flush().await;
    assert_eq!(kept(&page).await, before);
    let events = page.events().await;
    assert_eq!(events.len(), 1, "it was asked once: {events:?}");
    assert_eq!(events[0]["detail"], json!({ "v": 1 }));
    page.finish().await;
}
