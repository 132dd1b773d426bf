//! Clients are kept apart: with one client selected, nothing of another is readable. Two clients can be merged and
//! separated again.

use serde_json::{Value, json};

use crate::drive::{Page, Site};
use crate::fixtures::{
    LINE, LOOPS, PAST, SETTINGS, STORE, add_capture, call_ok, downloaded_json, exported_notebook,
    open_with_clock, show_details, text,
};

const HOUR_MS: u64 = 3_600_000;
const ABOUT: &str = "[data-act=about]";
const START: &str = "nav [data-way=start]";

/// All visible and announced text and all field values, except in the controls that choose a client.
const READ: &str = "
    const root = s.querySelector('.heard');
    const copy = root.cloneNode(true);
    copy.querySelectorAll('.start .chips, details.same, .loops select').forEach((el) => el.remove());
    const said = ['aria-label', 'title', 'placeholder', 'data-kept', 'alt'];
    const attributes = [...copy.querySelectorAll('*')]
      .flatMap((el) => said.map((name) => el.getAttribute(name) ?? ''));
    const fields = [...root.querySelectorAll('input[type=text], textarea')].map((el) => el.value);
    return [copy.textContent, ...attributes, ...fields].join('\\n');";

/// Texts that belong only to Tom’s Yard.
const THEIRS: [&str; 4] = ["Tom’s Yard", "copper", "Bruno", "2 notes"];
/// A text that belongs to the Harbour Trust.
const AMBER: &str = "amber tickets vanish";

async fn readable_text(page: &Page) -> String {
    text(&page.widget(READ).await)
}

/// Asserts that a screen shows `shown` and nothing of Tom’s Yard.
async fn assert_isolated(page: &Page, screen: &str, shown: &str) {
    page.wait_for(screen).await;
    let all = readable_text(page).await;
    for secret in THEIRS {
        assert!(!all.contains(secret), "“{secret}” can be read on `{screen}`: {all}");
    }
    assert!(all.contains(shown), "“{shown}” is missing on `{screen}`: {all}");
}

/// Holds and ends one meeting with each of two clients; the second leaves text in the capture line.
async fn hold_two_meetings() -> (Site, Page) {
    let (site, page) = open_with_clock().await;
    call_ok(&page, "start", json!({ "client": "Harbour Trust" })).await;
    add_capture(&page, "issue", AMBER, "Maria").await;
    page.clock().advance(60_000).await;
    call_ok(&page, "end", Value::Null).await;
    page.clock().sleep(HOUR_MS).await;
    call_ok(&page, "start", json!({ "client": "Tom’s Yard" })).await;
    add_capture(&page, "issue", "copper gate squeaks", "Bruno").await;
    add_capture(&page, "promise", "copper list by Friday", "").await;
    show_details(&page).await;
    page.type_text(LINE, "copper, half sa").await;
    page.clock().advance(60_000).await;
    call_ok(&page, "end", Value::Null).await;
    page.wait_for(".review").await;
    page.click(START).await;
    page.clock().sleep(HOUR_MS).await;
    page.flush().await;
    (site, page)
}

/// Selects a known client on the start screen.
async fn choose(page: &Page, name: &str) {
    page.click(START).await;
    page.wait_for(".start").await;
    let js = "
        const chips = [...s.querySelectorAll('.start .chips button')];
        chips.find((chip) => chip.textContent === args[0]).click();";
    page.widget_with(js, json!([name])).await;
    page.wait_for(".start .chips [aria-pressed=true]").await;
}

#[tokio::test]
async fn with_a_client_selected_nothing_of_another_client_is_readable() {
    let (_site, page) = hold_two_meetings().await;
    choose(&page, "Harbour Trust").await;
    assert_isolated(&page, ".start", "About Harbour Trust").await;
    page.click(PAST).await;
    assert_isolated(&page, ".past", "Meetings with Harbour Trust").await;
    assert_eq!(page.all_texts(".entry b").await, ["Harbour Trust"]);
    page.click("[data-act=journal]").await;
    assert_isolated(&page, ".journal", "Journal").await;
    page.click(LOOPS).await;
    assert_isolated(&page, ".loops", AMBER).await;
    choose(&page, "Harbour Trust").await;
    page.click(ABOUT).await;
    assert_isolated(&page, ".client-page", "Meetings with Harbour Trust").await;
    page.click(PAST).await;
    assert_isolated(&page, ".past", "Harbour Trust").await;
    // One button shows all clients' meetings.
    page.click("[data-act=everyone]").await;
    page.wait_until("s.querySelectorAll('.entry').length === 2").await;
    assert!(readable_text(&page).await.contains("Tom’s Yard"));
    page.finish().await;
}

#[tokio::test]
async fn a_running_meeting_and_its_review_show_nothing_of_another_client() {
    let (_site, page) = hold_two_meetings().await;
    choose(&page, "Harbour Trust").await;
    page.click("[data-act=start]").await;
    assert_isolated(&page, ".live", "Harbour Trust").await;
    show_details(&page).await;
    assert_isolated(&page, ".live", "Harbour Trust").await;
    assert!(!page.exists("nav").await, "there is no navigation");
    add_capture(&page, "outcome", "quiet amber Mondays", "Maria").await;
    call_ok(&page, "passFloor", Value::Null).await;
    page.clock().advance(120_000).await;
    call_ok(&page, "end", Value::Null).await;
    assert_isolated(&page, ".review", "Harbour Trust").await;
    page.click("[data-act=reveal]").await;
    assert_isolated(&page, ".review", "quiet amber Mondays").await;
    for (way, screen) in [(LOOPS, ".loops"), (PAST, ".past")] {
        page.click(PAST).await;
        page.wait_for(".past .entry").await;
        page.click(".past .entry").await;
        page.wait_for(".review").await;
        page.click(way).await;
        assert_isolated(&page, screen, "Harbour Trust").await;
    }
    page.finish().await;
}

