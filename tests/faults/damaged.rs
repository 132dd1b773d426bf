//! What is kept, damaged record by record on either side: the notebook opens, and with the other
//! side whole nothing at all is missing.

use serde_json::{Value, json};

use crate::alike::{assert_alike, difference};
use crate::drive::{Browser, Page, Site};
use crate::harm::{Harm, Spot};
use crate::kept::{Kept, text_of};
use crate::rounds::{Random, rounds};
use crate::scene::{PLAIN, caught, done, notebook};

const MEETINGS: usize = 3;
const CAPTURES: usize = 6;

/// A few meetings that have ended, each with words of its own.
async fn written(page: &Page) {
    for meeting in 0..MEETINGS {
        let client = format!("Client {meeting}");
        done(page, "start", json!({ "client": client, "us": 1, "them": 2 })).await;
        for capture in 0..CAPTURES {
            caught(page, "issue", &format!("words-{meeting}-{capture}-end"), "Maria").await;
            done(page, "passFloor", Value::Null).await;
        }
        done(page, "mark", Value::Null).await;
        done(page, "end", Value::Null).await;
    }
    page.flush().await;
}

/// All words of all meetings, with the meeting that each belongs to.
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

/// What the damaged record does not speak of, and which must be there even where the other side is
/// gone. A record of a meeting's opening holds the meeting up, so its words may go with it.
fn undamaged(before: &Value, record: &str) -> Vec<String> {
    let holds_up = |id: &str| record.contains("opened") && record.contains(id);
    let all = words(before).into_iter();
    all.filter(|(words, id)| !record.contains(words.as_str()) && !holds_up(id))
        .map(|(words, _)| words)
        .collect()
}

/// Opens the notebook on what is kept, and gives what it exports.
async fn reopened(site: &Site, page: &Page) -> Value {
    page.open(&site.url(PLAIN)).await;
    notebook(page).await
}

#[tokio::test]
async fn a_damaged_record_is_healed_from_the_other_side_and_harms_no_other() {
    let site = Site::dist();
    let page = Browser::new().open(&site.url(PLAIN)).await;
    written(&page).await;
    let before = notebook(&page).await;
    let whole = Kept::read(&site, &page).await;
    let mut spots = Spot::all(&whole);
    assert!(spots.iter().any(Spot::is_local), "nothing is kept in localStorage");
    let mut random = Random::of_this_run();
    let cases = rounds(20, 200);
    let mut faults = Vec::new();
    for case in 0..cases {
        let turn = case as usize % spots.len();
        if turn == 0 {
            random.shuffle(&mut spots);
        }
        let spot = &spots[turn];
        let harm = [Harm::Flipped, Harm::Cut, Harm::Doubled][random.index(3)];
        // Every third time the other side is gone, and only what is undamaged can be asked for.
        let alone = random.below(3) == 0;
        let mut kept = whole.clone();
        let record = spot.harm(&mut kept, harm, &mut random);
        if alone {
            spot.empty_other_side(&mut kept);
        }
        kept.put_back(&site, &page).await;
        let after = reopened(&site, &page).await;
        let what =
            || format!("case {case}, {harm:?} {spot:?}{}", if alone { ", alone" } else { "" });
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
        spots.len(),
        spots.iter().filter(|spot| !spot.is_local()).count(),
        faults.len(),
        random.seed
    );
    faults.truncate(12);
    assert!(faults.is_empty(), "seed {}:\n  {}", random.seed, faults.join("\n  "));
    whole.put_back(&site, &page).await;
    assert_alike(&reopened(&site, &page).await, &before, "put back as it was");
    assert!(text_of(&json!(whole.indexed)).contains("words-0-0-end"), "IndexedDB holds no words");
    page.finish().await;
}
