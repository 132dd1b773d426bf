//! What goes out: a table, a backup of which one is reminded, and the host that would rather do it itself.

use serde_json::{Value, json};

use crate::in_and_out::met;
use crate::scene::{PLAIN, begin, clocked, done, file_of, refused, text};

#[tokio::test]
async fn as_a_table_each_thing_is_a_row() {
    let (_site, page) = clocked().await;
    met(&page, "=Harbour, \"Trust\"", "nobody\ncalls back").await;
    let table = text(&done(&page, "exportText", json!("csv")).await);
    let header = table.split("\r\n").next().unwrap();
    assert!(header.starts_with("client,meeting,meeting_started_at,row,kind,"), "{header}");
    assert!(table.ends_with("\r\n") && table.contains("\"nobody\ncalls back\""), "{table}");
    let begins_like_a_formula =
        |row: &str| row.starts_with("=Harbour") || row.starts_with("\"=Harbour");
    assert!(!table.split("\r\n").any(begins_like_a_formula), "no spreadsheet may run it: {table}");
    let blob = "const blob = await w.export('csv'); return blob.type;";
    assert_eq!(page.widget(blob).await, "text/csv");
    page.finish().await;
}

#[tokio::test]
async fn after_three_meetings_that_are_in_no_file_it_is_said_until_there_is_one() {
    let (site, page) = clocked().await;
    let notice = ".notice[data-note=backup]";
    for count in 1..=4 {
        met(&page, "Harbour Trust", "nobody calls back").await;
        page.click("[data-act=done]").await;
        assert_eq!(page.exists(notice).await, count >= 3, "{count}");
    }
    assert_eq!(page.attr(notice, "data-value").await.as_deref(), Some("4"));
    let file = file_of(&page, ".notice[data-note=backup] [data-act=file]").await;
    assert_eq!(file["meetings"].as_array().map(Vec::len), Some(4));
    page.wait_until("!s.querySelector('.notice[data-note=backup]')").await;
    page.flush().await;
    page.open(&site.url(PLAIN)).await;
    assert!(!page.exists(notice).await, "it is remembered");
    for count in 1..=3 {
        met(&page, "Harbour Trust", "nobody calls back").await;
        page.click("[data-act=done]").await;
        assert_eq!(page.exists(notice).await, count >= 3, "{count} more");
    }
    page.finish().await;
}

#[tokio::test]
async fn a_host_that_takes_the_export_over_hears_of_it_and_nothing_is_told() {
    let (_site, page) = clocked().await;
    met(&page, "Harbour Trust", "nobody calls back").await;
    page.listen("heard-before-export").await;
    page.widget("w.addEventListener('heard-before-export', (event) => event.preventDefault())")
        .await;
    for format in ["json", "csv"] {
        assert_eq!(refused(&page, "exportText", json!(format)).await, "cancelled");
        assert_eq!(refused(&page, "export", json!(format)).await, "cancelled");
        let told = page.events().await;
        let details: Vec<_> = told.iter().map(|event| &event["detail"]).collect();
        assert_eq!(details, [&json!({ "v": 1, "format": format }); 2]);
    }
    page.finish().await;
}

#[tokio::test]
async fn the_browser_is_asked_to_keep_it_once_after_the_first_meeting() {
    let (_site, page) = clocked().await;
    let count = "
        window.asked = 0;
        navigator.storage.persist = async () => { window.asked += 1; return true; };";
    page.eval(count, vec![]).await;
    begin(&page).await;
    page.flush().await;
    assert_eq!(page.eval("return window.asked", vec![]).await, 0, "before it nothing is asked");
    for meeting in 1..=3 {
        done(&page, "end", Value::Null).await;
        page.flush().await;
        assert_eq!(page.eval("return window.asked", vec![]).await, 1, "after meeting {meeting}");
        begin(&page).await;
    }
    page.finish().await;
}
