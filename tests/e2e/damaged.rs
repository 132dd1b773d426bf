//! Damaged or foreign records: what is damaged in one storage is restored from the other, what is damaged in both is
//! quarantined byte for byte, and everything else loads.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::drive::{Page, Site};
use crate::fixtures::{
    add_capture, call_ok, exported_meeting, local_storage, open_with_clock, start_meeting,
};
use crate::storage_pair::{
    StoragePair, Texts, clear_durable, clear_local, come_back, leave, put_durable, put_local,
};

const ALL_WORDS: [&str; 4] = ["one", "two", "three", "four"];

/// Starts a meeting with four captures and a mark, leaves the page and returns both storages.
async fn write_meeting(site: &Site, page: &Page) -> StoragePair {
    start_meeting(page).await;
    for words in ALL_WORDS {
        add_capture(page, "issue", words, "Maria").await;
    }
    call_ok(page, "mark", Value::Null).await;
    leave(site, page).await
}

/// Three records, each damaged in a different way.
fn damaged(kept: &StoragePair) -> Texts {
    let [one, two, three] = ["one", "two", "three"].map(|words| kept.name_of(words));
    let text = |name: &str| kept.durable[name].clone();
    BTreeMap::from([
        (one.clone(), text(&one)[..text(&one).len() / 2].to_owned()),
        (two.clone(), text(&two).replacen("\"v\":", "\"v\";", 1)),
        // A valid record under another record's name.
        (three, text(&kept.name_of("four"))),
    ])
}

async fn words(page: &Page) -> Vec<String> {
    let captures = exported_meeting(page).await["captures"].take();
    let captures = captures.as_array().expect("captures are a list").iter();
    captures.map(|c| c["words"].as_str().unwrap_or_default().to_owned()).collect()
}

/// Asserts that all these records are quarantined from one of the storages, byte for byte.
fn assert_quarantined(kept: &StoragePair, damaged: &Texts, storages: &[&str]) {
    let quarantine = kept.quarantine();
    for (name, bytes) in damaged {
        let label = |storage| json!({ "found_in": storage, "name": name, "bytes": bytes });
        let there = storages.iter().any(|storage| quarantine.contains(&label(storage)));
        assert!(there, "{name} of {storages:?} is in {quarantine:?}");
    }
}

#[tokio::test]
async fn records_damaged_in_both_storages_are_quarantined_and_the_rest_loads() {
    let (site, page) = open_with_clock().await;
    let kept = write_meeting(&site, &page).await;
    let damaged = damaged(&kept);
    let foreign = [
        ("heard:default:theme", "{not ours"),
        ("heard:default:t:nothex:1", "nor this"),
        ("heard:defaulted", "nor that"),
    ];
    put_local(&page, &damaged).await;
    put_durable(&page, &damaged).await;
    for (key, bytes) in foreign {
        page.eval("localStorage.setItem(...arguments)", vec![json!(key), json!(bytes)]).await;
    }
    come_back(&site, &page).await;
    assert_eq!(words(&page).await, ["four"]);
    assert_eq!(exported_meeting(&page).await["marks"].as_array().map(Vec::len), Some(1));
    // Notices appear after the meeting. Further work does not modify the bytes.
    add_capture(&page, "issue", "five", "").await;
    call_ok(&page, "end", Value::Null).await;
    let notice = ".notice[data-note=unread]";
    assert_eq!(page.attr(notice, "data-value").await.as_deref(), Some("3"));
    assert!(page.text(notice).await.starts_with("3 saved records couldn’t be read."));
    page.flush().await;
    page.reload().await;
    assert_eq!(words(&page).await, ["four", "five"]);

    let after = leave(&site, &page).await;
    // The same bytes are quarantined once.
    assert_quarantined(&after, &damaged, &["localStorage", "IndexedDB"]);
    for (name, bytes) in &damaged {
        assert_eq!((after.local.get(name), after.durable.get(name)), (Some(bytes), Some(bytes)));
    }
    let everything = local_storage(&page).await;
    for (key, bytes) in foreign {
        assert_eq!(everything.get(key).map(String::as_str), Some(bytes), "{key}");
    }
    page.finish().await;
}

#[tokio::test]
async fn damaged_records_are_kept_when_the_other_storage_is_empty() {
    for local_is_left in [true, false] {
        let (site, page) = open_with_clock().await;
        let kept = write_meeting(&site, &page).await;
        let damaged = damaged(&kept);
        let storage = if local_is_left {
            clear_durable(&page).await;
            put_local(&page, &damaged).await;
            "localStorage"
        } else {
            clear_local(&page).await;
            put_durable(&page, &damaged).await;
            "IndexedDB"
        };
        come_back(&site, &page).await;
        assert_eq!(words(&page).await, ["four"], "only {storage} is left");
        call_ok(&page, "end", Value::Null).await;
        assert!(page.exists(".notice[data-note=unread][data-value='3']").await, "{storage}");
        let after = leave(&site, &page).await;
        assert_quarantined(&after, &damaged, &[storage]);
        page.finish().await;
    }
}

