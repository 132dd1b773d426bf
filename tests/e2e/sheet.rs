//! The client's sheet in their own words, and the loops as CSV and iCalendar files.

use serde_json::{Value, json};

use crate::drive::Page;
use crate::fixtures::{
    PAST, add_capture, call_ok, call_refused, downloaded_text, exported_notebook, open_with_clock,
    start_meeting, text, wait_for_focus,
};
use crate::recap::{COPY, clipboard, grant_clipboard, wait_for_status};

const SHEET: &str = ".sheets .sheet";

/// Holds two meetings with the Harbour Trust and records what became of their issues.
async fn hold_two_meetings(page: &Page) {
    start_meeting(page).await;
    let printer = add_capture(page, "issue", "The printer eats every second page", "Maria").await;
    let green = add_capture(page, "issue", "=I want it in green", "Tom").await;
    add_capture(page, "held", "Buy the other one", "").await;
    call_ok(page, "end", Value::Null).await;
    start_meeting(page).await;
    let lift = add_capture(page, "issue", "The lift is slow", "Tom").await;
    add_capture(page, "spared", "The outage in May", "Maria").await;
    call_ok(page, "end", Value::Null).await;
    let because = json!({ "because": "the colour is the law’s" });
    for step in [
        json!([printer, "finish"]),
        json!([green, "decline", because]),
        json!([lift, "tell-back", { "how": "by phone, and she was cross" }]),
        json!([lift, "raise-again"]),
    ] {
        call_ok(page, "loop", step).await;
    }
}

/// Adds a promise due on 4 December and downloads its file.
async fn add_promise(page: &Page) {
    let clients = exported_notebook(page).await["clients"].take();
    let file = json!({
        "heard": 1, "exported_at": "2026-11-21T12:00:00.000+00:00", "meetings": [], "journal": [],
        "loops": [{
            "id": "l1", "client": clients[0]["id"], "kind": "promise", "words": "I will send the list",
            "raised_by": null, "raised_at": "2026-11-20T12:00:00.000+00:00", "times_raised": 1,
            "owner": "Ann", "promised_by": "2026-12-04", "state": "heard", "reason": null,
            "last_told_at": null, "closed_by_client_at": null, "history": [],
        }],
        "clients": clients,
    });
    call_ok(page, "import", json!(file.to_string())).await;
}

/// Opens the sheet of the last client from the list of meetings.
async fn open_sheet(page: &Page) {
    page.click(PAST).await;
    page.click(".past [data-act=sheet]").await;
    page.wait_for(SHEET).await;
}

async fn exported(page: &Page, format: &str, options: Value) -> String {
    text(&call_ok(page, "exportText", json!([format, options])).await)
}

#[tokio::test]
async fn the_sheet_lists_each_issue_in_the_clients_words_with_its_result() {
    let (site, page) = open_with_clock().await;
    grant_clipboard(&site, &page).await;
    hold_two_meetings(&page).await;
    open_sheet(&page).await;
    wait_for_focus(&page, "h2").await;
    let seen = page.text(SHEET).await;
    let order = [
        "You said, we did, you were spared",
        "Harbour Trust · November 22, 2025 – November 21, 2026",
        "You said, and it’s done",
        "“The printer eats every second page”",
        "Maria · November 21, 2026",
        "You said, and it’s still open",
        "“The lift is slow”",
        "You told us twice.",
        "last update on November 21, 2026",
        "You said, and we won’t do it",
        "“=I want it in green”",
        "Because: the colour is the law’s",
        "You were spared",
        "“The outage in May”",
    ];
    let places: Vec<_> = order.iter().map(|part| seen.find(part)).collect();
    assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{places:?}: {seen}");
    assert!(!seen.contains("Buy the other one") && !seen.contains("cross"), "{seen}");

    page.click(COPY).await;
    wait_for_status(&page, "Copied.").await;
    let asked = json!({
        "what": "sheet", "client": "Harbour Trust", "from": "2025-11-22", "to": "2026-11-21",
    });
    let [plain, html] = clipboard(&page).await;
    assert_eq!(plain, exported(&page, "txt", asked.clone()).await);
    assert!(html.contains("The lift is slow"), "{html}");
    for (format, button) in [("md", "recap-md"), ("txt", "recap-txt"), ("html", "recap-html")] {
        let file = downloaded_text(&page, &format!("[data-act={button}]")).await;
        assert_eq!(file, exported(&page, format, asked.clone()).await);
    }
    page.finish().await;
}

