//! Stored records corrupted one at a time in either storage: the notebook opens, and nothing is missing as long as
//! the other storage is intact.

use serde_json::{Value, json};

use crate::corruption::{Corruption, Location};
use crate::drive::{Browser, Page, Site};
use crate::fixtures::{PLAIN, add_capture, call_ok, exported_notebook};
use crate::json_diff::{assert_same, difference};
use crate::rounds::{Random, rounds};
use crate::stored::{StoredData, text_of};

const MEETINGS: usize = 3;
const CAPTURES: usize = 6;

/// Holds meetings with distinct captures.
async fn write_meetings(page: &Page) {
    for meeting in 0..MEETINGS {
        let client = format!("Client {meeting}");
        call_ok(page, "start", json!({ "client": client, "us": 1, "them": 2 })).await;
        for capture in 0..CAPTURES {
            add_capture(page, "issue", &format!("words-{meeting}-{capture}-end"), "Maria").await;
            call_ok(page, "passFloor", Value::Null).await;
        }
        call_ok(page, "mark", Value::Null).await;
        call_ok(page, "end", Value::Null).await;
    }
    page.flush().await;
}

/// The words of all captures, each with the id of its meeting.
fn words(file: &Value) -> Vec<(String, String)> {
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let meetings = list(&file["meetings"]).into_iter();
    let words = meetings.flat_map(|meeting| {
        let id = meeting["id"].as_str().unwrap_or_default().to_owned();
        let captures = list(&meeting["captures"]).into_iter();
        captures.map(move |c| (c["words"].as_str().unwrap_or_default().to_owned(), id.clone()))
    });
    words.collect()
}

/// The words that must be readable even without the other storage: those that are neither in the corrupted record nor
/// in a meeting whose opening it contains.
fn undamaged(before: &Value, record: &str) -> Vec<String> {
    let holds_up = |id: &str| record.contains("opened") && record.contains(id);
    let all = words(before).into_iter();
    all.filter(|(words, id)| !record.contains(words.as_str()) && !holds_up(id))
        .map(|(words, _)| words)
        .collect()
}

/// Opens the page and returns the notebook's export.
async fn reopened(site: &Site, page: &Page) -> Value {
    page.open(&site.url(PLAIN)).await;
    exported_notebook(page).await
}

#[tokio::test]
async fn a_corrupted_record_is_restored_from_the_other_storage_and_affects_no_other() {
    let site = Site::dist();
    let page = Browser::new().open(&site.url(PLAIN)).await;
    write_meetings(&page).await;
    let before = exported_notebook(&page).await;
    let whole = StoredData::read(&site, &page).await;
    let mut locations = Location::all(&whole);
    assert!(locations.iter().any(Location::is_local), "localStorage is empty");
    let mut random = Random::of_this_run();
    let cases = rounds(20, 200);
    let mut faults = Vec::new();
    for case in 0..cases {
        let turn = case as usize % locations.len();
        if turn == 0 {
            random.shuffle(&mut locations);
        }
        let location = &locations[turn];
        let corruption =
            [Corruption::Flipped, Corruption::Cut, Corruption::Doubled][random.index(3)];
        // In a third of the cases the other storage is empty, and only the intact records must be readable.
        let alone = random.below(3) == 0;
        let mut kept = whole.clone();
        let record = location.corrupt(&mut kept, corruption, &mut random);
        if alone {
            location.empty_other_storage(&mut kept);
        }
        kept.restore(&site, &page).await;
        let after = reopened(&site, &page).await;
        let what = || {
            format!(
                "case {case}, {corruption:?} {location:?}{}",
                if alone { ", alone" } else { "" }
            )
        };
        if alone {
            let there = words(&after);
            let lost = undamaged(&before, &record);
            let lost = lost.into_iter().filter(|w| !there.iter().any(|(there, _)| there == w));
            faults.extend(lost.map(|words| format!("{}: “{words}” is lost", what())));
        } else if let Some(place) = difference(&after, &before) {
            faults.push(format!("{}: {place}", what()));
        }
    }
    println!(
        "damaged records, Chromium: {cases} cases over {} records ({} in IndexedDB), {} faults; seed {}",
        locations.len(),
        locations.iter().filter(|location| !location.is_local()).count(),
        faults.len(),
        random.seed
    );
    faults.truncate(12);
    assert!(faults.is_empty(), "seed {}:\n  {}", random.seed, faults.join("\n  "));
    whole.restore(&site, &page).await;
    assert_same(&reopened(&site, &page).await, &before, "put back as it was");
    assert!(text_of(&json!(whole.indexed)).contains("words-0-0-end"), "IndexedDB holds no words");
    page.finish().await;
}
