//! Blocked or full storage: the meeting continues, the storage mode is shown, and nothing that can be saved is lost.

use serde_json::{Value, json};

use crate::drive::{Browser, Page, Site};
use crate::fixtures::{
    FLOOR, NOON, add_capture, call_ok, downloaded_json, exported_meeting, exported_notebook,
    open_with_clock, show_details, start_meeting,
};

/// Lets localStorage be full from now on.
const FULL: &str = "
    window.e2eSetItem ??= Storage.prototype.setItem;
    Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };";
/// Removes that limit.
const ROOM: &str = "Storage.prototype.setItem = window.e2eSetItem;";

const NO_INDEXED_DB: &str = "/pages/blocked.html?mode=no-indexeddb";

/// A page with a controlled clock in a browser without `IndexedDB`.
async fn without_indexed_db() -> (Site, Page) {
    let site = Site::dist();
    let page = Browser::new().clock(NOON).open(&site.url(NO_INDEXED_DB)).await;
    (site, page)
}

#[tokio::test]
async fn without_any_storage_the_widget_runs_in_memory_mode() {
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
        assert_eq!(
            page.text(".save-state[data-mode=memory][data-saving=false]").await,
            "Not saved"
        );
        add_capture(&page, "issue", "nobody calls back", "Maria").await;
        call_ok(&page, "end", Value::Null).await;
        let file = downloaded_json(&page, ".notice[data-note=mode] [data-act=file]").await;
        assert_eq!(file["meetings"][0]["captures"][0]["words"], "nobody calls back", "{mode}");
    }
    page.finish().await;
}

#[tokio::test]
async fn with_local_storage_blocked_or_full_indexed_db_saves_everything() {
    let site = Site::dist();
    for mode in ["getter", "setitem", "full"] {
        let page = Browser::new().blank().await;
        let url = site.url(&format!("/pages/blocked.html?mode={mode}"));
        page.open(&url).await;
        assert_eq!(page.prop("storageMode").await, "durable", "{mode}");
        assert!(!page.exists(".notice[data-note=mode]").await, "{mode}: no warning");
        start_meeting(&page).await;
        call_ok(&page, "passFloor", Value::Null).await;
        add_capture(&page, "issue", "nobody calls back", "Maria").await;
        page.wait_for(".save-state[data-mode=durable][data-saving=false]").await;
        assert_eq!(page.text(".save-state").await, "Saved", "{mode}");
        page.flush().await;
        page.open(&url).await;
        assert_eq!(page.prop("floor").await, "consultant", "{mode}");
        assert_eq!(
            exported_meeting(&page).await["captures"][0]["words"],
            "nobody calls back",
            "{mode}"
        );
        page.finish().await;
    }
}

#[tokio::test]
async fn a_host_can_choose_memory_only() {
    let site = Site::dist();
    let page = Browser::new().open(&site.url("/pages/plain.html?storage=memory")).await;
    start_meeting(&page).await;
    page.flush().await;
    assert_eq!(page.prop("storageMode").await, "memory");
    assert_eq!(page.eval("return localStorage.length", vec![]).await, 0);
    let databases = page.eval_async("return (await indexedDB.databases()).length", vec![]).await;
    assert_eq!(databases, 0);
    page.reload().await;
    assert_eq!(page.prop("state").await, "idle", "data in memory is lost with the page");
    page.finish().await;
}

#[tokio::test]
async fn local_storage_that_fills_up_during_a_meeting_is_not_reported() {
    let (_site, page) = open_with_clock().await;
    start_meeting(&page).await;
    page.listen("heard-storage-change").await;
    page.listen("heard-error").await;
    page.widget(FULL).await;
    page.click(FLOOR).await;
    page.clock().advance(3_000).await;
    add_capture(&page, "issue", "while it was full", "Maria").await;
    page.flush().await;
    assert_eq!(page.prop("storageMode").await, "durable");
    assert_eq!(page.text(".save-state[data-mode=durable][data-saving=false]").await, "Saved");
    assert_eq!(page.events().await, [] as [Value; 0]);
    let before = exported_meeting(&page).await;
    assert_eq!(before["captures"][0]["words"], "while it was full");
    page.reload().await;
    assert_eq!(exported_meeting(&page).await, before);
    page.finish().await;
}

