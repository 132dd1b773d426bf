//! One printer over three meetings: raised, told back, raised again, done, closed by the client, and on the sheet.

use serde_json::{Value, json};

use crate::drive::Page;
use crate::loops::{open_page, open_row, step};
use crate::scene::{FLOOR, PAST, START, caught, clocked, done, notebook, said};

const DAY_MS: u64 = 86_400_000;

/// A meeting with the client who is chosen on the start screen, in which an issue is raised; it stays open.
async fn meets_and_hears(page: &Page, words: &str) -> String {
    page.click(START).await;
    if page.exists(".chips .chip[aria-pressed=false]").await {
        page.click(".chips .chip[aria-pressed=false]").await;
    }
    page.click("[data-act=start]").await;
    page.wait_for(".live").await;
    page.clock().advance(300_000).await;
    caught(page, "issue", words, "Maria").await
}

async fn ends(page: &Page) {
    done(page, "end", Value::Null).await;
    page.click("[data-act=done]").await;
    page.wait_for(".start").await;
}

async fn takes(page: &Page, word: &str, told: &str) {
    page.click(&step(word)).await;
    if word == "tell-back" {
        page.click("input[value='by phone']").await;
        page.click("[data-act=keep-step]").await;
    }
    said(page, told).await;
}

#[tokio::test]
async fn nothing_they_said_falls_into_the_black_hole() {
    let (_site, page) = clocked().await;
    // The first meeting: raised.
    page.type_text("input[name=client]", "Harbour Trust").await;
    let first = meets_and_hears(&page, "The printer on the second floor jams").await;
    ends(&page).await;

    // Sixteen days later nobody has gone back to her; then somebody does.
    page.clock().sleep(16 * DAY_MS).await;
    open_page(&page).await;
    page.wait_for(".loop[data-hole=true]").await;
    open_row(&page).await;
    takes(&page, "tell-back", "Saved: you updated them.").await;
    page.wait_for(".loop[data-hole=false]").await;

    // The second meeting: she raises it again, and is asked about in one's own turn.
    page.clock().sleep(5 * DAY_MS).await;
    let again = meets_and_hears(&page, "That printer on the second floor still jams").await;
    page.press_key("Space").await;
    page.wait_until(&format!("s.querySelector({}).dataset.floor === 'consultant'", json!(FLOOR)))
        .await;
    page.click("[data-act=again-yes]").await;
    page.wait_for(".captures .loop-again").await;
    ends(&page).await;
    open_page(&page).await;
    assert_eq!(page.all_texts(".loop-words").await, ["The printer on the second floor jams"]);
    assert_eq!(page.text(".loop-again").await, "Raised twice");
    open_row(&page).await;
    takes(&page, "start", "Saved: started.").await;
    takes(&page, "finish", "Saved: done. You haven’t told them yet.").await;
    takes(&page, "tell-back", "Saved: you updated them.").await;

    // The third meeting opens with nothing of hers to wait for, and she says that it is closed.
    page.clock().sleep(9 * DAY_MS).await;
    page.click(START).await;
    page.click(".chips .chip").await;
    page.wait_for(".opening").await;
    assert!(page.text(".opening").await.contains("Nothing is waiting on you."));
    meets_and_hears(&page, "The new printer is loud").await;
    ends(&page).await;
    done(&page, "loop", json!([first, "close"])).await;

    let loops = notebook(&page).await["loops"].take();
    let one = &loops[0];
    assert_eq!((&one["id"], &one["state"]), (&json!(first), &json!("done")));
    assert_eq!(one["times_raised"], 2);
    assert!(one["closed_by_client_at"].is_string() && one["last_told_at"].is_string(), "{one}");
    let whats: Vec<&str> =
        one["history"].as_array().unwrap().iter().map(|e| e["what"].as_str().unwrap()).collect();
    let expected = ["told-back", "raised-again", "started", "finished", "told-back", "closed"];
    assert_eq!(whats, expected);
    assert!(!loops.to_string().contains(&again), "it is no loop of its own: {loops}");

    // And on the sheet, in her sentences.
    page.click(START).await;
    page.click(".chips .chip").await;
    page.click(PAST).await;
    page.click(".past [data-act=sheet]").await;
    page.wait_for(".sheets .sheet").await;
    let seen = page.text(".sheets .sheet").await;
    let order = [
        "You said, and it’s done",
        "“The printer on the second floor jams”",
        "You told us twice.",
        "You said, and it’s still open",
        "“The new printer is loud”",
    ];
    let places: Vec<_> = order.iter().map(|part| seen.find(part)).collect();
    assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{places:?}: {seen}");
    page.finish().await;
}
