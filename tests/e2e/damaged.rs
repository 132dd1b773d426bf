//! Kept notes that were damaged, or are not ours, or come from the future: the rest loads, and no byte is touched.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::drive::Page;
use crate::scene::{begin, caught, clocked, done, meeting, storage, text};

/// A meeting with four captures and a mark, ended; gives its events by key.
async fn written(page: &Page) -> BTreeMap<String, String> {
    begin(page).await;
    for words in ["one", "two", "three", "four"] {
        caught(page, "issue", words, "Maria").await;
    }
    done(page, "mark", Value::Null).await;
    done(page, "end", Value::Null).await;
    storage(page).await
}

/// The key of the event that caught these words.
fn key_of(kept: &BTreeMap<String, String>, words: &str) -> String {
    let quoted = format!("\"words\":\"{words}\"");
    let found = kept.iter().find(|(_, event)| event.contains(&quoted));
    found.unwrap_or_else(|| panic!("{quoted} is kept")).0.clone()
}

async fn put(page: &Page, entries: &BTreeMap<String, String>) {
    let js =
        "for (const [key, value] of Object.entries(arguments[0])) localStorage.setItem(key, value)";
    page.eval(js, vec![json!(entries)]).await;
}

#[tokio::test]
async fn what_can_not_be_read_is_left_as_it_is_and_the_rest_is_there() {
    let (_site, page) = clocked().await;
    let kept = written(&page).await;
    let (one, two, three) = (key_of(&kept, "one"), key_of(&kept, "two"), key_of(&kept, "three"));
    let boot = one.split(':').nth(3).unwrap();
    let of = serde_json::from_str::<Value>(&kept[&one]).unwrap()["of"].clone();
    let future = |n: u32, v: u32, act: &Value| {
        let id = format!("{boot}-{n}");
        let event = json!({ "v": v, "id": id, "wall": 1, "mono": 1, "of": text(&of), "act": act });
        (format!("heard:default:t:{boot}:{n}"), event.to_string())
    };
    let damaged = BTreeMap::from([
        (one.clone(), kept[&one][..kept[&one].len() / 2].to_owned()),
        (two.clone(), kept[&two].replacen("\"v\":", "\"v\";", 1)),
        // Sound in itself, but under a name that is another's.
        (three.clone(), kept[&three].replacen("\"id\":\"", "\"id\":\"0", 1)),
        future(900, 99, &json!({ "soared": { "to": "the moon" } })),
        future(901, 1, &json!({ "teleported": { "to": "the moon" } })),
        future(902, 1, &json!("levitated")),
    ]);
    let foreign = BTreeMap::from([
        ("heard:default:theme".to_owned(), "{not ours".to_owned()),
        ("heard:default:t:nothex:1".to_owned(), "nor this".to_owned()),
        ("heard:defaulted".to_owned(), "nor that".to_owned()),
    ]);
    put(&page, &damaged).await;
    put(&page, &foreign).await;
    page.reload().await;

    assert_eq!(page.attr(".notice[data-unread]", "data-unread").await.as_deref(), Some("6"));
    assert!(page.text(".notice[data-unread]").await.starts_with("6 kept notes could not be read."));
    let told = meeting(&page).await;
    assert_eq!(told["captures"].as_array().map(Vec::len), Some(1));
    assert_eq!(told["captures"][0]["words"], "four");
    assert_eq!(told["marks"].as_array().map(Vec::len), Some(1));

    // Not even by working on are they touched.
    done(&page, "start", json!({ "client": "Tom’s Yard" })).await;
    caught(&page, "issue", "five", "").await;
    done(&page, "end", Value::Null).await;
    page.reload().await;
    let after = storage(&page).await;
    for (key, bytes) in damaged.iter().chain(&foreign) {
        assert_eq!(after.get(key), Some(bytes), "{key}");
    }
    page.finish().await;
}

#[tokio::test]
async fn one_note_is_told_in_the_singular_and_a_damaged_draft_is_an_empty_line() {
    let (_site, page) = clocked().await;
    let kept = written(&page).await;
    let draft = ("heard:default:d:beef".to_owned(), "{\"words\":".to_owned());
    put(&page, &BTreeMap::from([(key_of(&kept, "one"), String::new()), draft])).await;
    page.reload().await;
    let notice = page.text(".notice[data-unread='1']").await;
    assert!(notice.starts_with("One kept note could not be read."), "{notice}");
    begin(&page).await;
    assert_eq!(page.widget("return s.querySelector('.capture .say').value").await, "");
    page.finish().await;
}

#[tokio::test]
async fn a_meeting_without_its_opening_does_not_keep_a_new_one_from_beginning() {
    let (_site, page) = clocked().await;
    let kept = written(&page).await;
    let opening = kept.iter().find(|(_, event)| event.contains("meeting-opened")).unwrap().0;
    put(&page, &BTreeMap::from([(opening.clone(), "{".to_owned())])).await;
    page.reload().await;
    assert_eq!(page.prop("state").await, "idle");
    begin(&page).await;
    assert_eq!(page.prop("state").await, "running");
    assert_eq!(meeting(&page).await["captures"], json!([]));
    page.finish().await;
}
