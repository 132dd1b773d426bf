//! Clients kept apart: while one is at hand, no word of another can be reached; and two who are one become one.

use serde_json::{Value, json};

use crate::drive::{Page, Site};
use crate::scene::{
    LINE, LOOPS, PAST, SETTINGS, STORE, caught, clocked, done, file_of, notebook, text, wake,
};

const HOUR_MS: u64 = 3_600_000;
const ABOUT: &str = "[data-act=about]";
const START: &str = "nav [data-way=start]";

/// All that can be read on the screen or heard from it, what stands in fields too, but for where one picks a client.
const READ: &str = "
    const root = s.querySelector('.heard');
    const copy = root.cloneNode(true);
    copy.querySelectorAll('.start .chips, details.same, .loops select').forEach((el) => el.remove());
    const said = ['aria-label', 'title', 'placeholder', 'data-kept', 'alt'];
    const attributes = [...copy.querySelectorAll('*')]
      .flatMap((el) => said.map((name) => el.getAttribute(name) ?? ''));
    const fields = [...root.querySelectorAll('input[type=text], textarea')].map((el) => el.value);
    return [copy.textContent, ...attributes, ...fields].join('\\n');";

/// What nobody but Tom’s Yard has to do with.
const THEIRS: [&str; 4] = ["Tom’s Yard", "copper", "Bruno", "2 notes"];
/// What belongs to the Harbour Trust.
const AMBER: &str = "amber tickets vanish";

async fn read(page: &Page) -> String {
    text(&page.widget(READ).await)
}

/// On this screen there is nothing of Tom’s Yard; and there is this.
async fn apart(page: &Page, screen: &str, shown: &str) {
    page.wait_for(screen).await;
    let all = read(page).await;
    for secret in THEIRS {
        assert!(!all.contains(secret), "“{secret}” can be read on `{screen}`: {all}");
    }
    assert!(all.contains(shown), "“{shown}” is missing on `{screen}`: {all}");
}

/// A meeting of each of two clients, which are over; in the last one words were left in the line.
async fn two() -> (Site, Page) {
    let (site, page) = clocked().await;
    done(&page, "start", json!({ "client": "Harbour Trust" })).await;
    caught(&page, "issue", AMBER, "Maria").await;
    page.clock().advance(60_000).await;
    done(&page, "end", Value::Null).await;
    page.clock().sleep(HOUR_MS).await;
    done(&page, "start", json!({ "client": "Tom’s Yard" })).await;
    caught(&page, "issue", "copper gate squeaks", "Bruno").await;
    caught(&page, "promise", "copper list by Friday", "").await;
    wake(&page).await;
    page.type_text(LINE, "copper, half sa").await;
    page.clock().advance(60_000).await;
    done(&page, "end", Value::Null).await;
    page.wait_for(".review").await;
    page.click(START).await;
    page.clock().sleep(HOUR_MS).await;
    page.flush().await;
    (site, page)
}

/// Touches the name of a known client on the screen before a meeting.
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
async fn with_a_client_chosen_no_word_of_another_can_be_reached() {
    let (_site, page) = two().await;
    choose(&page, "Harbour Trust").await;
    apart(&page, ".start", "About Harbour Trust").await;
    page.click(PAST).await;
    apart(&page, ".past", "Meetings with Harbour Trust").await;
    assert_eq!(page.all_texts(".entry b").await, ["Harbour Trust"]);
    page.click("[data-act=journal]").await;
    apart(&page, ".journal", "Journal").await;
    page.click(LOOPS).await;
    apart(&page, ".loops", AMBER).await;
    choose(&page, "Harbour Trust").await;
    page.click(ABOUT).await;
    apart(&page, ".client-page", "Meetings with Harbour Trust").await;
    page.click(PAST).await;
    apart(&page, ".past", "Harbour Trust").await;
    // Everybody's are one plain touch away, and only then.
    page.click("[data-act=everyone]").await;
    page.wait_until("s.querySelectorAll('.entry').length === 2").await;
    assert!(read(&page).await.contains("Tom’s Yard"));
    page.finish().await;
}

