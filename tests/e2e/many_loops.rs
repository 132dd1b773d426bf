//! Searching many loops, and how they are reported outside the loops page.

use serde_json::{Value, json};

use crate::drive::{Page, Site};
use crate::fixtures::{
    NOON, PLAIN, SETTINGS, call_ok, open_with_clock, open_with_script, wait_for_focus,
};
use crate::loops::{CAPTION, DAY_MS, ROW, open_page, open_row, raise_issue, step};

/// A file of another tool with `count` loops of three clients. The first loop is the youngest, and each further one a
/// day older.
fn file_of(count: i64) -> String {
    let noon = |days: i64| {
        let day = heard_core::time::rfc3339(NOON - days * i64::try_from(DAY_MS).unwrap(), 0);
        json!(day)
    };
    let nouns = ["printer", "roster", "portal", "lift"];
    let one = |nth: i64| {
        let at = usize::try_from(nth).unwrap();
        json!({
            "id": format!("l{nth}"),
            "client": format!("c{}", at % 3),
            "kind": if nth % 5 == 4 { "promise" } else { "issue" },
            "words": format!("The {} fails, number {nth}", nouns[at % 4]),
            "raised_by": if nth % 2 == 0 { json!("Maria") } else { Value::Null },
            "raised_at": noon(nth),
            "times_raised": if nth % 7 == 6 { 3 } else { 1 },
            "owner": if nth % 3 == 0 { json!("Ann") } else { Value::Null },
            "promised_by": Value::Null,
            "state": if nth % 4 == 3 { "doing" } else { "heard" },
            "reason": Value::Null,
            "last_told_at": Value::Null,
            "closed_by_client_at": if nth % 11 == 10 { noon(1) } else { Value::Null },
            "history": [],
        })
    };
    let clients = ["Lighthouse", "Nurses", "Zoo"].iter().enumerate();
    let clients: Vec<Value> =
        clients.map(|(nth, name)| json!({ "id": format!("c{nth}"), "name": name })).collect();
    let loops: Vec<Value> = (0..count).map(one).collect();
    json!({ "heard": 1, "clients": clients, "meetings": [], "loops": loops, "journal": [] })
        .to_string()
}

/// Imports such a file and opens the loops page.
async fn open_imported(count: i64) -> (Site, Page) {
    let (site, page) = open_with_clock().await;
    call_ok(&page, "import", json!(file_of(count))).await;
    open_page(&page).await;
    page.wait_for(ROW).await;
    (site, page)
}

#[tokio::test]
async fn the_longest_silence_is_first_and_at_most_sixty_rows_are_added_at_once() {
    let (_site, page) = open_imported(800).await;
    let ages = page.all_texts(".loop-age b").await;
    assert_eq!(ages[..3], ["799", "798", "797"]);
    assert_eq!(ages.len(), 30);
    page.click("[data-act=more]").await;
    page.wait_until("s.querySelectorAll('.loop-row').length === 60").await;
    // A row that was edited stays in place, although its silence has ended.
    page.click(".loop:nth-child(2) .loop-row").await;
    page.click(&step("tell-back")).await;
    page.click("input[value='by email']").await;
    page.click("[data-act=keep-step]").await;
    page.wait_until(
        "s.querySelector('.loop:nth-child(2) .loop-age').textContent.trim() === 'today'",
    )
    .await;
    wait_for_focus(&page, ".loop:nth-child(2) .loop-row").await;
    // The next visit sorts it.
    page.type_text("[name=loops]", "number 79").await;
    page.wait_until("s.querySelectorAll('.loop-row').length < 30").await;
    let ages = page.all_texts(".loop-age b").await;
    assert_eq!(ages.first().map(String::as_str), Some("799"));
    assert!(!ages[..ages.len() - 1].contains(&"today".into()), "{ages:?}");
    page.finish().await;
}

#[tokio::test]
async fn search_and_filters_show_only_matching_loops() {
    let (_site, page) = open_imported(44).await;
    let count = async || page.text(".loops output").await;
    assert_eq!(count().await, "40 loops", "four are closed");
    let search = "[name=loops]";
    page.type_text(search, "PRINTER maria zoo").await;
    page.wait_until("s.querySelector('.loops output').textContent === '2 of 40 loops'").await;
    let words = page.all_texts(".loop-words").await;
    assert!(words.iter().all(|words| words.starts_with("The printer")), "{words:?}");
    assert!(page.all_texts(".loop-facts bdi").await.iter().all(|name| name == "Zoo"));
    page.type_text(search, " giraffe").await;
    page.wait_for("[data-act=everything]").await;
    assert_eq!(count().await, "0 of 40 loops");
    page.click("[data-act=everything]").await;
    page.wait_until("s.querySelector('.loops output').textContent === '40 loops'").await;
    assert_eq!(page.widget("return s.querySelector('[name=loops]').value").await, "");

    page.click(".loops-filters summary").await;
    page.click(".loops-filters input[value='In progress']").await;
    page.wait_until("s.querySelector('.loops output').textContent === '10 of 40 loops'").await;
    assert!(page.all_texts(".loop-state").await.iter().all(|state| state == "In progress"));
    let pick = "const field = s.querySelectorAll('.loops-selects select')[args[0]];
        field.selectedIndex = args[1]; field.dispatchEvent(new Event('change', { bubbles: true }));";
    for (field, option, left) in
        [(2, 2, "2 of 40 loops"), (0, 2, "1 of 13 loops"), (1, 1, "1 of 13 loops")]
    {
        page.widget_with(pick, json!([field, option])).await;
        let left = json!(left);
        page.wait_until(&format!("s.querySelector('.loops output').textContent === {left}")).await;
    }
    // With one client's loops shown, their name and a button for all clients are above.
    assert_eq!(page.text(".loops h2").await, "Loops for Nurses");
    assert!(!page.exists(".loop-facts bdi").await);
    page.click("[data-act=all-clients]").await;
    page.wait_until("s.querySelector('.loops h2').textContent === 'Loops'").await;
    wait_for_focus(&page, ".loops h2").await;
    page.click(".loops-filters input[value=Any]").await;
    for field in [1, 2] {
        page.widget_with(pick, json!([field, 0])).await;
    }
    page.click("[data-act=closed]").await;
    page.wait_until("s.querySelector('.loops output').textContent === '44 loops'").await;
    page.wait_for("[data-act=more]").await;
    page.click("[data-act=more]").await;
    page.wait_until("s.querySelectorAll('.loop-row').length === 44").await;
    let last = page.all_texts(".loop-state").await.split_off(40);
    assert_eq!(last, ["Closed"; 4], "closed loops are last");
    page.finish().await;
}

