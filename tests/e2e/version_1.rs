//! A notebook written by version 1 opens, works and can be exported; its lines stay unchanged.

use serde_json::{Value, json};

use crate::drive::Page;
use crate::fixtures::{add_capture, call_ok, exported_notebook, open_with_clock, text};
use crate::storage_pair::{Texts, come_back, leave, put_durable, put_local};

const LINES: &str = include_str!("../../crates/heard-core/tests/golden/events-v1.jsonl");

/// The lines by the names of their records.
fn texts() -> Texts {
    LINES
        .lines()
        .map(|line| {
            let event: Value = serde_json::from_str(line).expect("a line is JSON");
            let id = event["id"].as_str().expect("an event has an id").replace('-', ":");
            (format!("t:{id}"), line.to_owned())
        })
        .collect()
}

async fn words(page: &Page) -> Vec<String> {
    let meetings = exported_notebook(page).await["meetings"].take();
    let all = meetings.as_array().expect("a list").iter();
    let captures = all.flat_map(|m| m["captures"].as_array().expect("a list").clone());
    captures.map(|c| text(&c["words"])).collect()
}

#[tokio::test]
async fn a_version_1_notebook_opens_works_and_exports_from_either_storage() {
    let mut files = Vec::new();
    for durable in [false, true] {
        let (site, page) = open_with_clock().await;
        leave(&site, &page).await;
        if durable {
            put_durable(&page, &texts()).await;
        } else {
            put_local(&page, &texts()).await;
        }
        come_back(&site, &page).await;
        page.flush().await;
        assert!(
            !page.exists(".notice:not([data-note=backup])").await,
            "an old notebook causes no notice"
        );
        assert_eq!(page.prop("state").await, "idle");
        let file = exported_notebook(&page).await;
        let first = &file["meetings"][0];
        assert_eq!(file["meetings"].as_array().map(Vec::len), Some(4));
        assert_eq!(file["clients"][0]["name"], "Harbour <b>Trust</b>");
        assert_eq!((&first["kind"], &first["them"]), (&json!("discovery"), &json!(2)));
        assert_eq!(first["captures"][0]["earlier"], json!(["No surprises on Mondays"]));
        assert_eq!(first["tallies"], json!({ "asked": 1, "played_back": 1, "jumped_in": 1 }));
        assert_eq!(page.attr(".heard", "data-theme").await.as_deref(), Some("dark"));
        let old_words = [
            "No more surprises on Mondays",
            "It was never the \"tool\"",
            "Tickets vanish\n(two a week)",
            "A list by Friday 🗓️",
            "Kein Sonntagsdienst — שבת שלום",
        ];
        assert_eq!(words(&page).await, old_words);

        // A new meeting with an existing client works.
        call_ok(&page, "start", json!({ "client": "Harbour <b>Trust</b>" })).await;
        add_capture(&page, "issue", "of today", "").await;
        page.clock().advance(60_000).await;
        call_ok(&page, "end", Value::Null).await;
        page.flush().await;
        page.reload().await;
        assert_eq!(words(&page).await.last().map(String::as_str), Some("of today"));
        assert_eq!(exported_notebook(&page).await["clients"].as_array().map(Vec::len), Some(1));

        // Every old line is stored unchanged, whatever its storage.
        let kept = leave(&site, &page).await;
        for line in LINES.lines() {
            let places = kept.texts_with(line);
            assert!(places.len() >= 2, "in both storages: {line}");
        }
        files.push(file);
        page.finish().await;
    }
    assert_eq!(files[0], files[1], "both storages give the same");
}
