//! The review of a meeting: the guess, questions about marks, outcomes worked backwards, and forms that save by
//! themselves.

use serde_json::{Value, json};

use crate::drive::{Page, Site};
use crate::fixtures::{
    PAST, add_capture, call_ok, exported_meeting, exported_notebook, open_with_clock, type_keys,
    wait_for_announcement, wait_for_focus,
};

/// Holds and ends a meeting with two marks, an outcome and an issue, in which we talk a third of the time.
pub(crate) async fn open_review() -> (Site, Page) {
    let (site, page) = open_with_clock().await;
    call_ok(&page, "start", json!({ "client": "Harbour Trust", "them": 3 })).await;
    page.clock().advance(120_000).await;
    for _ in 0..2 {
        call_ok(&page, "mark", Value::Null).await;
        page.clock().advance(30_000).await;
    }
    add_capture(&page, "outcome", "Quiet Mondays", "Maria").await;
    add_capture(&page, "issue", "Nobody calls back", "").await;
    call_ok(&page, "passFloor", Value::Null).await;
    page.clock().advance(90_000).await;
    call_ok(&page, "end", Value::Null).await;
    page.wait_for(".review").await;
    (site, page)
}

/// The exported capture with these words.
pub(crate) async fn capture(page: &Page, words: &str) -> Value {
    let exported = exported_meeting(page).await;
    let captures = exported["captures"].as_array().expect("a list");
    captures.iter().find(|one| one["words"] == words).cloned().unwrap_or_default()
}

/// Types into a field and leaves it.
pub(crate) async fn fill_in(page: &Page, field: &str, text: &str) {
    page.click(field).await;
    type_keys(page, text).await;
    page.press_key("Tab").await;
}

#[tokio::test]
async fn the_guess_is_asked_before_the_figures_are_shown_and_is_saved() {
    let (_site, page) = open_review().await;
    assert!(!page.exists("[data-fact], .strip").await, "the answer is not visible");
    let heading = page.text(".review h2").await;
    assert_eq!(heading, "Before you look: how much did you talk?");
    page.click("[data-guess='20']").await;
    page.wait_for(".reveal").await;
    assert_eq!(page.text(".review h2").await, "You did 33% of the talking.");
    assert_eq!(page.text(".reveal .sub").await, "You guessed 20%, 13 points low.");
    assert_eq!(exported_meeting(&page).await["guess_talk_percent"], 20);
    page.click("[data-act=undo]").await;
    page.wait_for(".guess").await;
    page.click("[data-act=reveal]").await;
    page.wait_for("[data-fact]").await;
    assert_eq!(
        exported_meeting(&page).await["guess_talk_percent"],
        Value::Null,
        "a guess is optional"
    );
    page.finish().await;
}

#[tokio::test]
async fn the_guess_chart_appears_after_three_guesses() {
    let (_site, page) = open_review().await;
    for nth in 0..3 {
        if nth > 0 {
            call_ok(&page, "start", Value::Null).await;
            page.clock().advance(60_000).await;
            call_ok(&page, "passFloor", Value::Null).await;
            page.clock().advance(60_000).await;
            call_ok(&page, "end", Value::Null).await;
        }
        page.wait_for(".guess").await;
        assert!(!page.exists(".gap").await);
        page.click("[data-guess='50']").await;
        page.wait_for(".reveal").await;
    }
    page.wait_for(".gap").await;
    page.click(".gap summary").await;
    let rows = page.all_texts(".gap td").await;
    assert_eq!(rows, ["50%", "50%", "0", "50%", "50%", "0", "50%", "33%", "+17"]);
    page.finish().await;
}

#[tokio::test]
async fn marks_ask_for_their_words_one_at_a_time() {
    let (_site, page) = open_review().await;
    let asks = page.text(".mark-question .sub").await;
    assert_eq!(asks, "You marked 2:00. What did they say? (1 more after this one.)");
    page.click(".mark-question .say").await;
    type_keys(&page, "We lose orders").await;
    page.press_key("Enter").await;
    page.wait_until(
        "s.querySelector('.mark-question .sub').textContent.startsWith('You marked 2:30.')",
    )
    .await;
    let kept = capture(&page, "We lose orders").await;
    assert_eq!((&kept["at_ms"], &kept["kind"]), (&json!(120_000), &json!("outcome")));
    assert_eq!(kept["mark"], exported_meeting(&page).await["marks"][0]["id"]);
    // The next mark's field gets the focus, and its unsaved text survives a reload.
    wait_for_focus(&page, ".mark-question .say").await;
    type_keys(&page, "Every Mon").await;
    page.reload().await;
    page.click(PAST).await;
    page.click(".entry").await;
    page.wait_for(".mark-question").await;
    page.click(".mark-question .say").await;
    page.press_key("End").await;
    type_keys(&page, "day").await;
    page.press_key("Enter").await;
    page.wait_until("!s.querySelector('.mark-question')").await;
    assert_eq!(capture(&page, "Every Monday").await["at_ms"], 150_000);
    page.finish().await;
}

