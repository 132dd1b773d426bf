//! Before a meeting, and when something is raised again.

use serde_json::{Value, json};

use crate::drive::Page;
use crate::scene::{NOON, begin, caught, clocked, done, notebook};

const DAY_MS: i64 = 86_400_000;

/// So many days later, with the client chosen for the next meeting.
async fn days_later(page: &Page, days: i64) {
    page.clock().set_wall(NOON + days * DAY_MS).await;
    page.reload().await;
    page.click(".chips .chip").await;
    page.wait_for(".opening").await;
}

/// What the card says, in one line.
async fn told(page: &Page) -> String {
    page.text(".opening").await.split_whitespace().collect::<Vec<_>>().join(" ")
}

async fn met(page: &Page) -> String {
    begin(page).await;
    let id = caught(page, "issue", "The printer on the second floor jams", "Maria").await;
    caught(page, "outcome", "Quiet Mondays", "Maria").await;
    done(page, "end", Value::Null).await;
    page.click("[data-act=done]").await;
    id
}

#[tokio::test]
async fn before_a_meeting_it_says_what_they_still_wait_for_and_for_how_long() {
    let (_site, page) = clocked().await;
    let id = met(&page).await;
    done(&page, "start", json!({ "client": "Zoo" })).await;
    caught(&page, "issue", "The lions are bored", "Leo").await;
    done(&page, "end", Value::Null).await;
    page.click("[data-act=done]").await;
    page.clock().set_wall(NOON + 34 * DAY_MS).await;
    page.reload().await;
    assert!(!page.exists(".opening").await, "nobody is chosen yet");
    page.type_text("input[name=client]", "harbour trust").await;
    page.wait_for(".opening").await;
    let told = self::told(&page).await;
    for words in [
        "34 days",
        "no update to Maria yet",
        "The printer on the second floor jams",
        "Quiet Mondays",
    ] {
        assert!(told.contains(words), "“{words}” is not in “{told}”");
    }
    assert!(!told.contains("lions"), "{told}");
    assert_eq!(page.attr(".opening .loop", "data-hole").await.as_deref(), Some("true"));
    done(&page, "loop", json!([id, "tell-back", { "how": "by phone" }])).await;
    let told = self::told(&page).await;
    assert!(told.contains("updated today"), "{told}");
    assert_eq!(page.attr(".opening .loop", "data-hole").await.as_deref(), Some("false"));
    page.finish().await;
}

#[tokio::test]
async fn what_is_raised_again_is_asked_about_in_ones_own_turn_and_counted_with_a_yes() {
    let (_site, page) = clocked().await;
    let id = met(&page).await;
    days_later(&page, 20).await;
    page.click("[data-act=start]").await;
    caught(&page, "issue", "That printer on the second floor still jams", "Maria").await;
    page.tap(".share").await;
    page.wait_for(".live[data-quiet=false]").await;
    assert!(!page.exists(".again").await, "while they talk nobody is asked anything");
    page.click("[part=floor]").await;
    page.wait_for(".again").await;
    assert!(page.text(".again q").await.contains("The printer on the second floor jams"));
    page.click("[data-act=again-yes]").await;
    page.wait_until("!s.querySelector('.again') && s.querySelector('.captures .loop-again')").await;
    done(&page, "end", Value::Null).await;
    let loops = notebook(&page).await["loops"].take();
    assert_eq!(loops.as_array().map(Vec::len), Some(1), "{loops}");
    assert_eq!((&loops[0]["id"], &loops[0]["times_raised"]), (&json!(id), &json!(2)));
    page.finish().await;
}

#[tokio::test]
async fn with_a_no_it_is_a_loop_of_its_own_and_nobody_asks_again() {
    let (_site, page) = clocked().await;
    met(&page).await;
    days_later(&page, 1).await;
    page.click("[data-act=start]").await;
    caught(&page, "issue", "The printer on the third floor jams", "Maria").await;
    done(&page, "end", Value::Null).await;
    page.wait_for(".again").await;
    page.click("[data-act=again-no]").await;
    page.wait_until("!s.querySelector('.again')").await;
    page.flush().await;
    page.reload().await;
    let loops = notebook(&page).await["loops"].take();
    assert_eq!(loops.as_array().map(Vec::len), Some(2), "{loops}");
    page.finish().await;
}
