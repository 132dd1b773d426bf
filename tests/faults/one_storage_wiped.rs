//! One side wiped, then the other: everything is back each time, and both sides are filled again.

use serde_json::json;

use crate::alike::assert_alike;
use crate::drive::{Browser, Page, Site};
use crate::kept::{Kept, wipe_indexed, wipe_local};
use crate::rounds::rounds;
use crate::scene::{PLAIN, begin, caught, done, notebook};

const WORDS: [&str; 4] = ["nobody calls back", "“zwei” \\ lines", "the third", "👋🏽 the last"];

/// A meeting that has ended, with words, a mark and a passed floor, promised to be kept.
async fn written(page: &Page) {
    begin(page).await;
    for words in WORDS {
        caught(page, "issue", words, "Maria").await;
        done(page, "passFloor", json!(null)).await;
    }
    done(page, "mark", json!(null)).await;
    done(page, "end", json!(null)).await;
    page.flush().await;
}

/// The words as each side spells them in what it keeps.
fn spelled(words: &str) -> String {
    let quoted = json!(words).to_string();
    quoted[1..quoted.len() - 1].to_owned()
}

fn assert_both_filled(kept: &Kept, when: &str) {
    for words in WORDS {
        let spelled = spelled(words);
        let local = kept.local_has(words) || kept.local_has(&spelled);
        let indexed = kept.indexed_has(words) || kept.indexed_has(&spelled);
        assert!(local, "{when}: “{words}” is not in localStorage");
        assert!(indexed, "{when}: “{words}” is not in IndexedDB");
    }
}

#[tokio::test]
async fn whichever_side_is_wiped_the_other_fills_it_again() {
    let site = Site::dist();
    let page = Browser::new().open(&site.url(PLAIN)).await;
    written(&page).await;
    let before = notebook(&page).await;
    assert_both_filled(&Kept::read(&site, &page).await, "after the meeting");
    let trials = rounds(1, 10);
    for _ in 0..trials {
        for side in ["localStorage", "IndexedDB"] {
            match side {
                "IndexedDB" => wipe_indexed(&site, &page).await,
                _ => wipe_local(&site, &page).await,
            }
            page.open(&site.url(PLAIN)).await;
            page.flush().await;
            let when = format!("{side} wiped");
            assert_alike(&notebook(&page).await, &before, &when);
            assert_eq!(page.prop("storageMode").await, "durable", "{when}");
            assert_both_filled(&Kept::read(&site, &page).await, &when);
        }
    }
    println!(
        "one side wiped, then the other, Chromium: {trials} trials of each, {} words, 0 lost",
        WORDS.len()
    );
    page.finish().await;
}