#[tokio::test]
async fn the_loops_page_starts_with_the_selected_client() {
    let (_site, page) = raise_issue(1).await;
    call_ok(&page, "import", json!(file_of(6))).await;
    page.click(".start .chip").await;
    open_page(&page).await;
    assert_eq!(page.text(".loops h2").await, "Loops for Harbour Trust");
    assert_eq!(page.text(".loops output").await, "1 loop");
    page.click("[data-act=all-clients]").await;
    page.wait_until("s.querySelectorAll('.loop-row').length === 7").await;
    // A mention of the issue links to its meeting, and back.
    page.type_text("[name=loops]", "second page").await;
    page.wait_until("s.querySelectorAll('.loop-row').length === 1").await;
    open_row(&page).await;
    page.click(".loop-list [data-act=open]").await;
    page.wait_for(".review").await;
    page.click("[data-act=done]").await;
    page.wait_for(".loops").await;
    page.finish().await;
}

#[tokio::test]
async fn an_empty_page_shows_one_sentence() {
    let (_site, page) = open_with_clock().await;
    open_page(&page).await;
    let sentence = page.all_texts(".loops p").await;
    assert_eq!(sentence.len(), 1);
    assert!(sentence[0].starts_with("No loops yet."), "{sentence:?}");
    assert!(!page.exists(".loops input").await, "there is no search field");
    page.finish().await;
}

#[tokio::test]
async fn the_black_hole_is_shown_by_text_and_shape_after_the_set_days() {
    let (_site, page) = raise_issue(14).await;
    open_page(&page).await;
    page.wait_for("[data-overdue=true]").await;
    assert_eq!(page.text(".loop-overdue").await, "In the black hole");
    page.wait_for("[data-way=loops] .loop-dot[aria-label='someone is waiting']").await;
    page.click(SETTINGS).await;
    page.wait_for("input[name=black-hole][value='14 days']:checked").await;
    page.click("input[name=black-hole][value='21 days']").await;
    page.wait_for("input[name=black-hole][value='21 days']:checked").await;
    open_page(&page).await;
    page.wait_for("[data-overdue=false]").await;
    page.wait_until("!s.querySelector('.loop-dot')").await;
    assert_eq!(page.text(CAPTION).await, "raised 14 days ago, no update yet");
    page.finish().await;
}

/// Records the badge on the app's icon.
const ICON: &str = "
    window.e2eIcon = [];
    Navigator.prototype.setAppBadge = async (count) => { window.e2eIcon.push(count); };
    Navigator.prototype.clearAppBadge = async () => { window.e2eIcon.push(0); throw new Error('no'); };";

#[tokio::test]
async fn the_apps_badge_counts_the_loops_in_the_black_hole() {
    let (_site, page) = open_with_script(ICON, "/index.html").await;
    call_ok(&page, "import", json!(file_of(16))).await;
    // Ages of 0 to 15 days; the loop of 10 days is closed.
    page.wait_until("window.e2eIcon.at(-1) === 2").await;
    open_page(&page).await;
    page.click(ROW).await;
    page.click(&step("close")).await;
    page.wait_until("window.e2eIcon.at(-1) === 1").await;
    page.click("[data-act=take-back]").await;
    page.wait_until("window.e2eIcon.at(-1) === 2").await;
    // The badge is not updated while the page is hidden.
    page.clock().sleep(DAY_MS).await;
    let js = "document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
        return window.e2eIcon.at(-1);";
    assert_eq!(page.widget(js).await, 3);
    let badges = page.widget("return window.e2eIcon").await;
    assert_eq!(badges, json!([0, 2, 1, 2, 3]), "each count is set once, also after a rejection");
    page.finish().await;
}

#[tokio::test]
async fn a_widget_in_a_host_page_sets_no_badge() {
    let (_site, page) = open_with_script(ICON, PLAIN).await;
    call_ok(&page, "import", json!(file_of(16))).await;
    open_page(&page).await;
    page.wait_for(".loop-dot").await;
    assert_eq!(page.widget("return window.e2eIcon").await, json!([]));
    page.finish().await;
}
