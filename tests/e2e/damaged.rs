//! Kept notes that were damaged, or are not ours: what one rope lost the other gives back, what both lost is set aside,
//! the rest loads, and no byte is thrown away.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::drive::{Page, Site};
use crate::ropes::{
    Ropes, Texts, clear_durable, clear_local, come_back, leave, put_durable, put_local,
};
use crate::scene::{begin, caught, clocked, done, meeting, storage};

const ALL_WORDS: [&str; 4] = ["one", "two", "three", "four"];

/// A meeting that runs, with four captures and a mark; gives both ropes, and stays away from the widget.
async fn written(site: &Site, page: &Page) -> Ropes {
    begin(page).await;
    for words in ALL_WORDS {
        caught(page, "issue", words, "Maria").await;
    }
    done(page, "mark", Value::Null).await;
    leave(site, page).await
}

/// Three notes, each damaged in a way of its own.
fn damaged(kept: &Ropes) -> Texts {
    let [one, two, three] = ["one", "two", "three"].map(|words| kept.name_of(words));
    let text = |name: &str| kept.durable[name].clone();
    BTreeMap::from([
        (one.clone(), text(&one)[..text(&one).len() / 2].to_owned()),
        (two.clone(), text(&two).replacen("\"v\":", "\"v\";", 1)),
        // Sound in itself, but under a name that is another's.
        (three, text(&kept.name_of("four"))),
    ])
}

async fn words(page: &Page) -> Vec<String> {
    let captures = meeting(page).await["captures"].take();
    let captures = captures.as_array().expect("captures are a list").iter();
    captures.map(|c| c["words"].as_str().unwrap_or_default().to_owned()).collect()
}

/// All of this was set aside from one of those ropes, byte for byte.
fn set_aside(kept: &Ropes, damaged: &Texts, ropes: &[&str]) {
    let quarantine = kept.quarantine();
    for (name, bytes) in damaged {
        let label = |rope| json!({ "found_in": rope, "name": name, "bytes": bytes });
        let there = ropes.iter().any(|rope| quarantine.contains(&label(rope)));
        assert!(there, "{name} of {ropes:?} is in {quarantine:?}");
    }
}

#[tokio::test]
async fn what_both_ropes_lost_is_set_aside_and_left_as_it_is_and_the_rest_is_there() {
    let (site, page) = clocked().await;
    let kept = written(&site, &page).await;
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
    assert_eq!(meeting(&page).await["marks"].as_array().map(Vec::len), Some(1));
    // Notices wait for the end of the meeting. Not even by working on are the bytes touched.
    caught(&page, "issue", "five", "").await;
    done(&page, "end", Value::Null).await;
    let notice = ".notice[data-note=unread]";
    assert_eq!(page.attr(notice, "data-value").await.as_deref(), Some("3"));
    assert!(page.text(notice).await.starts_with("3 saved records couldn’t be read."));
    page.flush().await;
    page.reload().await;
    assert_eq!(words(&page).await, ["four", "five"]);

    let after = leave(&site, &page).await;
    // The same bytes are set aside once.
    set_aside(&after, &damaged, &["localStorage", "IndexedDB"]);
    for (name, bytes) in &damaged {
        assert_eq!((after.local.get(name), after.durable.get(name)), (Some(bytes), Some(bytes)));
    }
    let everything = storage(&page).await;
    for (key, bytes) in foreign {
        assert_eq!(everything.get(key).map(String::as_str), Some(bytes), "{key}");
    }
    page.finish().await;
}

#[tokio::test]
async fn with_the_other_rope_empty_the_rest_is_there_and_the_damaged_bytes_are_kept() {
    for local_is_left in [true, false] {
        let (site, page) = clocked().await;
        let kept = written(&site, &page).await;
        let damaged = damaged(&kept);
        let rope = if local_is_left {
            clear_durable(&page).await;
            put_local(&page, &damaged).await;
            "localStorage"
        } else {
            clear_local(&page).await;
            put_durable(&page, &damaged).await;
            "IndexedDB"
        };
        come_back(&site, &page).await;
        assert_eq!(words(&page).await, ["four"], "only {rope} is left");
        done(&page, "end", Value::Null).await;
        assert!(page.exists(".notice[data-note=unread][data-value='3']").await, "{rope}");
        let after = leave(&site, &page).await;
        set_aside(&after, &damaged, &[rope]);
        page.finish().await;
    }
}

