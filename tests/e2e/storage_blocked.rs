//! Storage that is forbidden or full: the meeting goes on, says so calmly, and loses nothing that it could keep.

use serde_json::{Value, json};

use crate::drive::{Browser, Page, Site};
use crate::scene::{FLOOR, NOON, begin, caught, clocked, done, file_of, meeting, notebook, wake};

/// From now on the browser's localStorage is full.
const FULL: &str = "
    window.e2eSetItem ??= Storage.prototype.setItem;
    Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };";
/// There is room again.
const ROOM: &str = "Storage.prototype.setItem = window.e2eSetItem;";

const NO_INDEXED_DB: &str = "/pages/blocked.html?mode=no-indexeddb";

/// A page under a controlled clock, in a browser without `IndexedDB`.
async fn without_indexed_db() -> (Site, Page) {
    let site = Site::dist();
    let page = Browser::new().clock(NOON).open(&site.url(NO_INDEXED_DB)).await;
    (site, page)
}

#[tokio::test]
async fn storage_blocked_on_both_ropes_is_a_mode_and_not_a_crash() {
    let site = Site::dist();
    let page = Browser::new().blank().await;
    let modes = [
        "getter,indexeddb",
        "getter,no-indexeddb",
        "setitem,open-throws",
        "getter,open-errors",
        "setitem,open-silent",
    ];
    for mode in modes {
        page.open(&site.url(&format!("/pages/blocked.html?mode={mode}"))).await;
        assert_eq!(page.prop("storageMode").await, "memory", "{mode}");
        let ready = page.eval("return window.e2eHeard", vec![]).await;
        let ready = ready.as_array().unwrap().iter().find(|e| e["type"] == "heard-ready").unwrap();
        assert_eq!(ready["detail"]["storageMode"], "memory", "{mode}");
        let notice = page.text(".notice[data-note=mode][data-value=memory]").await;
        assert!(notice.contains("isn’t allowed to store anything"), "{notice}");

        page.type_text("[name=client]", "Harbour Trust").await;
        page.click("[data-act=start]").await;
        page.wait_for(FLOOR).await;
        page.click(FLOOR).await;
        page.wait_until("w.floor === 'consultant'").await;
        assert_eq!(page.text(".kept[data-mode=memory][data-saving=false]").await, "Not saved");
        caught(&page, "issue", "nobody calls back", "Maria").await;
        done(&page, "end", Value::Null).await;
        let file = file_of(&page, ".notice[data-note=mode] [data-act=file]").await;
        assert_eq!(file["meetings"][0]["captures"][0]["words"], "nobody calls back", "{mode}");
    }
    page.finish().await;
}

#[tokio::test]
async fn with_local_storage_blocked_or_full_the_database_keeps_everything() {
    let site = Site::dist();
    for mode in ["getter", "setitem", "full"] {
        let page = Browser::new().blank().await;
        let url = site.url(&format!("/pages/blocked.html?mode={mode}"));
        page.open(&url).await;
        assert_eq!(page.prop("storageMode").await, "durable", "{mode}");
        assert!(!page.exists(".notice[data-note=mode]").await, "{mode}: nothing is amiss");
        begin(&page).await;
        done(&page, "passFloor", Value::Null).await;
        caught(&page, "issue", "nobody calls back", "Maria").await;
        page.wait_for(".kept[data-mode=durable][data-saving=false]").await;
        assert_eq!(page.text(".kept").await, "Saved", "{mode}");
        page.flush().await;
        page.open(&url).await;
        assert_eq!(page.prop("floor").await, "consultant", "{mode}");
        assert_eq!(meeting(&page).await["captures"][0]["words"], "nobody calls back", "{mode}");
        page.finish().await;
    }
}

#[tokio::test]
async fn a_host_may_ask_for_memory_only() {
    let site = Site::dist();
    let page = Browser::new().open(&site.url("/pages/plain.html?storage=memory")).await;
    begin(&page).await;
    page.flush().await;
    assert_eq!(page.prop("storageMode").await, "memory");
    assert_eq!(page.eval("return localStorage.length", vec![]).await, 0);
    let databases = page.eval_async("return (await indexedDB.databases()).length", vec![]).await;
    assert_eq!(databases, 0);
    page.reload().await;
    assert_eq!(page.prop("state").await, "idle", "what lives in memory goes with the page");
    page.finish().await;
}

