//! The draft of the capture form: saved with each letter, and restored.

use heard::{Command, Draft, NewMeeting, NotebookStore, Storage};
use heard_core::event::capture::Kind;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::page::{Filled, Own, storage};

fn typed(words: &str) -> Draft {
    Draft { words: words.to_owned(), kind: Kind::Issue, selection: (2, 2), ..Draft::default() }
}

fn put(own: &Own, boot: &str, words: &str, changed_wall_ms: i64) {
    let draft = Draft { changed_wall_ms, ..typed(words) };
    storage().set_item(&format!("heard:{}:d:{boot}", own.0), &draft.written()).unwrap();
}

/// The words of each stored draft, sorted.
fn words(own: &Own) -> Vec<String> {
    let drafts = own.stored().into_iter().filter(|(name, _)| name.starts_with("d:"));
    let mut words: Vec<_> =
        drafts.map(|(_, text)| Draft::read(&text).map_or(text, |draft| draft.words)).collect();
    words.sort();
    words
}

#[wasm_bindgen_test]
fn a_draft_is_restored_after_each_letter_with_its_selection() {
    let own = Own::new("draft");
    for words in ["w", "we", "we lo"] {
        let store = NotebookStore::of(own.0, Storage::Auto);
        store.dispatch(Command::SaveDraft(Draft { writing: true, ..typed(words) })).unwrap();
        assert_eq!(store.snapshot().version, 0, "a letter changes no snapshot");
        let before = store.draft();
        drop(store);
        let store = NotebookStore::of(own.0, Storage::Auto);
        assert_eq!(store.draft(), before);
        assert_eq!(
            (before.words.as_str(), before.kind, before.writing),
            (words, Kind::Issue, true)
        );
        assert!(before.began_wall_ms > 0 && before.selection == (2, 2));
    }
    assert_eq!(own.stored().len(), 1);
}

#[wasm_bindgen_test]
async fn an_emptied_draft_is_removed() {
    let own = Own::new("emptied");
    let store = NotebookStore::of(own.0, Storage::Auto);
    store.dispatch(Command::SaveDraft(typed("we"))).unwrap();
    store.dispatch(Command::SaveDraft(typed(""))).unwrap();
    assert!(words(&own).iter().all(String::is_empty), "a reload now restores no words");
    JsFuture::from(store.flush()).await.unwrap();
    assert_eq!((own.stored().len(), store.draft().is_blank()), (0, true));
}

#[wasm_bindgen_test]
fn the_newest_draft_is_adopted_and_the_others_stay() {
    let own = Own::new("drafts");
    put(&own, "a1", "older", 1_000);
    put(&own, "b2", "newest", 3_000);
    put(&own, "c3", "old", 2_000);
    storage().set_item("heard:drafts:d:d4", "damaged").unwrap();
    let store = NotebookStore::of(own.0, Storage::Auto);
    assert_eq!((store.draft().words.as_str(), store.draft().changed_wall_ms), ("newest", 3_000));
    assert_eq!(words(&own), ["damaged", "newest", "old", "older"]);
    let boots: Vec<_> = own.stored().into_iter().map(|(name, _)| name).collect();
    assert!(!boots.contains(&"d:b2".to_owned()), "it is stored under this document now");
    assert!(["d:a1", "d:c3", "d:d4"].iter().all(|boot| boots.contains(&(*boot).to_owned())));
    drop(store);
    assert_eq!(NotebookStore::of(own.0, Storage::Auto).draft().words, "newest", "adopted once");
    assert_eq!(words(&own).len(), 4);
}

#[wasm_bindgen_test]
fn in_a_full_storage_a_draft_is_restored_and_stays_where_it_is() {
    let own = Own::new("crowded");
    put(&own, "a1", "words of another document", 1_000);
    let filled = Filled::to_the_last_character();
    let before = own.stored();
    let store = NotebookStore::of(own.0, Storage::Auto);
    let (found, after) = (store.draft().words, own.stored());
    drop(filled);
    assert_eq!((found.as_str(), after), ("words of another document", before));
}

#[wasm_bindgen_test]
fn a_capture_has_the_time_of_the_first_letter_of_its_draft() {
    let own = Own::new("said");
    let began = Draft { began_wall_ms: 1, changed_wall_ms: 1, ..typed("w") };
    let stored = began.written();
    storage().set_item("heard:said:d:a1", &stored).unwrap();
    let store = NotebookStore::of(own.0, Storage::Auto);
    store
        .dispatch(Command::Begin(NewMeeting { began_ms_ago: 60_000, ..NewMeeting::default() }))
        .unwrap();
    store.dispatch(Command::Capture(typed(" we lose orders "))).unwrap();
    let meeting = store.snapshot().notebook.running().cloned().unwrap();
    let capture = &meeting.captures[0];
    assert_eq!(
        (capture.words.as_str(), capture.kind, capture.at_ms),
        ("we lose orders", Kind::Issue, 0)
    );
}
