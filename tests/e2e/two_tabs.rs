//! Two tabs on one notebook: each sees what the other does, and either can go on with the meeting.

use serde_json::Value;

use crate::drive::{Browser, Page, Site};
use crate::ropes::Ropes;
use crate::scene::{
    FLOOR, NOON, PAST, PLAIN, begin, caught, clocked, done, meeting, notebook, to_store,
};

/// Time passes in both tabs alike.
async fn advance(tabs: [&Page; 2], ms: u64) {
    for tab in tabs {
        tab.clock().advance(ms).await;
    }
}

#[tokio::test]
async fn a_second_tab_sees_the_first_ones_touches_and_goes_on_with_the_meeting() {
    let (site, first) = clocked().await;
    begin(&first).await;
    first.clock().advance(10_000).await;
    let second = first.sibling(&site.url(PLAIN)).await;
    assert_eq!(second.prop("state").await, "running", "the meeting was there before the tab");
    assert_eq!(second.prop("elapsedMs").await, 10_000);

    first.click(FLOOR).await;
    second.wait_for(".live[data-state=talking]").await;
    advance([&first, &second], 5_000).await;
    assert_eq!(second.prop("talkMs").await, 5_000);
    second.click(FLOOR).await;
    first.wait_until("w.floor === 'client'").await;
    advance([&first, &second], 2_000).await;
    caught(&first, "issue", "nobody calls back", "Maria").await;
    second.wait_until("s.querySelector('blockquote')?.textContent === 'nobody calls back'").await;
    for tab in [&first, &second] {
        assert_eq!(tab.prop("talkMs").await, 5_000);
        assert_eq!(tab.prop("listenMs").await, 12_000);
    }
    done(&second, "end", Value::Null).await;
    first.wait_until("w.state !== 'running'").await;
    let before = notebook(&second).await;
    assert_eq!(notebook(&first).await, before);
    first.reload().await;
    assert_eq!(notebook(&first).await, before);
    first.finish().await;
}

#[tokio::test]
async fn when_the_first_tab_closes_the_second_has_everything() {
    let (site, first) = clocked().await;
    let second = first.sibling(&site.url(PLAIN)).await;
    begin(&first).await;
    second.wait_until("w.state === 'running'").await;
    caught(&first, "issue", "nobody calls back", "Maria").await;
    first.close_tab().await;
    second.wait_for("blockquote").await;
    done(&second, "end", Value::Null).await;
    assert_eq!(meeting(&second).await["captures"][0]["words"], "nobody calls back");
    second.finish().await;
}

#[tokio::test]
async fn undo_in_one_tab_takes_back_what_the_other_did() {
    let (site, first) = clocked().await;
    begin(&first).await;
    let second = first.sibling(&site.url(PLAIN)).await;
    first.click(FLOOR).await;
    second.wait_until("w.floor === 'consultant'").await;
    done(&second, "undo", Value::Null).await;
    first.wait_until("w.floor === 'client'").await;
    first.finish().await;
}

#[tokio::test]
async fn erasing_in_one_tab_empties_the_other() {
    let site = Site::dist();
    let first = Browser::new().clock(NOON).open(&site.url(PLAIN)).await;
    begin(&first).await;
    done(&first, "end", Value::Null).await;
    done(&first, "start", Value::Null).await;
    done(&first, "end", Value::Null).await;
    first.reload().await;
    let second = first.sibling(&site.url(PLAIN)).await;
    second.click(PAST).await;
    second.wait_for(".entry").await;
    to_store(&first).await;
    first.click("[data-act=erase]").await;
    first.click("[data-act=erase-all]").await;
    second.wait_until("!s.querySelector('.entry')").await;
    first.flush().await;
    assert_eq!(Ropes::of(&first).await, Ropes::default());
    // Whatever the other tab still had in hand, it puts nothing back.
    second.flush().await;
    second.reload().await;
    assert_eq!(Ropes::of(&second).await, Ropes::default());
    second.finish().await;
}
