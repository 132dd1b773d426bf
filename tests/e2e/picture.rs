//! The picture of a meeting: each of its turns is told, to hands, to keys and to those who hear it.

use serde_json::{Value, json};

use crate::drive::{Browser, Page, Pointer, Site};
use crate::scene::{NOON, PLAIN, begin, caught, clocked, done, focused};

const SECOND_MS: u64 = 1_000;
const HAND: &str = ".picture .hand";
/// The five turns of [`looked_at`], as they are told.
const TOLD: [&str; 5] = [
    "1 of 5. Them: 0:00 to 1:00, 1:00 long. 1 mark.",
    "2 of 5. You: 1:00 to 1:30, 0:30 long. Held",
    "3 of 5. Them: 1:30 to 3:30, 2:00 long. Issue: Nobody calls us back.",
    "4 of 5. Break: 3:30 to 4:00, 0:30 long.",
    "5 of 5. Them: 4:00 to 5:00, 1:00 long.",
];

/// A meeting of five minutes on the review screen: theirs, ours, theirs, a break, theirs.
async fn looked_at() -> (Site, Page) {
    let (site, page) = clocked().await;
    begin(&page).await;
    let pass = async |seconds: u64| page.clock().advance(seconds * SECOND_MS).await;
    pass(30).await;
    done(&page, "mark", Value::Null).await;
    pass(30).await;
    done(&page, "passFloor", Value::Null).await;
    pass(10).await;
    done(&page, "capture", json!({ "kind": "held" })).await;
    pass(20).await;
    done(&page, "passFloor", Value::Null).await;
    pass(60).await;
    caught(&page, "issue", "Nobody calls us back.", "Maria").await;
    pass(60).await;
    done(&page, "takeBreak", Value::Null).await;
    pass(30).await;
    done(&page, "resume", Value::Null).await;
    pass(60).await;
    done(&page, "end", Value::Null).await;
    page.wait_for(".review").await;
    page.click("[data-act=reveal]").await;
    page.wait_for(".review .picture").await;
    (site, page)
}

async fn tells(page: &Page, words: &str) {
    let words = json!(words);
    page.wait_until(&format!("s.querySelector('.told').innerText.trim() === {words}")).await;
}

#[tokio::test]
async fn keys_walk_through_the_turns_and_escape_leaves() {
    let (_site, page) = looked_at().await;
    page.widget("s.querySelector('.hand').focus()").await;
    tells(&page, TOLD[0]).await;
    for told in &TOLD[1..] {
        page.press_key("ArrowRight").await;
        tells(&page, told).await;
    }
    for (key, told) in [
        ("ArrowRight", TOLD[4]),
        ("ArrowLeft", TOLD[3]),
        ("Home", TOLD[0]),
        ("ArrowDown", TOLD[0]),
        ("End", TOLD[4]),
        ("PageDown", TOLD[0]),
        ("PageUp", TOLD[4]),
    ] {
        page.press_key(key).await;
        tells(&page, told).await;
    }
    page.press_key("Escape").await;
    focused(&page, ".review h2").await;
    page.wait_until("!s.querySelector('.chosen')").await;
    page.finish().await;
}

#[tokio::test]
async fn a_touch_tells_the_turn_under_it_by_finger_and_by_mouse() {
    for pointer in [Pointer::Finger, Pointer::Mouse] {
        let (_site, page) = looked_at().await;
        page.press(pointer, HAND, 0).await;
        tells(&page, TOLD[2]).await;
        // The turn that is told is outlined.
        let path = page.attr(".chosen", "d").await;
        assert_eq!(path.as_deref(), Some("M90000 0h120000v66h-120000z"), "{pointer:?}");
        page.finish().await;
    }
}

#[tokio::test]
async fn what_is_drawn_is_said_as_a_sentence_a_slider_and_a_table() {
    let (_site, page) = looked_at().await;
    let sentence = page.attr("[part=strip]", "aria-label").await;
    assert_eq!(
        sentence.as_deref(),
        Some(
            "5:00: they had the floor for 4:00, you for 0:30, with 2 speaker changes. 1 mark, 2 notes."
        )
    );
    page.press(Pointer::Mouse, HAND, 0).await;
    tells(&page, TOLD[2]).await;
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
async fn the_stories_stand_in_brackets_and_ticks_at_whole_minutes() {
    let (_site, page) = looked_at().await;
    let texts = page.all_texts(".drawn > text").await;
    for text in ["0", "1 min", "4 min", "before you spoke", "their longest turn"] {
        assert!(texts.iter().any(|found| found == text), "{text}: {texts:?}");
    }
    assert_eq!(page.all_texts(".drawn .pin").await, ["H", "U"]);
    page.finish().await;
}

#[tokio::test]
async fn a_figure_says_of_what_it_is_and_one_touch_away_what_is_known() {
    let (_site, page) = looked_at().await;
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
async fn six_hundred_turns_are_no_more_to_draw_than_a_few() {
    let site = Site::dist();
    let page = Browser::new().size(360, 740).clock(NOON).open(&site.url(PLAIN)).await;
    begin(&page).await;
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
    done(&page, "end", Value::Null).await;
    page.wait_for(".review").await;
    page.click("[data-act=reveal]").await;
    page.wait_for(".review .picture").await;
    let rows =
        "return s.querySelectorAll('.drawn *').length + s.querySelectorAll('.table tr').length";
    let rows = page.widget(rows).await.as_u64();
    assert!(rows < Some(120), "{rows:?} nodes and rows");
    page.widget("s.querySelector('.hand').focus()").await;
    page.press_key("End").await;
    tells(&page, "601 of 601. They, 40:00 to 40:04, 0:04 long.").await;
    page.finish().await;
}

#[tokio::test]
async fn a_meeting_that_ends_as_it_begins_is_drawn_too() {
    let (_site, page) = clocked().await;
    begin(&page).await;
    caught(&page, "issue", "Nobody calls us back.", "Maria").await;
    done(&page, "end", Value::Null).await;
    page.wait_for(".review .picture").await;
    assert_eq!(page.text("[data-fact=elapsed] dd").await, "0:00");
    page.finish().await;
}
