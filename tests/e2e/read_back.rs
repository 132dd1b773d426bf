//! The client view: the client's answers are saved, and nothing private can be reached from it.

use serde_json::{Value, json};

use crate::drive::Page;
use crate::fixtures::{
    add_capture, call_ok, exported_meeting, open_with_clock, start_meeting, type_keys,
    wait_for_focus,
};

pub(crate) const READ: &str = "[data-act=read-back]";
pub(crate) const ASK: &str = "[data-act=ask-felt]";
pub(crate) const YES: &str = "[data-act=yes]";
pub(crate) const NOT_QUITE: &str = "[data-act=not-quite]";
pub(crate) const BACK: &str = "[data-act=give-back]";
pub(crate) const HOLD: &str = "[data-act=hold]";
pub(crate) const I_AM: &str = "[data-act=i-am]";

/// The readable texts of a page in the client view, and what lies outside the view.
const SEEN: &str = "
    const dialog = s.querySelector('dialog');
    return {
      modal: dialog.matches(':modal'),
      text: dialog.textContent,
      beside: [...s.querySelectorAll('.heard > *')].filter((el) => el !== dialog)
        .map((el) => el.getAttribute('part')),
      focus: dialog.contains(s.activeElement),
    };";

/// Holds and ends a meeting with a capture of each kind, and returns the ids of its outcomes.
pub(crate) async fn end_meeting_with_captures(page: &Page) -> Vec<String> {
    start_meeting(page).await;
    call_ok(page, "passFloor", Value::Null).await;
    call_ok(page, "tally", json!("asked")).await;
    let mut outcomes = Vec::new();
    for words in ["ferries known by noon", "orders survive the line", "fewer passwords"] {
        outcomes.push(add_capture(page, "outcome", words, "Maria").await);
    }
    add_capture(page, "issue", "nobody calls back", "Tom").await;
    add_capture(page, "held", "buy another router", "").await;
    add_capture(page, "spared", "the Easter outage", "").await;
    call_ok(page, "end", Value::Null).await;
    page.wait_for(".screen.review").await;
    outcomes
}

pub(crate) async fn hand_over(page: &Page, button: &str) {
    page.click(button).await;
    page.wait_for("dialog.hand-over:modal").await;
}

/// Leaves the client view with the keyboard only, as the consultant does.
pub(crate) async fn take_back(page: &Page) {
    page.find(BACK).await;
    page.widget_with("s.querySelector(args[0]).focus()", json!([BACK])).await;
    page.press_key("Enter").await;
    wait_for_focus(page, "h2").await;
    page.press_key("Tab").await;
    wait_for_focus(page, HOLD).await;
    page.press_key("Enter").await;
    page.wait_for(I_AM).await;
    page.press_key("Tab").await;
    wait_for_focus(page, I_AM).await;
    page.press_key("Enter").await;
    page.wait_for(".screen.review").await;
    page.wait_until("!s.querySelector('dialog')").await;
}

pub(crate) fn card(id: &str, button: &str) -> String {
    format!("article[data-id='{id}'] {button}")
}

pub(crate) fn row(id: &str, button: &str) -> String {
    format!("[data-rank='{id}'] {button}")
}

/// The exported capture with this id.
pub(crate) async fn capture(page: &Page, id: &str) -> Value {
    let captures = exported_meeting(page).await["captures"].take();
    let found = captures.as_array().unwrap().iter().find(|capture| capture["id"] == id);
    found.unwrap_or_else(|| panic!("{id} is not among {captures}")).clone()
}

/// The ranks of these captures.
async fn ranks(page: &Page, ids: &[String]) -> Vec<Value> {
    let mut ranks = Vec::new();
    for id in ids {
        ranks.push(capture(page, id).await["rank"].clone());
    }
    ranks
}

/// Asserts that the client view is open and shows nothing private.
pub(crate) async fn assert_private_hidden(page: &Page) {
    page.wait_for("dialog.hand-over:modal").await;
    let seen = page.widget(SEEN).await;
    assert_eq!((&seen["modal"], &seen["beside"]), (&json!(true), &json!(["status"])), "{seen}");
    let text = seen["text"].as_str().unwrap();
    for private in ["router", "Easter", "Harbour", "of the talking", "0:0"] {
        assert!(!text.contains(private), "“{private}” is in “{text}”");
    }
}

