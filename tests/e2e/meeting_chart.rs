//! The meeting chart: each turn can be read by pointer, by keyboard and by screen reader.

use serde_json::{Value, json};

use crate::drive::{Browser, Page, Pointer, Site};
use crate::fixtures::{
    NOON, PLAIN, add_capture, call_ok, open_with_clock, start_meeting, wait_for_focus,
};

const SECOND_MS: u64 = 1_000;
const HAND: &str = ".picture .turn-slider";
/// The descriptions of the five turns of [`open_chart`].
const DESCRIPTIONS: [&str; 5] = [
    "1 of 5. Them: 0:00 to 1:00, 1:00 long. 1 mark.",
    "2 of 5. You: 1:00 to 1:30, 0:30 long. Held",
    "3 of 5. Them: 1:30 to 3:30, 2:00 long. Issue: Nobody calls us back.",
    "4 of 5. Break: 3:30 to 4:00, 0:30 long.",
    "5 of 5. Them: 4:00 to 5:00, 1:00 long.",
];

/// The review of a five-minute meeting: client, us, client, a break, client.
async fn open_chart() -> (Site, Page) {
    let (site, page) = open_with_clock().await;
    start_meeting(&page).await;
    let pass = async |seconds: u64| page.clock().advance(seconds * SECOND_MS).await;
    pass(30).await;
    call_ok(&page, "mark", Value::Null).await;
    pass(30).await;
    call_ok(&page, "passFloor", Value::Null).await;
    pass(10).await;
    call_ok(&page, "capture", json!({ "kind": "held" })).await;
    pass(20).await;
    call_ok(&page, "passFloor", Value::Null).await;
    pass(60).await;
    add_capture(&page, "issue", "Nobody calls us back.", "Maria").await;
    pass(60).await;
    call_ok(&page, "takeBreak", Value::Null).await;
    pass(30).await;
    call_ok(&page, "resume", Value::Null).await;
    pass(60).await;
    call_ok(&page, "end", Value::Null).await;
    page.wait_for(".review").await;
    page.click("[data-act=reveal]").await;
    page.wait_for(".review .picture").await;
    (site, page)
}

async fn assert_description(page: &Page, words: &str) {
    let words = json!(words);
    page.wait_until(&format!("s.querySelector('.selected-turn').innerText.trim() === {words}"))
        .await;
}

#[tokio::test]
async fn arrow_keys_move_through_the_turns_and_escape_leaves() {
    let (_site, page) = open_chart().await;
    page.widget("s.querySelector('.turn-slider').focus()").await;
    assert_description(&page, DESCRIPTIONS[0]).await;
    for description in &DESCRIPTIONS[1..] {
        page.press_key("ArrowRight").await;
        assert_description(&page, description).await;
    }
    for (key, description) in [
        ("ArrowRight", DESCRIPTIONS[4]),
        ("ArrowLeft", DESCRIPTIONS[3]),
        ("Home", DESCRIPTIONS[0]),
        ("ArrowDown", DESCRIPTIONS[0]),
        ("End", DESCRIPTIONS[4]),
        ("PageDown", DESCRIPTIONS[0]),
        ("PageUp", DESCRIPTIONS[4]),
    ] {
        page.press_key(key).await;
        assert_description(&page, description).await;
    }
    page.press_key("Escape").await;
    wait_for_focus(&page, ".review h2").await;
    page.wait_until("!s.querySelector('.chosen')").await;
    page.finish().await;
}

#[tokio::test]
async fn a_tap_or_a_click_describes_the_turn_under_it() {
    for pointer in [Pointer::Finger, Pointer::Mouse] {
        let (_site, page) = open_chart().await;
        page.press(pointer, HAND, 0).await;
        assert_description(&page, DESCRIPTIONS[2]).await;
        // The described turn is outlined.
        let path = page.attr(".chosen", "d").await;
        assert_eq!(path.as_deref(), Some("M90000 0h120000v66h-120000z"), "{pointer:?}");
        page.finish().await;
    }
}