#[tokio::test]
async fn unsaved_words_stay_with_the_meeting_in_which_they_were_typed() {
    let (_site, page) = hold_two_meetings().await;
    call_ok(&page, "start", json!({ "client": "Harbour Trust" })).await;
    show_details(&page).await;
    page.type_text(LINE, "amber").await;
    page.wait_until("s.querySelector('.capture .say').value === 'amber'").await;
    page.flush().await;
    page.reload().await;
    page.wait_until("s.querySelector('.capture .say').value === 'amber'").await;
    let meetings = exported_notebook(&page).await["meetings"].take();
    let words = |meeting: usize| -> Vec<String> {
        let captures = meetings[meeting]["captures"].as_array().expect("a list");
        captures.iter().map(|capture| text(&capture["words"])).collect()
    };
    let theirs = ["copper gate squeaks", "copper list by Friday", "copper, half sa"];
    assert_eq!(words(1), theirs, "no words are lost");
    assert_eq!(words(2), [""; 0]);
    page.finish().await;
}

/// Opens a client's page from the data screen.
async fn open_client_page(page: &Page, name: &str) {
    page.click(SETTINGS).await;
    page.click(STORE).await;
    page.wait_for(".store").await;
    let js = "
        const rows = [...s.querySelectorAll('.store li')];
        const row = rows.find((row) => row.querySelector('b').textContent === args[0]);
        row.querySelector('[data-act=about]').click();";
    page.widget_with(js, json!([format!("Client: {name}")])).await;
    page.wait_for(".client-page").await;
}

const NAME: &str = ".client-page .autosaves";

async fn rename(page: &Page, name: &str) {
    page.widget(&format!("s.querySelector('{NAME}').value = '';")).await;
    page.type_text(NAME, name).await;
    page.press_key("Enter").await;
}

#[tokio::test]
async fn renaming_a_client_can_be_undone() {
    let (site, page) = hold_two_meetings().await;
    let second = page.sibling(&site.url(crate::fixtures::PLAIN)).await;
    second.click(PAST).await;
    second.wait_until("s.querySelectorAll('.entry').length === 2").await;
    open_client_page(&page, "Harbour Trust").await;
    assert!(!page.exists(".client-page [data-act=undo]").await);
    rename(&page, "Tom’s Yard").await;
    page.wait_until("s.querySelector('.status-text').textContent.includes('Another client')").await;
    assert_eq!(page.text(".client-page h2").await, "Harbour Trust");
    rename(&page, "Port").await;
    page.wait_until("s.querySelector('.client-page h2').textContent === 'Port'").await;
    second.wait_until("s.querySelectorAll('.entry b')[1].textContent === 'Port'").await;
    page.flush().await;
    page.reload().await;
    open_client_page(&page, "Port").await;
    page.click(".client-page [data-act=undo]").await;
    page.wait_until("s.querySelector('.client-page h2').textContent === 'Harbour Trust'").await;
    page.wait_until(&format!("s.querySelector('{NAME}').value === 'Harbour Trust'")).await;
    assert!(!page.exists(".client-page [data-act=undo]").await);
    page.finish().await;
}

#[tokio::test]
async fn two_clients_can_be_merged_and_separated_again() {
    let (_site, page) = hold_two_meetings().await;
    open_client_page(&page, "Harbour Trust").await;
    let file = downloaded_json(&page, ".client-page [data-act=file]").await;
    assert_eq!(
        file["meetings"].as_array().map(Vec::len),
        Some(1),
        "only this client's meeting: {file}"
    );
    assert!(!file.to_string().contains("copper") && file.to_string().contains(AMBER));
    for (answer, meetings) in [("cancel", 1), ("same-go", 2)] {
        page.click("details.same summary").await;
        page.click("[data-act=same]").await;
        page.wait_for("dialog[open]").await;
        let asked = page.text("dialog").await;
        assert!(asked.contains("Everything saved for Tom’s Yard"), "{asked}");
        page.click(&format!("dialog [data-act={answer}]")).await;
        page.wait_until("!s.querySelector('dialog')").await;
        assert_eq!(page.all_texts(".entry b").await, vec!["Harbour Trust"; meetings]);
        if answer == "cancel" {
            page.click("details.same summary").await;
        }
    }
    assert_eq!(page.text(".also").await, "Also known as Tom’s Yard.");
    let all = exported_notebook(&page).await;
    assert_eq!(all["clients"].as_array().map(Vec::len), Some(1));
    assert_eq!(all["meetings"][0]["client"], all["meetings"][1]["client"]);
    page.flush().await;
    page.reload().await;
    open_client_page(&page, "Harbour Trust").await;
    page.click(".client-page [data-act=undo]").await;
    page.wait_until("s.querySelectorAll('.entry').length === 1").await;
    assert_eq!(exported_notebook(&page).await["clients"].as_array().map(Vec::len), Some(2));
    page.finish().await;
}
