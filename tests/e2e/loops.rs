//! The loops page: sorted by the age of the silence, and one loop followed from the first words to the client's
//! closing.

use serde_json::{Value, json};

use crate::drive::{Page, Site};
use crate::fixtures::{
    LOOPS, add_capture, call_ok, exported_notebook, open_with_clock, start_meeting, text,
    type_keys, wait_for_announcement, wait_for_focus,
};

pub(crate) const DAY_MS: u64 = 86_400_000;
pub(crate) const ROW: &str = ".loop-row";
const AGE: &str = ".loop-age";
pub(crate) const CAPTION: &str = ".loop-caption";
const KEEP: &str = "[data-act=keep-step]";
const KEPT_BACK: &str = "[data-act=keep-step]:disabled";

pub(crate) fn step(word: &str) -> String {
    format!("[data-step={word}]")
}

/// Holds a meeting with the Harbour Trust in which Maria raises an issue, and lets `days` pass.
pub(crate) async fn raise_issue(days: u64) -> (Site, Page) {
    let (site, page) = open_with_clock().await;
    start_meeting(&page).await;
    page.clock().advance(60_000).await;
    add_capture(&page, "issue", "The printer eats every second page", "Maria").await;
    call_ok(&page, "end", Value::Null).await;
    page.clock().sleep(days * DAY_MS).await;
    page.widget("s.querySelector('[data-act=done]').click()").await;
    page.wait_for(".start").await;
    (site, page)
}

pub(crate) async fn open_page(page: &Page) {
    page.click(LOOPS).await;
    page.wait_for(".loops").await;
}

pub(crate) async fn open_row(page: &Page) {
    page.click(ROW).await;
    page.wait_for(".loop-card").await;
}

/// The only loop in the notebook's export.
async fn exported_loop(page: &Page) -> Value {
    let loops = exported_notebook(page).await["loops"].take();
    assert_eq!(loops.as_array().map(Vec::len), Some(1), "there is one loop: {loops}");
    loops[0].clone()
}

/// The steps on offer.
async fn offered_steps(page: &Page) -> Value {
    page.widget("return [...s.querySelectorAll('[data-step]')].map((el) => el.dataset.step)").await
}

/// Sets the date in the form of a step.
async fn set_date(page: &Page, day: &str) {
    let js = "const day = s.querySelector('.step-form [type=date]');
        day.value = args[0]; day.dispatchEvent(new Event('change', { bubbles: true }));";
    page.widget_with(js, json!([day])).await;
}

#[tokio::test]
async fn a_loop_can_be_followed_by_touch_to_the_clients_closing() {
    let (_site, page) = raise_issue(0).await;
    open_page(&page).await;
    assert_eq!(page.text(AGE).await, "today");
    assert_eq!(page.text(CAPTION).await, "raised today");
    assert_eq!(page.text(".loop-words").await, "The printer eats every second page");
    open_row(&page).await;
    assert_eq!(page.text(".loop-card blockquote").await, "The printer eats every second page");
    let all = ["tell-back", "acknowledge", "start", "finish", "decline", "raise-again", "close"];
    assert_eq!(offered_steps(&page).await, json!(all));
    assert_eq!(page.text(&step("close")).await, "Maria says it’s closed");

    page.click(&step("tell-back")).await;
    assert!(page.exists(KEPT_BACK).await, "the way is asked first");
    page.click("input[value='by phone']").await;
    page.click(KEEP).await;
    wait_for_announcement(&page, "Saved: you updated them.").await;
    wait_for_focus(&page, ROW).await;
    assert_eq!(page.all_texts(".loop-list li > span > span").await, ["Updated them: by phone"]);

    page.click(&step("start")).await;
    wait_for_announcement(&page, "Saved: started.").await;
    assert_eq!(page.text(".loop-state").await, "In progress");
    assert_eq!(
        offered_steps(&page).await,
        json!(["tell-back", "finish", "decline", "raise-again", "close"])
    );
    page.click(&step("finish")).await;
    wait_for_announcement(&page, "Saved: done. You haven’t told them yet.").await;
    page.click(&step("close")).await;
    page.wait_for("[data-state=closed]").await;
    assert_eq!(offered_steps(&page).await, json!(["raise-again"]), "only the client can reopen it");
    assert!(page.text(CAPTION).await.starts_with("closed on "));
    let kept = exported_loop(&page).await;
    assert_eq!(kept["state"], "done");
    assert!(kept["closed_by_client_at"].is_string(), "{kept}");

    page.click("[data-act=take-back]").await;
    wait_for_announcement(&page, "Undone.").await;
    wait_for_focus(&page, ROW).await;
    assert_eq!(exported_loop(&page).await["closed_by_client_at"], Value::Null);
    assert_eq!(page.text(".loop-state").await, "Done");
    page.finish().await;
}