#[tokio::test]
async fn the_chart_has_a_summary_a_slider_and_a_table() {
    let (_site, page) = open_chart().await;
    let sentence = page.attr("[part=strip]", "aria-label").await;
    assert_eq!(
        sentence.as_deref(),
        Some(
            "5:00: they had the floor for 4:00, you for 0:30, with 2 speaker changes. 1 mark, 2 notes."
        )
    );
    page.press(Pointer::Mouse, HAND, 0).await;
    assert_description(&page, DESCRIPTIONS[2]).await;
    let of_hand = async |name| page.attr(HAND, name).await.unwrap();
    assert_eq!(of_hand("aria-valuenow").await, "3");
    assert_eq!(
        of_hand("aria-valuetext").await,
        "3 of 5. Them: 1:30 to 3:30, 2:00 long. Issue: Nobody calls us back."
    );
    page.click(".table summary").await;
    let cells = page.all_texts(".table tbody tr:nth-child(3) > *").await;
    assert_eq!(cells, ["Them", "1:30", "3:30", "2:00", "Issue: Nobody calls us back."]);
    assert_eq!(page.all_texts(".table tbody tr").await.len(), 5);
    page.finish().await;
}

#[tokio::test]
async fn long_turns_have_brackets_and_whole_minutes_have_ticks() {
    let (_site, page) = open_chart().await;
    let texts = page.all_texts(".drawn > text").await;
    for text in ["0", "1 min", "4 min", "before you spoke", "their longest turn"] {
        assert!(texts.iter().any(|found| found == text), "{text}: {texts:?}");
    }
    assert_eq!(page.all_texts(".drawn .pin").await, ["H", "U"]);
    page.finish().await;
}

#[tokio::test]
async fn a_figure_has_its_unit_and_an_explanation() {
    let (_site, page) = open_chart().await;
    for (name, of) in [
        ("talk", "11% of 4:30 of talking"),
        ("listen", "89% of 4:30 of talking"),
        ("opening-story", "of their 4:00"),
        ("longest-talk", "of your 0:30"),
        ("breaks", "in a meeting of 5:00"),
    ] {
        assert_eq!(page.text(&format!("[data-fact={name}] .of")).await, of, "{name}");
    }
    page.tap("[data-fact=talk] summary").await;
    page.wait_until("s.querySelector('[data-fact=talk] p').innerText.includes('vendor data')")
        .await;
    assert!(
        !page.exists("[data-fact=turns-per-hour]").await,
        "five minutes say nothing of an hour"
    );
    page.finish().await;
}

#[tokio::test]
async fn six_hundred_turns_need_no_more_elements_than_a_few() {
    let site = Site::dist();
    let page = Browser::new().size(360, 740).clock(NOON).open(&site.url(PLAIN)).await;
    start_meeting(&page).await;
    let talk = "
        await w.mark();
        for (let n = 0; n < 40; n += 1) {
          await e2eClock.pass(4000);
          await w.passFloor();
        }";
    for _ in 0..15 {
        page.widget(talk).await;
    }
    page.clock().advance(4 * SECOND_MS).await;
    call_ok(&page, "end", Value::Null).await;
    page.wait_for(".review").await;
    page.click("[data-act=reveal]").await;
    page.wait_for(".review .picture").await;
    let rows =
        "return s.querySelectorAll('.drawn *').length + s.querySelectorAll('.table tr').length";
    let rows = page.widget(rows).await.as_u64();
    assert!(rows < Some(120), "{rows:?} nodes and rows");
    page.widget("s.querySelector('.turn-slider').focus()").await;
    page.press_key("End").await;
    assert_description(&page, "601 of 601. Them: 40:00 to 40:04, 0:04 long.").await;
    page.finish().await;
}

#[tokio::test]
async fn a_meeting_of_no_length_has_a_chart() {
    let (_site, page) = open_with_clock().await;
    start_meeting(&page).await;
    add_capture(&page, "issue", "Nobody calls us back.", "Maria").await;
    call_ok(&page, "end", Value::Null).await;
    page.wait_for(".review .picture").await;
    assert_eq!(page.text("[data-fact=elapsed] dd").await, "0:00");
    page.finish().await;
}
