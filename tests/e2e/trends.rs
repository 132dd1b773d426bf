//! The last meetings and months as pictures: each figure where its table says, and nothing before it is there to see.

use serde_json::{Value, json};

use crate::axe::axe;
use crate::drive::{Browser, Page, Site};
use crate::scene::{NOON, PAST, caught, clocked, done};
use crate::screens::{look, open_all};

/// A meeting of so many minutes of theirs and then of ours, in which something is raised; it ends before the guess.
async fn meets(page: &Page, client: &str, [theirs, ours]: [u64; 2]) {
    done(page, "start", json!({ "client": client })).await;
    caught(page, "issue", "Nobody calls back", "").await;
    page.clock().advance(theirs * 60_000).await;
    done(page, "passFloor", Value::Null).await;
    page.clock().advance(ours * 60_000).await;
    done(page, "end", Value::Null).await;
    page.wait_for(".guess").await;
}

async fn guesses(page: &Page, percent: u8) {
    page.click(&format!("[data-guess='{percent}']")).await;
    page.wait_for(".reveal").await;
}

/// From wherever one is to the pictures of everybody. Who comes from a client's meeting sees theirs first.
async fn goes(page: &Page) {
    page.click(PAST).await;
    page.click("[data-act=everyone]").await;
    page.click("[data-act=trends]").await;
    page.wait_for(".trends").await;
}

/// Three meetings of four minutes, guessed too low, right, and too high.
async fn three(page: &Page) {
    for (client, parts, guess) in
        [("Harbour Trust", [2, 2], 30), ("The Mill", [3, 1], 30), ("Harbour Trust", [1, 3], 80)]
    {
        meets(page, client, parts).await;
        guesses(page, guess).await;
    }
}

/// The cells of a picture's table, row by row, without the one that says when.
async fn cells(page: &Page, name: &str) -> Vec<String> {
    page.click(&format!("[data-trend={name}] .table summary")).await;
    page.all_texts(&format!("[data-trend={name}] tbody td")).await
}

/// The number of shapes that a picture has.
async fn count(page: &Page, css: &str) -> usize {
    page.all_texts(css).await.len()
}

#[tokio::test]
async fn three_meetings_make_a_picture_and_two_make_none() {
    let (_site, page) = clocked().await;
    for guess in [30, 50] {
        meets(&page, "Harbour Trust", [2, 2]).await;
        guesses(&page, guess).await;
    }
    goes(&page).await;
    assert!(!page.exists(".trends svg").await, "two of anything make a line");
    let says = page.all_texts(".trend .sub").await;
    assert_eq!((says.len(), &*says[0]), (5, "Charts appear after three meetings."));
    page.finish().await;
}

#[tokio::test]
async fn each_figure_stands_where_its_table_says() {
    let (_site, page) = clocked().await;
    three(&page).await;
    goes(&page).await;
    assert_eq!(count(&page, "[data-trend=share] svg .trend-you").await, 3);
    assert_eq!(count(&page, "[data-trend=share] svg .trend-usual").await, 3);
    // The newest first, as in every list.
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
    assert_eq!(page.widget(heights).await, json!([68, 98, 38]), "the oldest at the left");
    let flow = cells(&page, "flow").await;
    assert_eq!((flow.len(), &flow[..2]), (24, &["3".to_owned(), "0".to_owned()][..]));
    assert_eq!(cells(&page, "silence").await[..3], ["3", "0", "0"]);
    page.finish().await;
}

#[tokio::test]
async fn what_waits_for_a_guess_gives_nothing_away() {
    let (_site, page) = clocked().await;
    three(&page).await;
    meets(&page, "Harbour Trust", [3, 1]).await;
    goes(&page).await;
    let says = page.all_texts(".trends > .sub").await;
    assert_eq!(
        says[1],
        "1 meeting is waiting for your guess. It shows up here once you’ve looked."
    );
    assert_eq!(count(&page, "[data-trend=share] svg .trend-you").await, 3);
    page.click(PAST).await;
    page.click(".entry").await;
    page.click("[data-act=reveal]").await;
    goes(&page).await;
    assert_eq!(count(&page, "[data-trend=share] svg .trend-you").await, 4, "it was looked at");
    assert_eq!(count(&page, "[data-trend=guess] svg .trend-you").await, 3, "it was not guessed");
    page.finish().await;
}

#[tokio::test]
async fn a_client_has_pictures_of_their_own() {
    let (_site, page) = clocked().await;
    three(&page).await;
    for guess in [40, 50] {
        meets(&page, "Harbour Trust", [2, 2]).await;
        guesses(&page, guess).await;
    }
    goes(&page).await;
    let whose = page.find(".trend-whose select").await;
    assert_eq!(page.all_texts("option").await, ["All", "Harbour Trust", "The Mill"]);
    whose.select_by_index(1).await.expect("a client can be chosen");
    page.wait_until("s.querySelectorAll('[data-trend=share] svg .trend-you').length === 4").await;
    let whose = page.find(".trend-whose select").await;
    whose.select_by_index(2).await.expect("another can be chosen");
    page.wait_until("!s.querySelector('.trends svg')").await;
    page.finish().await;
}

/// The narrowest that a page must fit, a phone and a notebook, by day and in the dark.
#[tokio::test]
async fn the_pictures_fit_everywhere_and_axe_finds_nothing() {
    let axe = axe();
    let site = Site::dist();
    let page = Browser::new().size(320, 640).clock(NOON).open(&site.url("/index.html")).await;
    page.emulate_reduced_motion(true).await;
    three(&page).await;
    goes(&page).await;
    open_all(&page).await;
    for (width, dark) in [(320, false), (360, true), (1_280, false)] {
        page.resize(width, 640).await;
        page.emulate_dark(dark).await;
        look(&page, &format!("the pictures at {width} px"), axe.as_deref()).await;
        // Drawings may overflow their box, and must not overflow the card.
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