#[tokio::test]
async fn an_agreement_and_corrected_words_are_saved_and_can_be_undone() {
    let (_site, page) = open_with_clock().await;
    let outcomes = end_meeting_with_captures(&page).await;
    let before = exported_meeting(&page).await;
    hand_over(&page, READ).await;
    assert_private_hidden(&page).await;
    page.click(&card(&outcomes[0], YES)).await;
    page.wait_for(&card(&outcomes[0], "[data-act=yes][aria-pressed=true]")).await;
    page.click(&card(&outcomes[1], NOT_QUITE)).await;
    wait_for_focus(&page, "textarea").await;
    page.press_key("Control+a").await;
    type_keys(&page, "no order is ever lost").await;
    page.click("[data-act=say-anew]").await;
    page.wait_for(&card(&outcomes[1], "[data-act=yes][aria-pressed=true]")).await;
    // With an empty field the answer stays at “not quite”; the client can change their mind.
    page.click(&card(&outcomes[2], NOT_QUITE)).await;
    wait_for_focus(&page, "textarea").await;
    page.press_key("Control+a").await;
    page.press_key("Delete").await;
    page.click("[data-act=say-anew]").await;
    page.wait_until("!s.querySelector('textarea')").await;
    assert_eq!(capture(&page, &outcomes[2]).await["confirmed"], "not-quite");
    assert_private_hidden(&page).await;
    take_back(&page).await;

    assert_eq!(capture(&page, &outcomes[0]).await["confirmed"], "yes");
    let reworded = capture(&page, &outcomes[1]).await;
    assert_eq!(reworded["words"], "no order is ever lost");
    assert_eq!(reworded["earlier"], json!(["orders survive the line"]));
    assert_eq!(reworded["confirmed"], "yes");
    let labels = page.all_texts("[data-kind=outcome] .answer").await;
    assert_eq!(labels, ["they said “not quite”", "they confirmed it", "they confirmed it"]);
    assert_eq!(page.all_texts("[data-kind=issue] .answer").await, ["not read back yet"]);
    assert!(!page.exists("[data-kind=held] .answer, [data-kind=spared] .answer").await);
    for _ in 0..5 {
        page.click("[data-act=undo]").await;
    }
    page.wait_until("s.querySelectorAll('.answer[data-answer=none]').length === 4").await;
    let after = exported_meeting(&page).await;
    assert_eq!(after["captures"], before["captures"], "every answer can be undone");
    page.finish().await;
}

#[tokio::test]
async fn outcomes_are_ranked_by_buttons_keys_and_dragging() {
    let (_site, page) = open_with_clock().await;
    let outcomes = end_meeting_with_captures(&page).await;
    hand_over(&page, READ).await;
    page.click(&row(&outcomes[2], "[data-act=up]")).await;
    page.wait_until("s.querySelector('[data-act=so]').ariaPressed === 'true'").await;
    assert_eq!(ranks(&page, &outcomes).await, [1, 3, 2]);
    // The focus moves with the row, and so do the arrow keys.
    wait_for_focus(&page, &row(&outcomes[2], "[data-act=up]")).await;
    page.press_key("ArrowUp").await;
    let first = format!("s.querySelector('.ranking li').dataset.rank === '{}'", outcomes[2]);
    page.wait_until(&first).await;
    assert_eq!(ranks(&page, &outcomes).await, [2, 3, 1]);
    page.wait_until("s.querySelector('dialog [role=status]').textContent.includes('Number 1')")
        .await;
    // The first row cannot be moved up.
    page.press_key("ArrowUp").await;
    drag(&page, &row(&outcomes[2], ".grip"), 400).await;
    page.wait_until(&format!("!({first})")).await;
    assert_eq!(ranks(&page, &outcomes).await, [1, 2, 3]);
    take_back(&page).await;
    let labels = page.all_texts("[data-kind=outcome] footer small b").await;
    assert_eq!(labels, ["priority 3", "priority 2", "priority 1"]);
    for _ in 0..3 {
        page.click("[data-act=undo]").await;
    }
    page.wait_until("!s.querySelector('[data-kind=outcome] footer small b')").await;
    page.finish().await;
}

/// Drags an element down by `by` pixels with a finger.
async fn drag(page: &Page, css: &str, by: i32) {
    let js = "
        const grip = s.querySelector(args[0]);
        grip.scrollIntoView({ block: 'start' });
        const { x, y, width, height } = grip.getBoundingClientRect();
        return [x + width / 2, y + height / 2];";
    let at = page.widget_with(js, json!([css])).await;
    let (x, y) = (at[0].as_f64().unwrap(), at[1].as_f64().unwrap());
    let touch = |kind: &str, y: f64| {
        let points = if kind == "touchEnd" { json!([]) } else { json!([{ "x": x, "y": y }]) };
        json!({ "type": kind, "touchPoints": points })
    };
    let steps = [0.0, 0.3, 0.6, 1.0].map(|part| touch("touchMove", y + f64::from(by) * part));
    page.cdp("Input.dispatchTouchEvent", touch("touchStart", y)).await;
    page.wait_for("[data-lifted=true]").await;
    for step in steps {
        page.cdp("Input.dispatchTouchEvent", step).await;
    }
    page.wait_for("[data-drop=after]").await;
    page.cdp("Input.dispatchTouchEvent", touch("touchEnd", 0.0)).await;
}

#[tokio::test]
async fn one_tap_answers_how_heard_the_client_felt() {
    let (_site, page) = open_with_clock().await;
    end_meeting_with_captures(&page).await;
    hand_over(&page, ASK).await;
    assert_private_hidden(&page).await;
    assert_eq!(page.all_texts("[data-act=step]").await.len(), 5);
    page.tap("[data-act=step]:nth-child(4)").await;
    page.wait_for("dialog[data-page=thanks]").await;
    assert_private_hidden(&page).await;
    assert_eq!(exported_meeting(&page).await["felt_heard"], 4);
    assert_eq!(page.text("dialog h2").await, "Thank you.");
    page.reload().await;
    page.wait_for("dialog[data-page=thanks]:modal").await;
    page.click("[data-act=change]").await;
    page.wait_for("[data-act=step]:nth-child(4)[aria-pressed=true]").await;
    page.click("[data-act=step]:nth-child(2)").await;
    page.wait_for("dialog[data-page=thanks]").await;
    assert_eq!(exported_meeting(&page).await["felt_heard"], 2);
    take_back(&page).await;
    page.click("[data-act=undo]").await;
    page.click("[data-act=undo]").await;
    page.flush().await;
    assert_eq!(exported_meeting(&page).await["felt_heard"], Value::Null);
    page.finish().await;
}