#[tokio::test]
async fn a_record_damaged_in_one_storage_is_restored_silently_from_the_other() {
    for local_is_damaged in [true, false] {
        let (site, page) = open_with_clock().await;
        let kept = write_meeting(&site, &page).await;
        let damaged = damaged(&kept);
        let storage = if local_is_damaged {
            put_local(&page, &damaged).await;
            "localStorage"
        } else {
            put_durable(&page, &damaged).await;
            "IndexedDB"
        };
        come_back(&site, &page).await;
        assert_eq!(words(&page).await, ALL_WORDS, "{storage} is damaged");
        call_ok(&page, "end", Value::Null).await;
        assert!(!page.exists(".notice[data-note=unread]").await, "{storage}: nothing is lost");
        let after = leave(&site, &page).await;
        assert_quarantined(&after, &damaged, &[storage]);
        for (name, bytes) in &damaged {
            let there = [after.local.get(name), after.durable.get(name)];
            assert!(!there.contains(&Some(bytes)), "{storage}: {name} is healed: {there:?}");
        }
        page.finish().await;
    }
}

#[tokio::test]
async fn an_archived_meeting_is_restored_if_each_line_is_intact_in_one_storage() {
    let (site, page) = open_with_clock().await;
    start_meeting(&page).await;
    for words in ALL_WORDS {
        add_capture(&page, "issue", words, "Maria").await;
    }
    call_ok(&page, "end", Value::Null).await;
    let before = exported_meeting(&page).await;
    let kept = leave(&site, &page).await;
    let (name, text) = kept.local.iter().find(|(name, _)| name.starts_with("m:")).unwrap();
    assert_eq!(kept.durable.get(name), Some(text), "both storages hold the same");
    let without = |words: &str| {
        let cut = text.find(words).expect("the words are saved");
        format!("{}{}", &text[..cut], &text[cut + words.len()..])
    };
    let only = |text: String| BTreeMap::from([(name.clone(), text)]);
    put_local(&page, &only(without("one"))).await;
    put_durable(&page, &only(without("three"))).await;
    come_back(&site, &page).await;
    assert_eq!(exported_meeting(&page).await, before);
    let healed = leave(&site, &page).await;
    assert_eq!((healed.local.get(name), healed.durable.get(name)), (Some(text), Some(text)));
    assert_eq!(healed.quarantine().len(), 2, "the damaged record is quarantined");
    page.finish().await;
}

#[tokio::test]
async fn one_damaged_record_is_reported_in_the_singular_and_a_damaged_draft_is_empty() {
    let (site, page) = open_with_clock().await;
    let kept = write_meeting(&site, &page).await;
    let draft = ("d:beef".to_owned(), "{\"words\":".to_owned());
    let one = (kept.name_of("one"), String::new());
    put_local(&page, &BTreeMap::from([one.clone(), draft.clone()])).await;
    put_durable(&page, &BTreeMap::from([one, draft.clone()])).await;
    come_back(&site, &page).await;
    assert_eq!(page.widget("return s.querySelector('.capture .say').value").await, "");
    call_ok(&page, "end", Value::Null).await;
    let notice = page.text(".notice[data-note=unread][data-value='1']").await;
    assert!(notice.starts_with("1 saved record couldn’t be read."), "{notice}");
    let after = leave(&site, &page).await;
    assert_eq!(after.local.get(&draft.0), Some(&draft.1), "the draft's bytes stay too");
    page.finish().await;
}

#[tokio::test]
async fn a_meeting_without_its_opening_does_not_prevent_a_new_meeting() {
    let (site, page) = open_with_clock().await;
    let kept = write_meeting(&site, &page).await;
    let opening = kept.durable.iter().find(|(_, text)| text.contains("meeting-opened")).unwrap().0;
    let damaged = BTreeMap::from([(opening.clone(), "{".to_owned())]);
    put_local(&page, &damaged).await;
    put_durable(&page, &damaged).await;
    come_back(&site, &page).await;
    assert_eq!(page.prop("state").await, "idle");
    start_meeting(&page).await;
    assert_eq!(page.prop("state").await, "running");
    assert_eq!(exported_meeting(&page).await["captures"], json!([]));
    let after = leave(&site, &page).await;
    assert!(!after.texts_with("\"words\":\"four\"").is_empty(), "its other records stay stored");
    page.finish().await;
}
