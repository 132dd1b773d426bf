//! Charts of past meetings and months: each value is drawn where its table says, and nothing is shown before the
//! guess.

use serde_json::{Value, json};

use crate::axe::axe;
use crate::drive::{Browser, Page, Site};
use crate::fixtures::{NOON, PAST, add_capture, call_ok, open_with_clock};
use crate::screens::{check_screen, open_all};

/// Holds a meeting of `theirs` and then `ours` minutes with one issue; it ends before the guess.
async fn hold_meeting(page: &Page, client: &str, [theirs, ours]: [u64; 2]) {
    call_ok(page, "start", json!({ "client": client })).await;
    add_capture(page, "issue", "Nobody calls back", "").await;
    page.clock().advance(theirs * 60_000).await;
    call_ok(page, "passFloor", Value::Null).await;
    page.clock().advance(ours * 60_000).await;
    call_ok(page, "end", Value::Null).await;
    page.wait_for(".guess").await;
}

async fn guess_talk_share(page: &Page, percent: u8) {
    page.click(&format!("[data-guess='{percent}']")).await;
    page.wait_for(".reveal").await;
}

/// Opens the charts of all clients. From a client's meeting, that client's charts come first.
async fn open_trends(page: &Page) {
    page.click(PAST).await;
    page.click("[data-act=everyone]").await;
    page.click("[data-act=trends]").await;
    page.wait_for(".trends").await;
}

/// Holds three four-minute meetings, guessed too low, right and too high.
async fn hold_three_meetings(page: &Page) {
    for (client, parts, guess) in
        [("Harbour Trust", [2, 2], 30), ("The Mill", [3, 1], 30), ("Harbour Trust", [1, 3], 80)]
    {
        hold_meeting(page, client, parts).await;
        guess_talk_share(page, guess).await;
    }
}

/// The cells of a chart's table, row by row, without the column of dates.
async fn cells(page: &Page, name: &str) -> Vec<String> {
    page.click(&format!("[data-trend={name}] .table summary")).await;
    page.all_texts(&format!("[data-trend={name}] tbody td")).await
}

/// The number of elements that `css` finds.
async fn count(page: &Page, css: &str) -> usize {
    page.all_texts(css).await.len()
}

#[tokio::test]
async fn charts_appear_after_three_meetings() {
    let (_site, page) = open_with_clock().await;
    for guess in [30, 50] {
        hold_meeting(&page, "Harbour Trust", [2, 2]).await;
        guess_talk_share(&page, guess).await;
    }
    open_trends(&page).await;
    assert!(!page.exists(".trends svg").await, "two values make a line");
    let texts = page.all_texts(".trend .sub").await;
    assert_eq!((texts.len(), &*texts[0]), (5, "Charts appear after three meetings."));
    page.finish().await;
}

#[tokio::test]
async fn each_value_is_drawn_where_its_table_says() {
    let (_site, page) = open_with_clock().await;
    hold_three_meetings(&page).await;
    open_trends(&page).await;
    assert_eq!(count(&page, "[data-trend=share] svg .trend-you").await, 3);
    assert_eq!(count(&page, "[data-trend=share] svg .trend-usual").await, 3);
    // The newest meeting is first, as in every list.
    assert_eq!(cells(&page, "share").await, ["75%", "30–43%", "25%", "30–43%", "50%", "30–43%"]);
    assert_eq!(
        cells(&page, "guess").await,
        ["80%", "75%", "+5", "30%", "25%", "+5", "30%", "50%", "−20"]
    );
    assert_eq!(cells(&page, "opening").await, ["1:00", "3:00", "2:00"]);
    let gist = page.attr("[data-trend=share] svg", "aria-label").await.unwrap();
    assert!(gist.contains("In 3 meetings, you did 25–75% of the talking. Median 50%."), "{gist}");
    let heights = "return [...s.querySelectorAll('[data-trend=share] svg .trend-you')]
        .map((dot) => Number(dot.getAttribute('cy')))";
    assert_eq!(page.widget(heights).await, json!([68, 98, 38]), "the oldest is on the left");
    let flow = cells(&page, "flow").await;
    assert_eq!((flow.len(), &flow[..2]), (24, &["3".to_owned(), "0".to_owned()][..]));
    assert_eq!(cells(&page, "silence").await[..3], ["3", "0", "0"]);
    page.finish().await;
}

#[tokio::test]
async fn a_meeting_is_left_out_of_the_charts_until_its_figures_are_shown() {
    let (_site, page) = open_with_clock().await;
    hold_three_meetings(&page).await;
    hold_meeting(&page, "Harbour Trust", [3, 1]).await;
    open_trends(&page).await;
    let texts = page.all_texts(".trends > .sub").await;
    assert_eq!(
        texts[1],
        "1 meeting is waiting for your guess. It shows up here once you’ve looked."
    );
    assert_eq!(count(&page, "[data-trend=share] svg .trend-you").await, 3);
    page.click(PAST).await;
    page.click(".entry").await;
    page.click("[data-act=reveal]").await;
    open_trends(&page).await;
    assert_eq!(
        count(&page, "[data-trend=share] svg .trend-you").await,
        4,
        "the figures were shown"
    );
    assert_eq!(count(&page, "[data-trend=guess] svg .trend-you").await, 3, "there is no guess");
    page.finish().await;
}

#[tokio::test]
async fn a_client_has_charts_of_their_own() {
    let (_site, page) = open_with_clock().await;
    hold_three_meetings(&page).await;
    for guess in [40, 50] {
        hold_meeting(&page, "Harbour Trust", [2, 2]).await;
        guess_talk_share(&page, guess).await;
    }
    open_trends(&page).await;
    let whose = page.find(".trend-whose select").await;
    assert_eq!(page.all_texts("option").await, ["All", "Harbour Trust", "The Mill"]);
    whose.select_by_index(1).await.expect("a client can be chosen");
    page.wait_until("s.querySelectorAll('[data-trend=share] svg .trend-you').length === 4").await;
    let whose = page.find(".trend-whose select").await;
    whose.select_by_index(2).await.expect("another can be chosen");
    page.wait_until("!s.querySelector('.trends svg')").await;
    page.finish().await;
}

/// The narrowest supported page, a phone and a laptop, in both colour schemes.
#[tokio::test]
async fn the_charts_fit_at_every_width_and_pass_axe() {
    let axe = axe();
    let site = Site::dist();
    let page = Browser::new().size(320, 640).clock(NOON).open(&site.url("/index.html")).await;
    page.emulate_reduced_motion(true).await;
    hold_three_meetings(&page).await;
    open_trends(&page).await;
    open_all(&page).await;
    for (width, dark) in [(320, false), (360, true), (1_280, false)] {
        page.resize(width, 640).await;
        page.emulate_dark(dark).await;
        check_screen(&page, &format!("the pictures at {width} px"), axe.as_deref()).await;
        // A drawing may overflow its box but not the card.
        let outside = "
            const card = s.querySelector('.heard').getBoundingClientRect();
            return [...s.querySelectorAll('.trend svg *')].filter((shape) => {
              const box = shape.getBoundingClientRect();
              return box.left < card.left || box.right > card.right;
            }).length";
        assert_eq!(page.widget(outside).await, 0, "{width} px");
    }
    page.finish().await;
}