#[tokio::test]
async fn a_mark_can_be_postponed_or_discarded() {
    let (_site, page) = open_review().await;
    page.click(".mark-question [data-act=later]").await;
    page.wait_until(
        "s.querySelector('.mark-question .sub').textContent.startsWith('You marked 2:30.')",
    )
    .await;
    page.click(".mark-question [data-act=strike]").await;
    page.wait_until("!s.querySelector('.mark-question')").await;
    assert_eq!(exported_meeting(&page).await["marks"].as_array().map(Vec::len), Some(1));
    page.click("[data-act=undo]").await;
    page.wait_for(".mark-question").await;
    page.finish().await;
}

#[tokio::test]
async fn an_unsaved_journal_entry_survives_a_reload() {
    let (_site, page) = open_review().await;
    page.click(".stories > summary").await;
    page.click(".stories textarea").await;
    type_keys(&page, "They had asked before").await;
    page.reload().await;
    assert_eq!(exported_notebook(&page).await["journal"][0]["learned"], "They had asked before");
    // The journal shows the entry and links to its meeting.
    page.click(PAST).await;
    page.click("[data-act=journal]").await;
    page.wait_for(".journal li").await;
    assert!(page.text(".journal li").await.starts_with("They had asked before"));
    page.click(".journal [data-act=open]").await;
    page.wait_for(".review").await;
    page.finish().await;
}

#[tokio::test]
async fn a_cost_is_saved_and_left_out_of_the_clients_copy() {
    let (_site, page) = open_review().await;
    page.click(".costs > summary").await;
    let time = page.text(".costs .sub").await;
    assert_eq!(
        time,
        "This meeting alone: 3 of them for 4 minutes, or 12 person-minutes of their time."
    );
    page.click(".costs [data-act=disruption]").await;
    page.wait_for(".costs .cost").await;
    fill_in(&page, ".costs .cost input", "the night shift").await;
    fill_in(&page, ".costs .cost textarea", "two hours").await;
    let noted = exported_meeting(&page).await["cost"].take();
    assert_eq!(
        (&noted[0]["kind"], &noted[0]["whom"], &noted[0]["note"]),
        (&json!("disruption"), &json!("the night shift"), &json!("two hours"))
    );
    let theirs = call_ok(&page, "exportText", json!(["json", { "audience": "client" }])).await;
    assert!(!theirs.as_str().expect("text").contains("night shift"), "{theirs}");
    page.click(".costs [data-act=strike]").await;
    page.wait_until("!s.querySelector('.costs .cost')").await;
    assert_eq!(exported_meeting(&page).await["cost"], json!([]));
    page.finish().await;
}

#[tokio::test]
async fn a_change_notice_is_saved_as_one_record() {
    let (_site, page) = open_review().await;
    page.click(".notices > summary").await;
    page.click(".notices textarea").await;
    for text in ["The switch is replaced", "an hour", "ring 12"] {
        type_keys(&page, text).await;
        page.press_key("Tab").await;
    }
    let notice = exported_meeting(&page).await["notices"].take();
    assert_eq!(
        (&notice[0]["what"], &notice[0]["how_long"], &notice[0]["how_to_stop"]),
        (&json!("The switch is replaced"), &json!("an hour"), &json!("ring 12"))
    );
    assert_eq!(notice.as_array().map(Vec::len), Some(1), "one notice, however many fields");
    page.finish().await;
}

#[tokio::test]
async fn correcting_the_kind_and_the_speaker_keeps_the_focus_on_the_capture() {
    let (_site, page) = open_review().await;
    page.click(".quote[data-kind=issue] .about > summary").await;
    fill_in(&page, ".quote[data-kind=issue] .speaker input", "Tom").await;
    page.click(".quote[data-kind=issue] [data-kind-to=outcome]").await;
    page.wait_until("!s.querySelector('.quote[data-kind=issue]')").await;
    wait_for_announcement(&page, "Saved.").await;
    wait_for_focus(&page, ".quote[data-kind=outcome] summary").await;
    let kept = capture(&page, "Nobody calls back").await;
    assert_eq!((&kept["kind"], &kept["said_by"]), (&json!("outcome"), &json!("Tom")));
    page.finish().await;
}