#[tokio::test]
async fn while_a_meeting_runs_and_in_its_review_no_word_of_another_client_can_be_reached() {
    let (_site, page) = two().await;
    choose(&page, "Harbour Trust").await;
    page.click("[data-act=start]").await;
    apart(&page, ".live", "Harbour Trust").await;
    wake(&page).await;
    apart(&page, ".live", "Harbour Trust").await;
    assert!(!page.exists("nav").await, "no way leads anywhere else");
    caught(&page, "outcome", "quiet amber Mondays", "Maria").await;
    done(&page, "passFloor", Value::Null).await;
    page.clock().advance(120_000).await;
    done(&page, "end", Value::Null).await;
    apart(&page, ".review", "Harbour Trust").await;
    page.click("[data-act=reveal]").await;
    apart(&page, ".review", "quiet amber Mondays").await;
    for (way, screen) in [(LOOPS, ".loops"), (PAST, ".past")] {
        page.click(PAST).await;
        page.wait_for(".past .entry").await;
        page.click(".past .entry").await;
        page.wait_for(".review").await;
        page.click(way).await;
        apart(&page, screen, "Harbour Trust").await;
    }
    page.finish().await;
}

#[tokio::test]
async fn words_left_unfinished_stay_with_the_meeting_in_which_they_were_written() {
    let (_site, page) = two().await;
    done(&page, "start", json!({ "client": "Harbour Trust" })).await;
    wake(&page).await;
    page.type_text(LINE, "amber").await;
    page.wait_until("s.querySelector('.capture .say').value === 'amber'").await;
    page.flush().await;
    page.reload().await;
    page.wait_until("s.querySelector('.capture .say').value === 'amber'").await;
    let meetings = notebook(&page).await["meetings"].take();
    let words = |meeting: usize| -> Vec<String> {
        let captures = meetings[meeting]["captures"].as_array().expect("a list");
        captures.iter().map(|capture| text(&capture["words"])).collect()
    };
    let theirs = ["copper gate squeaks", "copper list by Friday", "copper, half sa"];
    assert_eq!(words(1), theirs, "nothing that was written is lost");
    assert_eq!(words(2), [""; 0]);
    page.finish().await;
}

/// Goes from what is kept here to the page of a client.
async fn about(page: &Page, name: &str) {
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

const NAME: &str = ".client-page .keeps";

async fn rename(page: &Page, name: &str) {
    page.widget(&format!("s.querySelector('{NAME}').value = '';")).await;
    page.type_text(NAME, name).await;
    page.press_key("Enter").await;
}

#[tokio::test]
async fn a_client_gets_another_name_and_it_can_be_undone() {
    let (site, page) = two().await;
    let second = page.sibling(&site.url(crate::scene::PLAIN)).await;
    second.click(PAST).await;
    second.wait_until("s.querySelectorAll('.entry').length === 2").await;
    about(&page, "Harbour Trust").await;
    assert!(!page.exists(".client-page [data-act=undo]").await);
    rename(&page, "Tom’s Yard").await;
    page.wait_until("s.querySelector('.said').textContent.includes('Another client')").await;
    assert_eq!(page.text(".client-page h2").await, "Harbour Trust");
    rename(&page, "Port").await;
    page.wait_until("s.querySelector('.client-page h2').textContent === 'Port'").await;
    second.wait_until("s.querySelectorAll('.entry b')[1].textContent === 'Port'").await;
    page.flush().await;
    page.reload().await;
    about(&page, "Port").await;
    page.click(".client-page [data-act=undo]").await;
    page.wait_until("s.querySelector('.client-page h2').textContent === 'Harbour Trust'").await;
    page.wait_until(&format!("s.querySelector('{NAME}').value === 'Harbour Trust'")).await;
    assert!(!page.exists(".client-page [data-act=undo]").await);
    page.finish().await;
}

#[tokio::test]
async fn two_names_of_one_client_become_one_when_asked_and_part_again() {
    let (_site, page) = two().await;
    about(&page, "Harbour Trust").await;
    let file = file_of(&page, ".client-page [data-act=file]").await;
    assert_eq!(file["meetings"].as_array().map(Vec::len), Some(1), "hers alone: {file}");
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
    let all = notebook(&page).await;
    assert_eq!(all["clients"].as_array().map(Vec::len), Some(1));
    assert_eq!(all["meetings"][0]["client"], all["meetings"][1]["client"]);
    page.flush().await;
    page.reload().await;
    about(&page, "Harbour Trust").await;
    page.click(".client-page [data-act=undo]").await;
    page.wait_until("s.querySelectorAll('.entry').length === 1").await;
    assert_eq!(notebook(&page).await["clients"].as_array().map(Vec::len), Some(2));
    page.finish().await;
}
