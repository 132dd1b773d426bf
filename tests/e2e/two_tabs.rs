//! Two tabs with one notebook: each shows the other's changes, and either can continue the meeting.

use serde_json::Value;

use crate::drive::{Browser, Page, Site};
use crate::fixtures::{
    FLOOR, NOON, PAST, PLAIN, add_capture, call_ok, exported_meeting, exported_notebook,
    open_data_screen, open_with_clock, start_meeting,
};
use crate::storage_pair::StoragePair;

/// Advances the clocks of both tabs.
async fn advance(tabs: [&Page; 2], ms: u64) {
    for tab in tabs {
        tab.clock().advance(ms).await;
    }
}

#[tokio::test]
async fn a_second_tab_shows_the_first_ones_changes_and_continues_the_meeting() {
    let (site, first) = open_with_clock().await;
    start_meeting(&first).await;
    first.clock().advance(10_000).await;
    let second = first.sibling(&site.url(PLAIN)).await;
    assert_eq!(second.prop("state").await, "running", "the meeting is older than the tab");
    assert_eq!(second.prop("elapsedMs").await, 10_000);

    first.click(FLOOR).await;
    second.wait_for(".live[data-state=talking]").await;
    advance([&first, &second], 5_000).await;
    assert_eq!(second.prop("talkMs").await, 5_000);
    second.click(FLOOR).await;
    first.wait_until("w.floor === 'client'").await;
    advance([&first, &second], 2_000).await;
    add_capture(&first, "issue", "nobody calls back", "Maria").await;
    second.wait_until("s.querySelector('blockquote')?.textContent === 'nobody calls back'").await;
    for tab in [&first, &second] {
        assert_eq!(tab.prop("talkMs").await, 5_000);
        assert_eq!(tab.prop("listenMs").await, 12_000);
    }
    call_ok(&second, "end", Value::Null).await;
    first.wait_until("w.state !== 'running'").await;
    let before = exported_notebook(&second).await;
    assert_eq!(exported_notebook(&first).await, before);
    first.reload().await;
    assert_eq!(exported_notebook(&first).await, before);
    first.finish().await;
}

#[tokio::test]
async fn the_second_tab_has_everything_when_the_first_closes() {
    let (site, first) = open_with_clock().await;
    let second = first.sibling(&site.url(PLAIN)).await;
    start_meeting(&first).await;
    second.wait_until("w.state === 'running'").await;
    add_capture(&first, "issue", "nobody calls back", "Maria").await;
    first.close_tab().await;
    second.wait_for("blockquote").await;
    call_ok(&second, "end", Value::Null).await;
    assert_eq!(exported_meeting(&second).await["captures"][0]["words"], "nobody calls back");
    second.finish().await;
}

#[tokio::test]
async fn undo_in_one_tab_reverts_the_other_tabs_change() {
    let (site, first) = open_with_clock().await;
    start_meeting(&first).await;
    let second = first.sibling(&site.url(PLAIN)).await;
    first.click(FLOOR).await;
    second.wait_until("w.floor === 'consultant'").await;
    call_ok(&second, "undo", Value::Null).await;
    first.wait_until("w.floor === 'client'").await;
    first.finish().await;
}

#[tokio::test]
async fn erasing_in_one_tab_empties_the_other() {
    let site = Site::dist();
    let first = Browser::new().clock(NOON).open(&site.url(PLAIN)).await;
    start_meeting(&first).await;
    call_ok(&first, "end", Value::Null).await;
    call_ok(&first, "start", Value::Null).await;
    call_ok(&first, "end", Value::Null).await;
    first.reload().await;
    let second = first.sibling(&site.url(PLAIN)).await;
    second.click(PAST).await;
    second.wait_for(".entry").await;
    open_data_screen(&first).await;
    first.click("[data-act=erase]").await;
    first.click("[data-act=erase-all]").await;
    second.wait_until("!s.querySelector('.entry')").await;
    first.flush().await;
    assert_eq!(StoragePair::of(&first).await, StoragePair::default());
    // The other tab does not write its pending data again.
    second.flush().await;
    second.reload().await;
    assert_eq!(StoragePair::of(&second).await, StoragePair::default());
    second.finish().await;
}
