//! Exports: CSV, the backup reminder, and hosts that replace the download.

use serde_json::{Value, json};

use crate::fixtures::{
    PLAIN, call_ok, call_refused, downloaded_json, open_with_clock, start_meeting, text,
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
