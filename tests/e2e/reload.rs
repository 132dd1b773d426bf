//! Reloads at critical moments: nothing is lost, and typing can continue.

use serde_json::{Value, json};

use crate::drive::{Page, Problem};
use crate::fixtures::{
    FLOOR, LINE, SPEAKER, add_capture, call_ok, exported_meeting, local_storage, open_plain,
    open_with_clock, start_meeting, wait_for_focus,
};

/// The capture line's text, and whether it has the focus.
const LINE_STATE: &str = "
    const line = s.querySelector('.capture .say');
    return {
      words: line.value,
      caret: [line.selectionStart, line.selectionEnd],
      kind: s.querySelector('.capture input[type=radio]:checked').value,
      speaker: s.querySelector('.capture input[type=text]').value,
      writing: s.activeElement === line,
    };";

/// Runs `touch` and a reload in one task, and waits for the page.
async fn reload_right_after(page: &Page, touch: &str) {
    page.widget(&format!("{touch}; window.e2eBefore = true; location.reload();")).await;
    page.wait_until("!window.e2eBefore && w").await;
    page.ready().await;
    let problems = page.take_problems().await;
    // The page reloaded itself, so the harness counted its requests as problems.
    assert!(problems.iter().all(|p| matches!(p, Problem::Request(_))), "{problems:?}");
}

#[tokio::test]
async fn a_turn_and_a_break_continue_through_a_reload() {
    let (_site, page) = open_with_clock().await;
    start_meeting(&page).await;
    page.clock().advance(30_000).await;
    call_ok(&page, "passFloor", Value::Null).await;
    page.clock().advance(10_000).await;
    page.reload().await;
    page.clock().advance(5_000).await;
    assert_eq!(page.prop("floor").await, "consultant");
    assert_eq!(page.prop("talkMs").await, 15_000);
    assert_eq!(page.prop("listenMs").await, 30_000);
    page.wait_until("s.querySelector('.clock').textContent === '0:15'").await;
    call_ok(&page, "takeBreak", Value::Null).await;
    page.clock().advance(10_000).await;
    page.reload().await;
    assert_eq!(page.prop("state").await, "break");
    let figures = "return [w.talkMs, w.listenMs, w.elapsedMs]";
    assert_eq!(page.widget(figures).await, json!([15_000, 30_000, 55_000]));
    page.finish().await;
}

#[tokio::test]
async fn the_draft_is_restored_with_its_caret_kind_speaker_and_focus() {
    let (_site, page) = open_plain().await;
    start_meeting(&page).await;
    call_ok(&page, "passFloor", Value::Null).await;
    page.click(".capture input[value=promise]").await;
    page.type_text(SPEAKER, "Tom").await;
    page.type_text(LINE, "call them back").await;
    for _ in 0..4 {
        page.press_key("ArrowLeft").await;
    }
    let written = page.widget(LINE_STATE).await;
    let expected = json!({
        "words": "call them back", "caret": [10, 10], "kind": "promise", "speaker": "Tom",
        "writing": true,
    });
    assert_eq!(written, expected);
    page.reload().await;
    wait_for_focus(&page, LINE).await;
    assert_eq!(page.widget(LINE_STATE).await, expected);
    page.type_text(LINE, " today").await;
    page.reload().await;
    assert_eq!(page.widget("return s.querySelector('.say').value.length").await, 20);
    page.finish().await;
}

#[tokio::test]
async fn a_draft_without_focus_is_restored_without_focus() {
    let (_site, page) = open_plain().await;
    start_meeting(&page).await;
    call_ok(&page, "passFloor", Value::Null).await;
    page.type_text(LINE, "for later").await;
    page.press_key("Escape").await;
    wait_for_focus(&page, FLOOR).await;
    page.reload().await;
    let left = page.widget(LINE_STATE).await;
    assert_eq!((&left["words"], &left["writing"]), (&json!("for later"), &json!(false)));
    page.finish().await;
}

#[tokio::test]
async fn saved_words_leave_no_draft() {
    let (_site, page) = open_plain().await;
    start_meeting(&page).await;
    call_ok(&page, "passFloor", Value::Null).await;
    page.type_text(LINE, "said and kept\n").await;
    page.wait_until("s.querySelector('blockquote').textContent === 'said and kept'").await;
    page.reload().await;
    assert_eq!(page.widget("return s.querySelector('.capture .say').value").await, "");
    assert_eq!(page.all_texts("blockquote").await, ["said and kept"]);
    let drafts = local_storage(&page).await.into_keys().filter(|key| key.contains(":d:"));
    assert_eq!(drafts.count(), 0);
    page.finish().await;
}

#[tokio::test]
async fn a_tap_is_saved_even_if_the_page_reloads_in_the_same_task() {
    let (_site, page) = open_plain().await;
    start_meeting(&page).await;
    reload_right_after(&page, "s.querySelector('[part=floor]').click()").await;
    assert_eq!(page.prop("floor").await, "consultant");
    reload_right_after(&page, "w.passFloor()").await;
    assert_eq!(page.prop("floor").await, "client");
    reload_right_after(&page, "w.capture({ kind: 'issue', words: 'in the last task' })").await;
    assert_eq!(page.all_texts("blockquote").await, ["in the last task"]);
    assert_eq!(exported_meeting(&page).await["measures"]["floor_changes"], 2);
    page.finish().await;
}

#[tokio::test]
async fn a_tap_during_unload_is_saved() {
    let (_site, page) = open_plain().await;
    start_meeting(&page).await;
    let leaving = "addEventListener('pagehide', () => s.querySelector('[part=floor]').click())";
    page.widget(leaving).await;
    page.reload().await;
    assert_eq!(page.prop("floor").await, "consultant");
    page.finish().await;
}

#[tokio::test]
async fn an_ended_meeting_is_there_after_a_reload() {
    let (_site, page) = open_with_clock().await;
    start_meeting(&page).await;
    page.clock().advance(60_000).await;
    call_ok(&page, "passFloor", Value::Null).await;
    page.clock().advance(20_000).await;
    let id = add_capture(&page, "issue", "nobody calls back", "Maria").await;
    call_ok(&page, "end", Value::Null).await;
    let before = exported_meeting(&page).await;
    page.reload().await;
    assert_eq!(exported_meeting(&page).await, before);
    page.click(crate::fixtures::PAST).await;
    page.click(".entry").await;
    page.wait_for(".review").await;
    page.click("[data-act=reveal]").await;
    page.wait_for("[data-fact]").await;
    assert_eq!(page.text("[data-fact=talk] dd").await, "0:20");
    assert_eq!(page.attr(".quote", "data-id").await, Some(id));
    // Changes undone before the reload can be redone after it.
    page.click("[data-act=undo]").await;
    page.wait_for(FLOOR).await;
    assert_eq!(page.prop("state").await, "running");
    page.reload().await;
    call_ok(&page, "redo", Value::Null).await;
    assert_eq!(exported_meeting(&page).await, before);
    page.finish().await;
}