#[tokio::test]
async fn storage_that_fills_up_during_a_meeting_loses_nothing_once_space_is_free() {
    let (_site, page) = without_indexed_db().await;
    start_meeting(&page).await;
    assert_eq!(page.prop("storageMode").await, "local");
    for event in ["heard-storage-change", "heard-error"] {
        page.listen(event).await;
    }
    page.clock().advance(10_000).await;
    page.widget(FULL).await;
    page.click(FLOOR).await;
    page.clock().advance(3_000).await;
    add_capture(&page, "issue", "while it was full", "Maria").await;
    assert_eq!(page.prop("storageMode").await, "memory");
    assert_eq!(page.prop("talkMs").await, 3_000, "the meeting continues");
    assert_eq!(page.text(".save-state[data-mode=full]").await, "Not saved: storage full");
    let changes = page.events().await;
    assert_eq!(changes.len(), 2, "reported once as a change and once as an error: {changes:?}");
    assert_eq!(changes[0]["detail"], json!({ "v": 1, "mode": "memory", "reason": "storage-full" }));
    assert_eq!(changes[1]["detail"]["code"], "storage-full");

    page.widget(ROOM).await;
    page.click(FLOOR).await;
    page.wait_until("w.storageMode === 'local'").await;
    let changes = page.events().await;
    assert_eq!(changes.len(), 1, "the end is reported once: {changes:?}");
    assert_eq!(changes[0]["detail"]["mode"], "local");
    let before = exported_meeting(&page).await;
    assert_eq!(before["captures"][0]["words"], "while it was full");
    page.reload().await;
    assert_eq!(exported_meeting(&page).await, before);
    page.finish().await;
}

#[tokio::test]
async fn full_storage_is_reported_after_the_meeting_and_the_export_is_complete() {
    let (_site, page) = without_indexed_db().await;
    start_meeting(&page).await;
    page.widget(FULL).await;
    add_capture(&page, "issue", "while it was full", "Maria").await;
    call_ok(&page, "end", Value::Null).await;
    let notice = ".notice[data-note=mode][data-value=full]";
    assert!(page.text(notice).await.contains("is full"));
    let file = downloaded_json(&page, &format!("{notice} [data-act=file]")).await;
    assert_eq!(file["meetings"], exported_notebook(&page).await["meetings"]);
    page.finish().await;
}

#[tokio::test]
async fn a_draft_that_does_not_fit_stays_on_the_screen() {
    for (_site, page) in [open_with_clock().await, without_indexed_db().await] {
        start_meeting(&page).await;
        show_details(&page).await;
        page.widget(FULL).await;
        page.type_text(crate::fixtures::LINE, "still here").await;
        let line = "return s.querySelector('.capture .say').value";
        assert_eq!(page.widget(line).await, "still here");
        page.finish().await;
    }
}

#[tokio::test]
async fn data_saved_before_storage_filled_up_is_still_there() {
    for (mode, then) in [("setitem", "durable"), ("setitem,no-indexeddb", "memory")] {
        let (site, page) = open_with_clock().await;
        start_meeting(&page).await;
        add_capture(&page, "issue", "kept in time", "Maria").await;
        page.flush().await;
        page.open(&site.url(&format!("/pages/blocked.html?mode={mode}"))).await;
        assert_eq!(page.prop("state").await, "running", "{mode}");
        page.click(FLOOR).await;
        page.wait_until(&format!("w.floor === 'consultant' && w.storageMode === '{then}'")).await;
        assert_eq!(exported_meeting(&page).await["captures"][0]["words"], "kept in time", "{mode}");
        page.finish().await;
    }
}
