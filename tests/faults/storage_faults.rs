//! Storage that is full, forbidden or broken, on one side or on both: the meeting goes on, says
//! truly how safe it is, leaves old bytes alone, and keeps what it promised.

use serde_json::Value;

use crate::drive::{Browser, Page, Site};
use crate::kept::Kept;
use crate::scene::{PLAIN, begin, caught, done, notebook};

const BEFORE: &str = "before the fault";
const DURING: &str = "while it lasts";
const FULLER: &str = "with not a byte left";

/// What a fault leaves to be relied on.
#[derive(Clone, Copy)]
struct Left {
    /// What the element says of itself.
    mode: &'static str,
    /// Whether what was kept before can still be read.
    readable: bool,
    /// Whether what is promised now is there after a reload.
    keeps: bool,
}

const DURABLE: Left = Left { mode: "durable", readable: true, keeps: true };
const LOCAL: Left = Left { mode: "local", readable: true, keeps: true };
const READ_ONLY: Left = Left { mode: "memory", readable: true, keeps: false };
const NOTHING: Left = Left { mode: "memory", readable: false, keeps: false };

/// A meeting that begins in health, goes on under faults, and is looked at again after them.
async fn goes_on_under(faults: &str, left: Left) {
    let site = Site::dist();
    let page = Browser::new().open(&site.url(PLAIN)).await;
    begin(&page).await;
    caught(&page, "issue", BEFORE, "Maria").await;
    page.flush().await;
    let old = Kept::read(&site, &page).await;

    let blocked = site.url(&format!("/pages/blocked.html?mode={faults}"));
    page.open(&blocked).await;
    let mut there: Vec<&str> = Vec::new();
    if left.readable {
        there.push(BEFORE);
    } else {
        begin(&page).await;
    }
    assert_eq!(page.prop("state").await, "running", "{faults}");
    done(&page, "passFloor", Value::Null).await;
    for words in [DURING, FULLER] {
        if words == FULLER && ["full", "later"].contains(&faults) {
            page.eval("window.e2eFill()", vec![]).await;
        }
        caught(&page, "issue", words, "Maria").await;
        there.push(words);
        page.flush().await;
        assert_eq!(captured(&page).await, there, "{faults}");
        assert_eq!(page.prop("storageMode").await, left.mode, "{faults}");
    }

    page.open(&blocked).await;
    let promised = match (left.keeps, left.readable) {
        (true, _) => there,
        (false, true) => vec![BEFORE],
        (false, false) => Vec::new(),
    };
    assert_eq!(captured(&page).await, promised, "{faults}, after a reload");

    assert_untouched(&old, &Kept::read(&site, &page).await, faults);
    page.open(&site.url(PLAIN)).await;
    page.flush().await;
    let promised = if left.keeps { promised } else { vec![BEFORE] };
    assert_eq!(captured(&page).await, promised, "{faults}, after the fault is over");
    println!(
        "{faults}: 1 trial, says “{}”, {} captures promised, 0 lost",
        left.mode,
        promised.len()
    );
    page.finish().await;
}

/// The words of all captures, in order.
async fn captured(page: &Page) -> Vec<String> {
    let file = notebook(page).await;
    let captures = file["meetings"][0]["captures"].as_array().cloned().unwrap_or_default();
    captures.iter().map(|c| c["words"].as_str().unwrap_or_default().to_owned()).collect()
}

/// Every old byte of localStorage is where it was; and of the databases, where they refused to open.
fn assert_untouched(old: &Kept, new: &Kept, faults: &str) {
    for (key, value) in &old.local {
        assert_eq!(new.local.get(key), Some(value), "{faults}: {key} was touched");
    }
    if faults.contains("open") || faults.contains("indexeddb") {
        let changed = old.indexed.iter().find(|record| !new.indexed.contains(record));
        assert_eq!(changed, None, "{faults}: a record was touched");
    }
}

#[tokio::test]
async fn local_storage_filled_to_the_last_byte_before_the_page_opens() {
    goes_on_under("full", DURABLE).await;
}

#[tokio::test]
async fn local_storage_filled_to_the_last_byte_in_the_middle_of_a_meeting() {
    goes_on_under("later", DURABLE).await;
}

#[tokio::test]
async fn local_storage_that_may_not_be_asked_for() {
    goes_on_under("getter", DURABLE).await;
}

#[tokio::test]
async fn local_storage_that_takes_nothing() {
    goes_on_under("setitem", DURABLE).await;
}

#[tokio::test]
async fn a_browser_without_indexed_db() {
    goes_on_under("no-indexeddb", LOCAL).await;
}

#[tokio::test]
async fn indexed_db_that_may_not_be_asked_for() {
    goes_on_under("indexeddb", LOCAL).await;
}

#[tokio::test]
async fn a_database_that_throws_when_opened() {
    goes_on_under("open-throws", LOCAL).await;
}

#[tokio::test]
async fn a_database_that_opens_with_an_error() {
    goes_on_under("open-errors", LOCAL).await;
}

#[tokio::test]
async fn a_database_that_never_answers() {
    goes_on_under("open-silent", LOCAL).await;
}

#[tokio::test]
async fn nothing_to_write_to_but_something_to_read() {
    goes_on_under("setitem,open-throws", READ_ONLY).await;
}

#[tokio::test]
async fn nothing_at_all() {
    for other in ["no-indexeddb", "indexeddb", "open-throws", "open-errors", "open-silent"] {
        goes_on_under(&format!("getter,{other}"), NOTHING).await;
    }
}
