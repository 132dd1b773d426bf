//! Of two tabs with one notebook, only the leader shows the time; the other says so and can take over.

use serde_json::Value;

use crate::drive::{Page, Site};
use crate::fixtures::{
    FLOOR, PLAIN, call_ok, exported_meeting, open_with_clock, show_details, start_meeting,
};

const OTHER_TAB_NOTICE: &str = ".notice[data-note=elsewhere]";

/// A running meeting in the first tab, and a second tab with the same notebook.
async fn open_two_tabs() -> (Site, Page, Page) {
    let (site, first) = open_with_clock().await;
    start_meeting(&first).await;
    first.clock().advance(10_000).await;
    let second = first.sibling(&site.url(PLAIN)).await;
    second.wait_for(OTHER_TAB_NOTICE).await;
    (site, first, second)
}

async fn is_leader(tab: &Page) -> bool {
    !tab.exists(OTHER_TAB_NOTICE).await
}

#[tokio::test]
async fn one_tab_shows_the_time_and_the_other_says_so_until_it_takes_over() {
    let (_site, first, second) = open_two_tabs().await;
    assert_eq!((is_leader(&first).await, is_leader(&second).await), (true, false));
    call_ok(&first, "passFloor", Value::Null).await;
    second.wait_until("w.floor === 'consultant'").await;
    for tab in [&first, &second] {
        tab.clock().advance(5_000).await;
    }
    first.wait_until("s.querySelector('.clock').textContent === '0:05'").await;
    let stands = "return s.querySelector('.clock').textContent === '0:05'";
    assert_eq!(second.widget(stands).await, false, "only one tab shows the time");

    second.click("[data-act=take-over]").await;
    second.wait_until(&format!("!s.querySelector('{OTHER_TAB_NOTICE}')")).await;
    second.wait_until("s.querySelector('.clock').textContent === '0:05'").await;
    first.wait_for(OTHER_TAB_NOTICE).await;
    // And the first tab takes over again.
    first.click("[data-act=take-over]").await;
    second.wait_for(OTHER_TAB_NOTICE).await;
    first.wait_until(&format!("!s.querySelector('{OTHER_TAB_NOTICE}')")).await;
    first.finish().await;
}

#[tokio::test]
async fn the_other_tab_leads_when_the_leader_closes() {
    let (_site, first, second) = open_two_tabs().await;
    first.close_tab().await;
    second.wait_until(&format!("!s.querySelector('{OTHER_TAB_NOTICE}')")).await;
    // No time away is recorded, since the first tab was awake all the time.
    second.clock().advance(5_000).await;
    call_ok(&second, "end", Value::Null).await;
    second.flush().await;
    let exported = exported_meeting(&second).await;
    assert_eq!(exported["away"], serde_json::json!([]));
    assert_eq!(exported["measures"]["listen_ms"], 15_000);
    second.finish().await;
}

#[tokio::test]
async fn a_reloaded_leader_finds_the_other_tab_leading() {
    let (_site, first, second) = open_two_tabs().await;
    first.reload().await;
    second.wait_until(&format!("!s.querySelector('{OTHER_TAB_NOTICE}')")).await;
    first.wait_for(OTHER_TAB_NOTICE).await;
    first.finish().await;
}

#[tokio::test]
async fn passing_the_floor_makes_a_tab_the_leader() {
    let (_site, first, second) = open_two_tabs().await;
    show_details(&second).await;
    second.click(FLOOR).await;
    second.wait_until("w.floor === 'consultant'").await;
    second.wait_until(&format!("!s.querySelector('{OTHER_TAB_NOTICE}')")).await;
    first.wait_for(OTHER_TAB_NOTICE).await;
    first.finish().await;
}

#[tokio::test]
async fn a_capture_made_in_either_tab_is_saved_once() {
    let (_site, first, second) = open_two_tabs().await;
    for (tab, words) in [(&first, "of the head"), (&second, "of the other")] {
        crate::fixtures::add_capture(tab, "issue", words, "").await;
    }
    call_ok(&second, "end", Value::Null).await;
    first.wait_until("w.state !== 'running'").await;
    for tab in [&first, &second] {
        tab.flush().await;
    }
    let exported = exported_meeting(&first).await;
    assert_eq!(exported["captures"].as_array().map(Vec::len), Some(2));
    first.reload().await;
    second.reload().await;
    assert_eq!(
        (exported_meeting(&first).await, exported_meeting(&second).await),
        (exported.clone(), exported)
    );
    first.finish().await;
}