#[tokio::test]
async fn local_storage_that_fills_up_in_a_meeting_is_nothing_to_speak_of() {
    let (_site, page) = clocked().await;
    begin(&page).await;
    page.listen("heard-storage-change").await;
    page.listen("heard-error").await;
    page.widget(FULL).await;
    page.click(FLOOR).await;
    page.clock().advance(3_000).await;
    caught(&page, "issue", "while it was full", "Maria").await;
    page.flush().await;
    assert_eq!(page.prop("storageMode").await, "durable");
    assert_eq!(page.text(".kept[data-mode=durable][data-saving=false]").await, "Saved");
    assert_eq!(page.events().await, [] as [Value; 0]);
    let before = meeting(&page).await;
    assert_eq!(before["captures"][0]["words"], "while it was full");
    page.reload().await;
    assert_eq!(meeting(&page).await, before);
    page.finish().await;
}

#[tokio::test]
async fn storage_that_fills_up_in_a_meeting_loses_nothing_once_there_is_room_again() {
    let (_site, page) = without_indexed_db().await;
    begin(&page).await;
    assert_eq!(page.prop("storageMode").await, "local");
    for event in ["heard-storage-change", "heard-error"] {
        page.listen(event).await;
    }
    page.clock().advance(10_000).await;
    page.widget(FULL).await;
    page.click(FLOOR).await;
    page.clock().advance(3_000).await;
    caught(&page, "issue", "while it was full", "Maria").await;
    assert_eq!(page.prop("storageMode").await, "memory");
    assert_eq!(page.prop("talkMs").await, 3_000, "the meeting goes on");
    assert_eq!(page.text(".kept[data-mode=full]").await, "Not saved: storage full");
    let changes = page.events().await;
    assert_eq!(changes.len(), 2, "told once, as a change and as an error: {changes:?}");
    assert_eq!(changes[0]["detail"], json!({ "v": 1, "mode": "memory", "reason": "storage-full" }));
    assert_eq!(changes[1]["detail"]["code"], "storage-full");

    page.widget(ROOM).await;
    page.click(FLOOR).await;
    page.wait_until("w.storageMode === 'local'").await;
    let changes = page.events().await;
    assert_eq!(changes.len(), 1, "and told once that it is over: {changes:?}");
    assert_eq!(changes[0]["detail"]["mode"], "local");
    let before = meeting(&page).await;
    assert_eq!(before["captures"][0]["words"], "while it was full");
    page.reload().await;
    assert_eq!(meeting(&page).await, before);
    page.finish().await;
}

#[tokio::test]
async fn full_storage_is_told_after_the_meeting_too_and_the_file_has_everything() {
    let (_site, page) = without_indexed_db().await;
    begin(&page).await;
    page.widget(FULL).await;
    caught(&page, "issue", "while it was full", "Maria").await;
    done(&page, "end", Value::Null).await;
    let notice = ".notice[data-note=mode][data-value=full]";
    assert!(page.text(notice).await.contains("is full"));
    let file = file_of(&page, &format!("{notice} [data-act=file]")).await;
    assert_eq!(file["meetings"], notebook(&page).await["meetings"]);
    page.finish().await;
}

#[tokio::test]
async fn a_draft_that_finds_no_room_stays_on_the_screen() {
    for (_site, page) in [clocked().await, without_indexed_db().await] {
        begin(&page).await;
        wake(&page).await;
        page.widget(FULL).await;
        page.type_text(crate::scene::LINE, "still here").await;
        let line = "return s.querySelector('.capture .say').value";
        assert_eq!(page.widget(line).await, "still here");
        page.finish().await;
    }
}

#[tokio::test]
async fn what_was_kept_before_storage_filled_up_is_still_there() {
    for (mode, then) in [("setitem", "durable"), ("setitem,no-indexeddb", "memory")] {
        let (site, page) = clocked().await;
        begin(&page).await;
        caught(&page, "issue", "kept in time", "Maria").await;
        page.flush().await;
        page.open(&site.url(&format!("/pages/blocked.html?mode={mode}"))).await;
        assert_eq!(page.prop("state").await, "running", "{mode}");
        page.click(FLOOR).await;
        page.wait_until(&format!("w.floor === 'consultant' && w.storageMode === '{then}'")).await;
        assert_eq!(meeting(&page).await["captures"][0]["words"], "kept in time", "{mode}");
        page.finish().await;
    }
}
