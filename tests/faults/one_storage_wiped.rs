//! One storage is cleared, then the other: all data is there each time, and both storages are filled again.

use serde_json::json;

use crate::drive::{Browser, Page, Site};
use crate::fixtures::{PLAIN, add_capture, call_ok, exported_notebook, start_meeting};
use crate::json_diff::assert_same;
use crate::rounds::rounds;
use crate::stored::{StoredData, clear_local, delete_databases};

const WORDS: [&str; 4] = ["nobody calls back", "“zwei” \\ lines", "the third", "👋🏽 the last"];

/// Holds and flushes a meeting with captures, a mark and floor changes.
async fn write_meeting(page: &Page) {
    start_meeting(page).await;
    for words in WORDS {
        add_capture(page, "issue", words, "Maria").await;
        call_ok(page, "passFloor", json!(null)).await;
    }
    call_ok(page, "mark", json!(null)).await;
    call_ok(page, "end", json!(null)).await;
    page.flush().await;
}

/// The words as they are escaped in both storages.
fn escaped(words: &str) -> String {
    let quoted = json!(words).to_string();
    quoted[1..quoted.len() - 1].to_owned()
}

fn assert_both_filled(kept: &StoredData, when: &str) {
    for words in WORDS {
        let spelled = escaped(words);
        let local = kept.local_has(words) || kept.local_has(&spelled);
        let indexed = kept.indexed_has(words) || kept.indexed_has(&spelled);
        assert!(local, "{when}: “{words}” is not in localStorage");
        assert!(indexed, "{when}: “{words}” is not in IndexedDB");
    }
}

#[tokio::test]
async fn a_cleared_storage_is_filled_from_the_other() {
    let site = Site::dist();
    let page = Browser::new().open(&site.url(PLAIN)).await;
    write_meeting(&page).await;
    let before = exported_notebook(&page).await;
    assert_both_filled(&StoredData::read(&site, &page).await, "after the meeting");
    let trials = rounds(1, 10);
    for _ in 0..trials {
        for side in ["localStorage", "IndexedDB"] {
            match side {
                "IndexedDB" => delete_databases(&site, &page).await,
                _ => clear_local(&site, &page).await,
            }
            page.open(&site.url(PLAIN)).await;
            page.flush().await;
            let when = format!("{side} wiped");
            assert_same(&exported_notebook(&page).await, &before, &when);
            assert_eq!(page.prop("storageMode").await, "durable", "{when}");
            assert_both_filled(&StoredData::read(&site, &page).await, &when);
        }
    }
    println!(
        "one side wiped, then the other, Chromium: {trials} trials of each, {} words, 0 lost",
        WORDS.len()
    );
    page.finish().await;
}
