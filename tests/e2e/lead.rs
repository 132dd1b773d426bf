//! Of two tabs on one notebook one shows the time; the other says so, and can take over.

use serde_json::Value;

use crate::drive::{Page, Site};
use crate::scene::{FLOOR, PLAIN, begin, clocked, done, meeting, wake};

const ELSEWHERE: &str = ".notice[data-note=elsewhere]";

/// A meeting that runs in the first tab, and a second tab on it.
async fn two() -> (Site, Page, Page) {
    let (site, first) = clocked().await;
    begin(&first).await;
    first.clock().advance(10_000).await;
    let second = first.sibling(&site.url(PLAIN)).await;
    second.wait_for(ELSEWHERE).await;
    (site, first, second)
}

async fn leads(tab: &Page) -> bool {
    !tab.exists(ELSEWHERE).await
}

#[tokio::test]
async fn one_shows_the_time_and_the_other_says_so_until_it_takes_over() {
    let (_site, first, second) = two().await;
    assert_eq!((leads(&first).await, leads(&second).await), (true, false));
    done(&first, "passFloor", Value::Null).await;
    second.wait_until("w.floor === 'consultant'").await;
    for tab in [&first, &second] {
        tab.clock().advance(5_000).await;
    }
    first.wait_until("s.querySelector('.clock').textContent === '0:05'").await;
    let stands = "return s.querySelector('.clock').textContent === '0:05'";
    assert_eq!(second.widget(stands).await, false, "time passes on one screen only");

    second.click("[data-act=take-over]").await;
    second.wait_until(&format!("!s.querySelector('{ELSEWHERE}')")).await;
    second.wait_until("s.querySelector('.clock').textContent === '0:05'").await;
    first.wait_for(ELSEWHERE).await;
    // And back again.
    first.click("[data-act=take-over]").await;
    second.wait_for(ELSEWHERE).await;
    first.wait_until(&format!("!s.querySelector('{ELSEWHERE}')")).await;
    first.finish().await;
}

#[tokio::test]
async fn a_head_that_closes_hands_over() {
    let (_site, first, second) = two().await;
    first.close_tab().await;
    second.wait_until(&format!("!s.querySelector('{ELSEWHERE}')")).await;
    // It counts no time away: the meeting was looked after all along.
    second.clock().advance(5_000).await;
    done(&second, "end", Value::Null).await;
    second.flush().await;
    let told = meeting(&second).await;
    assert_eq!(told["away"], serde_json::json!([]));
    assert_eq!(told["measures"]["listen_ms"], 15_000);
    second.finish().await;
}

#[tokio::test]
async fn a_head_that_is_reloaded_finds_the_other_at_the_head() {
    let (_site, first, second) = two().await;
    first.reload().await;
    second.wait_until(&format!("!s.querySelector('{ELSEWHERE}')")).await;
    first.wait_for(ELSEWHERE).await;
    first.finish().await;
}

#[tokio::test]
async fn whoever_passes_the_floor_in_the_other_tab_has_the_time_there() {
    let (_site, first, second) = two().await;
    wake(&second).await;
    second.click(FLOOR).await;
    second.wait_until("w.floor === 'consultant'").await;
    second.wait_until(&format!("!s.querySelector('{ELSEWHERE}')")).await;
    first.wait_for(ELSEWHERE).await;
    first.finish().await;
}

#[tokio::test]
async fn what_is_said_in_either_is_kept_once() {
    let (_site, first, second) = two().await;
    for (tab, words) in [(&first, "of the head"), (&second, "of the other")] {
        crate::scene::caught(tab, "issue", words, "").await;
    }
    done(&second, "end", Value::Null).await;
    first.wait_until("w.state !== 'running'").await;
    for tab in [&first, &second] {
        tab.flush().await;
    }
    let told = meeting(&first).await;
    assert_eq!(told["captures"].as_array().map(Vec::len), Some(2));
    first.reload().await;
    second.reload().await;
    assert_eq!((meeting(&first).await, meeting(&second).await), (told.clone(), told));
    first.finish().await;
}