#[tokio::test]
async fn a_period_can_be_chosen_by_name_or_by_dates() {
    let (_site, page) = open_with_clock().await;
    hold_two_meetings(&page).await;
    open_sheet(&page).await;
    for (nth, period) in [
        (1, "October 1, 2026 – November 21, 2026"),
        (2, "January 1, 2026 – November 21, 2026"),
        (4, "all time"),
        (3, "November 22, 2025 – November 21, 2026"),
    ] {
        page.click(&format!(".sheets .chips label:nth-of-type({nth})")).await;
        let shows = json!(period);
        page.wait_until(&format!("s.querySelector('{SHEET}').textContent.includes({shows})")).await;
    }
    let days = "
        const [from, to] = s.querySelectorAll('.sheet-days input');
        const was = [from.value, to.value];
        from.value = '';
        to.value = '2026-11-20';
        to.dispatchEvent(new Event('change', { bubbles: true }));
        return was;";
    assert_eq!(page.widget(days).await, json!(["2025-11-22", "2026-11-21"]));
    page.wait_until(&format!(
        "s.querySelector('{SHEET}').textContent.includes('until November 20')"
    ))
    .await;
    let seen = page.text(SHEET).await;
    assert!(seen.contains("Nothing noted for this period."), "{seen}");
    assert!(!page.exists(".sheets .chips :checked").await, "the dates match no named period");
    page.finish().await;
}

#[tokio::test]
async fn loops_are_exported_as_csv_and_due_dates_as_a_calendar() {
    let (_site, page) = open_with_clock().await;
    hold_two_meetings(&page).await;
    add_promise(&page).await;
    open_sheet(&page).await;
    let table = downloaded_text(&page, "[data-act=recap-csv]").await;
    let rows: Vec<_> = table.split("\r\n").collect();
    assert_eq!(rows.len(), 6, "{table}");
    assert!(rows[0].starts_with("id,client,kind,words,first_words,raised_by,raised_on"), "{table}");
    for row in [
        r#""Harbour Trust","issue","'=I want it in green",,"Tom",2026-11-21,1,,,"not-doing","the colour is the law’s",0,,,"#,
        r#""l1","Harbour Trust","promise","I will send the list",,,2026-11-20,1,,2026-12-04,"heard",,1,,,"#,
    ] {
        assert!(rows.iter().any(|one| one.ends_with(row)), "{row}: {table}");
    }
    let own = exported(&page, "csv", json!({ "what": "loops", "client": "harbour trust" })).await;
    assert!(own.contains(",\"Ann\",2026-12-04,") && !table.contains("Ann"), "{own}");

    let calendar = downloaded_text(&page, "[data-act=recap-ics]").await;
    for line in ["DTSTART;VALUE=DATE:20261204", "SUMMARY:Harbour Trust: I will send the list"] {
        assert!(calendar.contains(&format!("{line}\r\n")), "{calendar}");
    }
    assert_eq!(calendar.matches("BEGIN:VEVENT").count(), 1, "{calendar}");
    page.finish().await;
}

#[tokio::test]
async fn an_export_with_invalid_options_is_refused() {
    let (_site, page) = open_with_clock().await;
    hold_two_meetings(&page).await;
    for asked in [
        json!(["csv", { "what": "sheet" }]),
        json!(["json", { "what": "loops" }]),
        json!(["ics", { "what": "sheet" }]),
        json!(["md", { "what": "loops" }]),
        json!(["md", { "what": "figures" }]),
        json!(["md", { "what": "sheet", "from": "2026-02-30" }]),
        json!(["md", { "what": "sheet", "to": "yesterday" }]),
    ] {
        assert_eq!(call_refused(&page, "exportText", asked).await, "bad-argument");
    }
    let unknown = json!(["md", { "what": "sheet", "client": "Nobody of that name" }]);
    assert_eq!(call_refused(&page, "exportText", unknown).await, "unknown-id");
    page.finish().await;
}
