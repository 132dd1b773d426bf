//! Time while the device slept or the page was closed: detected from the clocks, excluded or marked, and counted as
//! the user chooses.

use serde_json::{Value, json};

use crate::drive::{Browser, Page, Site};
use crate::fixtures::{
    NOON, PLAIN, call_ok, exported_meeting, open_with_clock, open_with_script, start_meeting,
};
use crate::storage_pair::{StoragePair, come_back, leave};

pub(crate) const TEN_MIN: u64 = 600_000;

/// A meeting in which the client speaks for 20 s and we for 10 s on a page that is awake.
pub(crate) async fn in_our_turn() -> (Site, Page) {
    in_our_turn_on(open_with_clock().await).await
}

async fn in_our_turn_on((site, page): (Site, Page)) -> (Site, Page) {
    start_meeting(&page).await;
    page.clock().advance(20_000).await;
    call_ok(&page, "passFloor", Value::Null).await;
    page.clock().advance(10_000).await;
    (site, page)
}

/// The element's figures in milliseconds: talk, listening, total.
pub(crate) async fn figures(page: &Page) -> [u64; 3] {
    let figures = page.widget("return [w.talkMs, w.listenMs, w.elapsedMs]").await;
    serde_json::from_value(figures).expect("three numbers")
}

/// The exported time away. Asserts that the intervals cover the meeting without gaps.
pub(crate) async fn exported_away(page: &Page) -> Vec<(u64, u64, String)> {
    let exported = exported_meeting(page).await;
    let parts = |name: &str| exported[name].as_array().expect("a list").clone();
    let ends =
        |part: &Value| (part["start_ms"].as_u64().unwrap(), part["end_ms"].as_u64().unwrap());
    let all = ["turns", "breaks", "away"].map(parts).concat();
    let mut all: Vec<_> = all.iter().map(ends).collect();
    all.sort_unstable();
    let elapsed_ms = page.prop("elapsedMs").await.as_u64().unwrap();
    let mut until_ms = 0;
    for (start_ms, end_ms) in all {
        assert_eq!(
            (start_ms, start_ms < end_ms),
            (until_ms, true),
            "no gap, no overlap: {exported}"
        );
        until_ms = end_ms;
    }
    assert_eq!(until_ms, elapsed_ms, "the intervals end with the meeting: {exported}");
    let away = parts("away").into_iter();
    away.map(|a| (ends(&a).0, ends(&a).1, a["counted_as"].as_str().unwrap().to_owned())).collect()
}

/// Asserts what was detected and the figures, and that the card asks about it until it is answered.
pub(crate) async fn assert_away(
    page: &Page,
    found: Option<(u64, u64, &str)>,
    figures_then: [u64; 3],
) {
    assert_eq!(figures(page).await, figures_then);
    let wanted = found.map(|(start, end, as_what)| (start, end, as_what.to_owned()));
    assert_eq!(exported_away(page).await, wanted.clone().into_iter().collect::<Vec<_>>());
    assert_eq!(page.exists(".live .away[data-away]").await, wanted.is_some());
}

#[tokio::test]
async fn an_awake_or_throttled_page_has_no_time_away() {
    let (_site, page) = in_our_turn().await;
    page.clock().advance(3_600_000).await;
    assert_away(&page, None, [3_610_000, 20_000, 3_630_000]).await;
    let hide = "
        Object.defineProperty(document, 'visibilityState', { value: args[0], configurable: true });
        document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));";
    page.widget_with(hide, json!(["hidden"])).await;
    for _ in 0..10 {
        page.clock().freeze(60_000).await;
    }
    page.widget_with(hide, json!(["visible"])).await;
    assert_away(&page, None, [4_210_000, 20_000, 4_230_000]).await;
    page.wait_until("s.querySelector('.clock').textContent === '1:10:10'").await;
    page.finish().await;
}

#[tokio::test]
async fn the_time_of_a_frozen_page_is_credited_to_the_turn_and_marked() {
    let (_site, page) = in_our_turn().await;
    page.clock().freeze(90_000).await;
    assert_away(&page, None, [100_000, 20_000, 120_000]).await;
    page.clock().freeze(90_001).await;
    page.clock().advance(4_999).await;
    let found = Some((120_000, 210_001, "talk"));
    assert_away(&page, found, [195_000, 20_000, 215_000]).await;
    let question = page.text(".live .away .sub").await;
    assert!(question.starts_with("Away for 1:30, from 2:00."), "{question}");
    page.reload().await;
    assert_away(&page, found, [195_000, 20_000, 215_000]).await;
    page.finish().await;
}