#[tokio::test]
async fn declining_needs_a_reason() {
    let (_site, page) = raise_issue(3).await;
    open_page(&page).await;
    assert_eq!(page.text(AGE).await.split_whitespace().collect::<Vec<_>>(), ["3", "days"]);
    open_row(&page).await;
    page.click(&step("decline")).await;
    page.wait_for(".step-form textarea").await;
    assert_eq!(page.text(".step-form .row .sub").await, "Add a reason first.");
    assert!(page.exists(KEPT_BACK).await);
    page.click(".step-form textarea").await;
    type_keys(&page, "  ").await;
    assert!(page.exists(KEPT_BACK).await, "white space is no reason");
    type_keys(&page, "Their paper is too thin").await;
    page.wait_for("[data-act=keep-step]:enabled").await;
    page.click(KEEP).await;
    wait_for_announcement(&page, "Saved, with the reason. You haven’t told them yet.").await;
    let kept = exported_loop(&page).await;
    assert_eq!(
        (&kept["state"], &kept["reason"]),
        (&json!("not-doing"), &json!("Their paper is too thin"))
    );
    assert_eq!(page.text(".loop-state").await, "Not doing");
    page.finish().await;
}

#[tokio::test]
async fn an_update_can_be_dated_in_the_past_but_not_in_the_future() {
    let (_site, page) = raise_issue(20).await;
    open_page(&page).await;
    assert_eq!(page.text(CAPTION).await, "no update to Maria yet");
    open_row(&page).await;
    page.click(&step("tell-back")).await;
    page.click(".step-form [name=way]").await;
    type_keys(&page, "over lunch").await;
    page.wait_for("[data-act=keep-step]:enabled").await;
    set_date(&page, "2026-12-12").await;
    page.wait_for(KEPT_BACK).await;
    assert_eq!(page.text(".step-form .row .sub").await, "That day hasn’t come yet.");
    set_date(&page, "2026-11-20").await;
    page.wait_until("s.querySelector('.step-form .row .sub').textContent.startsWith('They')").await;
    set_date(&page, "2026-12-09").await;
    page.wait_for("[data-act=keep-step]:enabled").await;
    page.click(KEEP).await;
    page.wait_until("s.querySelector('.loop-caption').textContent === 'last update 2 days ago'")
        .await;
    let kept = exported_loop(&page).await;
    let dated = text(&kept["last_told_at"]);
    assert!(dated.starts_with("2026-12-09T12:00:00"), "noon of that day: {dated}");
    assert_eq!(kept["history"][0]["how"], "over lunch");
    assert!(!page.exists("[data-overdue=true]").await);
    page.finish().await;
}

#[tokio::test]
async fn owner_and_due_date_save_themselves_and_promises_come_first() {
    let (_site, page) = raise_issue(0).await;
    open_page(&page).await;
    assert!(!page.exists(".loops h3").await, "there is no due date");
    open_row(&page).await;
    page.click(".loop-assigned input").await;
    type_keys(&page, "Ann").await;
    page.press_key("Enter").await;
    wait_for_announcement(&page, "Saved.").await;
    let js = "const day = s.querySelector('.loop-assigned [type=date]');
        day.value = '2026-11-24'; day.dispatchEvent(new Event('change', { bubbles: true }));";
    page.widget(js).await;
    page.wait_for(".loop-due").await;
    assert_eq!(page.text(".loop-due").await, "Due in 3 days");
    let kept = exported_loop(&page).await;
    assert_eq!((&kept["owner"], &kept["promised_by"]), (&json!("Ann"), &json!("2026-11-24")));
    // The row stays in place while it is edited. On the next visit it is first, under its own heading.
    open_page(&page).await;
    page.wait_for(".loops h3").await;
    assert_eq!(page.all_texts(".loops h3").await, ["Due"]);
    page.clock().sleep(5 * DAY_MS).await;
    open_page(&page).await;
    page.wait_for(".loop-due.past").await;
    assert_eq!(page.text(".loop-due").await, "2 days overdue");
    page.finish().await;
}

/// Presses Tab until the element that `css` finds has the focus.
async fn tab_to(page: &Page, css: &str) {
    for _ in 0..30 {
        page.press_key("Tab").await;
        let js = "return Boolean(s.activeElement?.matches(args[0]))";
        if page.widget_with(js, json!([css])).await == true {
            return;
        }
    }
    panic!("Tab does not reach {css}");
}

#[tokio::test]
async fn a_loop_can_be_moved_forward_with_the_keyboard_only() {
    let (_site, page) = raise_issue(15).await;
    page.widget("s.activeElement?.blur()").await;
    tab_to(&page, "[data-way=loops]").await;
    page.press_key("Enter").await;
    page.wait_for(".loops").await;
    tab_to(&page, "[name=loops]").await;
    type_keys(&page, "printer").await;
    tab_to(&page, ROW).await;
    page.press_key("Enter").await;
    page.wait_for(".loop-card").await;
    tab_to(&page, &step("tell-back")).await;
    page.press_key("Space").await;
    tab_to(&page, ".step-form [type=radio]").await;
    page.press_key("Space").await;
    page.press_key("ArrowRight").await;
    tab_to(&page, KEEP).await;
    page.press_key("Enter").await;
    wait_for_announcement(&page, "Saved: you updated them.").await;
    wait_for_focus(&page, ROW).await;
    tab_to(&page, &step("acknowledge")).await;
    page.press_key("Enter").await;
    wait_for_announcement(&page, "Saved: acknowledged.").await;
    tab_to(&page, "[data-act=take-back]").await;
    page.press_key("Enter").await;
    wait_for_announcement(&page, "Undone.").await;
    let kept = exported_loop(&page).await;
    assert_eq!((&kept["state"], &kept["history"][0]["how"]), (&json!("heard"), &json!("by phone")));
    page.press_key("Enter").await;
    page.wait_until("!s.querySelector('.loop-card')").await;
    page.finish().await;
}
