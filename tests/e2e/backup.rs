//! Exports: CSV, the backup reminder, and hosts that replace the download.

use serde_json::{Value, json};

use crate::drive::Page;
use crate::fixtures::{
    PLAIN, SETTINGS, STORE, call_ok, call_refused, downloaded_json, open_with_clock, start_meeting,
    text,
};
use crate::import_export::hold_meeting;

#[tokio::test]
async fn a_csv_export_has_one_row_per_record() {
    let (_site, page) = open_with_clock().await;
    hold_meeting(&page, "=Harbour, \"Trust\"", "nobody\ncalls back").await;
    let table = text(&call_ok(&page, "exportText", json!("csv")).await);
    let header = table.split("\r\n").next().unwrap();
    let begins_with = "\u{feff}client,meeting,meeting_started_at,row,kind,";
    assert!(header.starts_with(begins_with), "{header}");
    assert!(table.ends_with("\r\n") && table.contains("\"nobody\ncalls back\""), "{table}");
    let begins_like_a_formula =
        |row: &str| row.starts_with("=Harbour") || row.starts_with("\"=Harbour");
    assert!(!table.split("\r\n").any(begins_like_a_formula), "formulas are escaped: {table}");
    let blob = "const blob = await w.export('csv'); return blob.type;";
    assert_eq!(page.widget(blob).await, "text/csv");
    page.finish().await;
}

#[tokio::test]
async fn after_three_meetings_without_a_backup_a_reminder_is_shown() {
    let (site, page) = open_with_clock().await;
    let notice = ".notice[data-note=backup]";
    for count in 1..=4 {
        hold_meeting(&page, "Harbour Trust", "nobody calls back").await;
        page.click("[data-act=done]").await;
        assert_eq!(page.exists(notice).await, count >= 3, "{count}");
    }
    assert_eq!(page.attr(notice, "data-value").await.as_deref(), Some("4"));
    let file = downloaded_json(&page, ".notice[data-note=backup] [data-act=file]").await;
    assert_eq!(file["meetings"].as_array().map(Vec::len), Some(4));
    page.wait_until("!s.querySelector('.notice[data-note=backup]')").await;
    page.flush().await;
    page.open(&site.url(PLAIN)).await;
    assert!(!page.exists(notice).await, "the backup is recorded");
    for count in 1..=3 {
        hold_meeting(&page, "Harbour Trust", "nobody calls back").await;
        page.click("[data-act=done]").await;
        assert_eq!(page.exists(notice).await, count >= 3, "{count} more");
    }
    page.finish().await;
}

#[tokio::test]
async fn a_host_that_replaces_the_export_suppresses_the_message() {
    let (_site, page) = open_with_clock().await;
    hold_meeting(&page, "Harbour Trust", "nobody calls back").await;
    page.listen("heard-before-export").await;
    page.widget("w.addEventListener('heard-before-export', (event) => event.preventDefault())")
        .await;
    for format in ["json", "csv"] {
        assert_eq!(call_refused(&page, "exportText", json!(format)).await, "cancelled");
        assert_eq!(call_refused(&page, "export", json!(format)).await, "cancelled");
        let events = page.events().await;
        let details: Vec<_> = events.iter().map(|event| &event["detail"]).collect();
        assert_eq!(details, [&json!({ "v": 1, "format": format }); 2]);
    }
    page.finish().await;
}

#[tokio::test]
async fn persistent_storage_is_requested_once_after_the_first_meeting() {
    let (_site, page) = open_with_clock().await;
    let count = "
        window.asked = 0;
        navigator.storage.persist = async () => { window.asked += 1; return true; };";
    page.eval(count, vec![]).await;
    start_meeting(&page).await;
    page.flush().await;
    assert_eq!(page.eval("return window.asked", vec![]).await, 0, "no request before the end");
    for meeting in 1..=3 {
        call_ok(&page, "end", Value::Null).await;
        page.flush().await;
        assert_eq!(page.eval("return window.asked", vec![]).await, 1, "after meeting {meeting}");
        start_meeting(&page).await;
    }
    page.finish().await;
}

/// Opens the review of an ended meeting with Müller & Söhne, and collects the names of downloaded files.
async fn open_named_review(page: &Page) {
    hold_meeting(page, "Müller & Söhne", "=1+1 is text").await;
    let js = "
        window.saved = [];
        HTMLAnchorElement.prototype.click = function () { saved.push(this.download); };";
    page.eval(js, vec![]).await;
}

/// Presses a button that exports a file, and returns the name of the file.
async fn saved_as(page: &Page, button: &str) -> String {
    page.eval("window.saved.length = 0", vec![]).await;
    page.click(button).await;
    page.wait_until("window.saved.length").await;
    text(&page.eval("return window.saved[0]", vec![]).await)
}

#[tokio::test]
async fn file_names_have_the_kind_the_client_and_the_day() {
    let (_site, page) = open_with_clock().await;
    open_named_review(&page).await;
    for (button, extension) in [("file", "json"), ("xlsx", "xlsx"), ("csv", "csv")] {
        let name = saved_as(&page, &format!(".review [data-act={button}]")).await;
        let kind_and_day = "heard-meeting-Müller-Söhne-2026-11-21-";
        assert!(name.starts_with(kind_and_day) && name.ends_with(extension), "{name}");
    }
    page.click("[data-act=done]").await;
    page.click(SETTINGS).await;
    page.click(STORE).await;
    page.wait_for(".store").await;
    for (button, extension) in [("file", "json"), ("xlsx", "xlsx")] {
        let name = saved_as(&page, &format!(".store [data-act={button}]")).await;
        assert_eq!(name, format!("heard-notebook-2026-11-21.{extension}"));
    }
    page.finish().await;
}

#[tokio::test]
async fn a_workbook_is_exported_as_bytes_and_has_no_text_form() {
    let (_site, page) = open_with_clock().await;
    hold_meeting(&page, "Harbour Trust", "nobody calls back").await;
    let js = "
        const blob = await w.export('xlsx');
        const bytes = new Uint8Array(await blob.arrayBuffer());
        return [blob.type, String.fromCharCode(...bytes.slice(0, 2)), (await blob.text()).includes('nobody calls back')];";
    let mime = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    assert_eq!(page.widget(js).await, json!([mime, "PK", true]));
    assert_eq!(call_refused(&page, "exportText", json!("xlsx")).await, "bad-argument");
    let loops = json!(["xlsx", { "what": "loops" }]);
    assert_eq!(call_refused(&page, "export", loops).await, "bad-argument");
    page.finish().await;
}