#[tokio::test]
async fn a_suspend_that_stops_the_monotonic_clock_is_excluded() {
    let (_site, page) = in_our_turn().await;
    page.clock().sleep(10_000).await;
    page.clock().advance(5_000).await;
    assert_away(&page, None, [15_000, 20_000, 35_000]).await;
    page.clock().sleep(10_001).await;
    page.clock().advance(5_000).await;
    // It is unknown when the clock stopped, so the measured time is credited first.
    let found = Some((40_000, 50_001, "left-out"));
    assert_away(&page, found, [20_000, 20_000, 50_001]).await;
    page.clock().advance(5_000).await;
    assert_away(&page, found, [25_000, 20_000, 55_001]).await;
    page.finish().await;
}

#[tokio::test]
async fn a_tap_right_after_the_suspend_is_not_part_of_it() {
    let (_site, page) = in_our_turn().await;
    page.clock().sleep(TEN_MIN).await;
    call_ok(&page, "passFloor", Value::Null).await;
    page.clock().advance(7_000).await;
    let credited = [10_000, 27_000, 637_000];
    assert_eq!(figures(&page).await, credited);
    assert_eq!(exported_away(&page).await, [(30_000, 630_000, "left-out".to_owned())]);
    page.finish().await;
}

#[tokio::test]
async fn setting_the_wall_clock_back_changes_no_figure() {
    let (_site, page) = in_our_turn().await;
    let wall_ms = page.clock().wall_ms().await;
    page.clock().set_wall(wall_ms - 3_600_000).await;
    page.clock().advance(5_000).await;
    assert_away(&page, None, [15_000, 20_000, 35_000]).await;
    page.clock().freeze(TEN_MIN).await;
    assert_away(&page, Some((35_000, 635_000, "talk")), [615_000, 20_000, 635_000]).await;
    page.reload().await;
    assert_eq!(figures(&page).await, [615_000, 20_000, 635_000]);
    page.finish().await;
}

#[tokio::test]
async fn the_end_of_daylight_saving_time_changes_no_figure() {
    // One minute before the clocks are set back in Berlin.
    let before = 1_792_889_940_000;
    let site = Site::dist();
    let page = Browser::new().clock(before).blank().await;
    page.cdp("Emulation.setTimezoneOverride", json!({ "timezoneId": "Europe/Berlin" })).await;
    page.open(&site.url(PLAIN)).await;
    start_meeting(&page).await;
    page.clock().advance(120_000).await;
    call_ok(&page, "passFloor", Value::Null).await;
    page.clock().advance(60_000).await;
    assert_away(&page, None, [60_000, 120_000, 180_000]).await;
    page.reload().await;
    assert_away(&page, None, [60_000, 120_000, 180_000]).await;
    assert_eq!(exported_meeting(&page).await["started_at"], "2026-10-25T02:59:00.000+02:00");
    page.finish().await;
}

#[tokio::test]
async fn a_reload_within_ten_seconds_continues_and_a_longer_absence_is_excluded() {
    for (gone_ms, found) in [(9_999, None), (10_000, Some((30_000, 40_000, "left-out")))] {
        let (site, page) = in_our_turn().await;
        leave(&site, &page).await;
        page.clock().sleep(gone_ms).await;
        come_back(&site, &page).await;
        page.clock().advance(5_000).await;
        let credit_ms = if found.is_none() { gone_ms } else { 0 };
        let credited = [15_000 + credit_ms, 20_000, 35_000 + gone_ms];
        assert_away(&page, found, credited).await;
        page.finish().await;
    }
}

#[tokio::test]
async fn a_page_that_was_killed_counts_until_its_last_heartbeat() {
    // As if the process had been killed: the page receives no more events.
    let dies = "
        for (const last of ['visibilitychange', 'pagehide']) {
          addEventListener(last, (event) => window.e2eDies && event.stopImmediatePropagation(), true);
        }";
    let (site, page) = in_our_turn_on(open_with_script(dies, PLAIN).await).await;
    // Between two heartbeats.
    page.clock().advance(3_000).await;
    page.eval("window.e2eDies = true", vec![]).await;
    let beat = StoragePair::of(&page).await.durable.remove("p:").expect("a heartbeat is stored");
    assert!(beat.contains(&(NOON + 30_000).to_string()), "{beat}");
    page.open_bare(&site.url("/pages/without_widget.html")).await;
    page.clock().sleep(TEN_MIN).await;
    come_back(&site, &page).await;
    page.clock().advance(5_000).await;
    let found = Some((30_000, 633_000, "left-out"));
    assert_away(&page, found, [15_000, 20_000, 638_000]).await;
    page.finish().await;
}
