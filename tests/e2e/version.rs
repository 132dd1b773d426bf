//! A notebook that version 1 wrote opens, works and goes out as a file; its own lines stay as they are.

use serde_json::{Value, json};

use crate::drive::Page;
use crate::ropes::{Texts, come_back, leave, put_durable, put_local};
use crate::scene::{caught, clocked, done, notebook, text};

const LINES: &str = include_str!("../../crates/heard-core/tests/golden/events-v1.jsonl");

/// Each line under the name of its event.
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
    let meetings = notebook(page).await["meetings"].take();
    let all = meetings.as_array().expect("a list").iter();
    let captures = all.flat_map(|m| m["captures"].as_array().expect("a list").clone());
    captures.map(|c| text(&c["words"])).collect()
}

#[tokio::test]
async fn it_opens_works_and_exports_from_either_rope() {
    let mut files = Vec::new();
    for durable in [false, true] {
        let (site, page) = clocked().await;
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
            "an old notebook is nothing to speak of"
        );
        assert_eq!(page.prop("state").await, "idle");
        let file = notebook(&page).await;
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

        // It works on: a new meeting with the client of old.
        done(&page, "start", json!({ "client": "Harbour <b>Trust</b>" })).await;
        caught(&page, "issue", "of today", "").await;
        page.clock().advance(60_000).await;
        done(&page, "end", Value::Null).await;
        page.flush().await;
        page.reload().await;
        assert_eq!(words(&page).await.last().map(String::as_str), Some("of today"));
        assert_eq!(notebook(&page).await["clients"].as_array().map(Vec::len), Some(1));

        // Every line of old is kept as it was written, wherever it lies now.
        let kept = leave(&site, &page).await;
        for line in LINES.lines() {
            let places = kept.texts_with(line);
            assert!(places.len() >= 2, "on both ropes: {line}");
        }
        files.push(file);
        page.finish().await;
    }
    assert_eq!(files[0], files[1], "both ropes tell the same");
}