#[tokio::test]
async fn what_one_rope_lost_the_other_gives_back_and_nobody_has_to_hear_of_it() {
    for local_is_damaged in [true, false] {
        let (site, page) = clocked().await;
        let kept = written(&site, &page).await;
        let damaged = damaged(&kept);
        let rope = if local_is_damaged {
            put_local(&page, &damaged).await;
            "localStorage"
        } else {
            put_durable(&page, &damaged).await;
            "IndexedDB"
        };
        come_back(&site, &page).await;
        assert_eq!(words(&page).await, ALL_WORDS, "{rope} is damaged");
        done(&page, "end", Value::Null).await;
        assert!(!page.exists(".notice[data-note=unread]").await, "{rope}: nothing is lost");
        let after = leave(&site, &page).await;
        set_aside(&after, &damaged, &[rope]);
        for (name, bytes) in &damaged {
            let there = [after.local.get(name), after.durable.get(name)];
            assert!(!there.contains(&Some(bytes)), "{rope}: {name} is healed: {there:?}");
        }
        page.finish().await;
    }
}

#[tokio::test]
async fn a_closed_meeting_damaged_at_two_places_is_whole_if_each_is_sound_on_one_rope() {
    let (site, page) = clocked().await;
    begin(&page).await;
    for words in ALL_WORDS {
        caught(&page, "issue", words, "Maria").await;
    }
    done(&page, "end", Value::Null).await;
    let before = meeting(&page).await;
    let kept = leave(&site, &page).await;
    let (name, text) = kept.local.iter().find(|(name, _)| name.starts_with("m:")).unwrap();
    assert_eq!(kept.durable.get(name), Some(text), "both ropes hold the same");
    let without = |words: &str| {
        let cut = text.find(words).expect("the words are kept");
        format!("{}{}", &text[..cut], &text[cut + words.len()..])
    };
    let only = |text: String| BTreeMap::from([(name.clone(), text)]);
    put_local(&page, &only(without("one"))).await;
    put_durable(&page, &only(without("three"))).await;
    come_back(&site, &page).await;
    assert_eq!(meeting(&page).await, before);
    let healed = leave(&site, &page).await;
    assert_eq!((healed.local.get(name), healed.durable.get(name)), (Some(text), Some(text)));
    assert_eq!(healed.quarantine().len(), 2, "and what was damaged is kept besides");
    page.finish().await;
}

#[tokio::test]
async fn one_note_is_told_in_the_singular_and_a_damaged_draft_is_an_empty_line() {
    let (site, page) = clocked().await;
    let kept = written(&site, &page).await;
    let draft = ("d:beef".to_owned(), "{\"words\":".to_owned());
    let one = (kept.name_of("one"), String::new());
    put_local(&page, &BTreeMap::from([one.clone(), draft.clone()])).await;
    put_durable(&page, &BTreeMap::from([one, draft.clone()])).await;
    come_back(&site, &page).await;
    assert_eq!(page.widget("return s.querySelector('.capture .say').value").await, "");
    done(&page, "end", Value::Null).await;
    let notice = page.text(".notice[data-note=unread][data-value='1']").await;
    assert!(notice.starts_with("1 saved record couldn’t be read."), "{notice}");
    let after = leave(&site, &page).await;
    assert_eq!(after.local.get(&draft.0), Some(&draft.1), "the draft's bytes stay too");
    page.finish().await;
}

#[tokio::test]
async fn a_meeting_without_its_opening_does_not_keep_a_new_one_from_beginning() {
    let (site, page) = clocked().await;
    let kept = written(&site, &page).await;
    let opening = kept.durable.iter().find(|(_, text)| text.contains("meeting-opened")).unwrap().0;
    let damaged = BTreeMap::from([(opening.clone(), "{".to_owned())]);
    put_local(&page, &damaged).await;
    put_durable(&page, &damaged).await;
    come_back(&site, &page).await;
    assert_eq!(page.prop("state").await, "idle");
    begin(&page).await;
    assert_eq!(page.prop("state").await, "running");
    assert_eq!(meeting(&page).await["captures"], json!([]));
    let after = leave(&site, &page).await;
    assert!(!after.texts_with("\"words\":\"four\"").is_empty(), "its other notes stay kept");
    page.finish().await;
}
