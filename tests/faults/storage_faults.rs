//! Full, blocked or broken storage, one or both: the meeting continues, the storage mode is correct, old bytes stay
//! unchanged, and flushed data is kept.

use serde_json::Value;

use crate::drive::{Browser, Page, Site};
use crate::fixtures::{PLAIN, add_capture, call_ok, exported_notebook, start_meeting};
use crate::stored::StoredData;

const BEFORE: &str = "before the fault";
const DURING: &str = "while it lasts";
const FULLER: &str = "with no space left";

/// What still works under a fault.
#[derive(Clone, Copy)]
struct Remaining {
    /// The element's storage mode.
    mode: &'static str,
    /// Whether data saved before can still be read.
    readable: bool,
    /// Whether data saved now is there after a reload.
    keeps: bool,
}

const DURABLE: Remaining = Remaining { mode: "durable", readable: true, keeps: true };
const LOCAL: Remaining = Remaining { mode: "local", readable: true, keeps: true };
const READ_ONLY: Remaining = Remaining { mode: "memory", readable: true, keeps: false };
const NOTHING: Remaining = Remaining { mode: "memory", readable: false, keeps: false };

/// Starts a meeting without the faults, continues it with them, and reads it again without them.
async fn continues_under(faults: &str, left: Remaining) {
    let site = Site::dist();
    let page = Browser::new().open(&site.url(PLAIN)).await;
    start_meeting(&page).await;
    add_capture(&page, "issue", BEFORE, "Maria").await;
    page.flush().await;
    let old = StoredData::read(&site, &page).await;

    let blocked = site.url(&format!("/pages/blocked.html?mode={faults}"));
    page.open(&blocked).await;
    let mut there: Vec<&str> = Vec::new();
    if left.readable {
        there.push(BEFORE);
    } else {
        start_meeting(&page).await;
    }
    assert_eq!(page.prop("state").await, "running", "{faults}");
    call_ok(&page, "passFloor", Value::Null).await;
    for words in [DURING, FULLER] {
        if words == FULLER && ["full", "later"].contains(&faults) {
            page.eval("window.e2eFill()", vec![]).await;
        }
        add_capture(&page, "issue", words, "Maria").await;
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

    assert_untouched(&old, &StoredData::read(&site, &page).await, faults);
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
    let file = exported_notebook(page).await;
    let captures = file["meetings"][0]["captures"].as_array().cloned().unwrap_or_default();
    captures.iter().map(|c| c["words"].as_str().unwrap_or_default().to_owned()).collect()
}

/// Asserts that the entries of localStorage are unchanged, and the databases too if they could not be opened.
fn assert_untouched(old: &StoredData, new: &StoredData, faults: &str) {
    for (key, value) in &old.local {
        assert_eq!(new.local.get(key), Some(value), "{faults}: {key} was touched");
    }
    if faults.contains("open") || faults.contains("indexeddb") {
        let changed = old.indexed.iter().find(|record| !new.indexed.contains(record));
        assert_eq!(changed, None, "{faults}: a record was touched");
    }
}

#[tokio::test]
async fn full_local_storage_at_the_start_leaves_durable_storage() {
    continues_under("full", DURABLE).await;
}

#[tokio::test]
async fn local_storage_that_fills_up_leaves_durable_storage() {
    continues_under("later", DURABLE).await;
}

#[tokio::test]
async fn local_storage_that_throws_on_access_leaves_durable_storage() {
    continues_under("getter", DURABLE).await;
}

#[tokio::test]
async fn local_storage_that_refuses_writes_leaves_durable_storage() {
    continues_under("setitem", DURABLE).await;
}

#[tokio::test]
async fn without_indexed_db_local_storage_is_used() {
    continues_under("no-indexeddb", LOCAL).await;
}

#[tokio::test]
async fn indexed_db_that_throws_on_access_leaves_local_storage() {
    continues_under("indexeddb", LOCAL).await;
}

#[tokio::test]
async fn a_database_that_throws_when_opened_leaves_local_storage() {
    continues_under("open-throws", LOCAL).await;
}

#[tokio::test]
async fn a_database_that_fails_to_open_leaves_local_storage() {
    continues_under("open-errors", LOCAL).await;
}

#[tokio::test]
async fn a_database_that_never_answers_leaves_local_storage() {
    continues_under("open-silent", LOCAL).await;
}

#[tokio::test]
async fn without_writable_storage_saved_data_is_still_read() {
    continues_under("setitem,open-throws", READ_ONLY).await;
}

#[tokio::test]
async fn without_any_storage_memory_is_used() {
    for other in ["no-indexeddb", "indexeddb", "open-throws", "open-errors", "open-silent"] {
        continues_under(&format!("getter,{other}"), NOTHING).await;
    }
}
