//! The draft of the capture line, kept letter by letter and found again.

use heard::{Command, Draft, NewMeeting, NotebookStore, Storage};
use heard_core::event::capture::Kind;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::page::{Filled, Own, storage};

fn typed(words: &str) -> Draft {
    Draft { words: words.to_owned(), kind: Kind::Issue, selection: (2, 2), ..Draft::default() }
}

fn keep(own: &Own, boot: &str, words: &str, changed_wall_ms: i64) {
    let draft = Draft { changed_wall_ms, ..typed(words) };
    storage().set_item(&format!("heard:{}:d:{boot}", own.0), &draft.written()).unwrap();
}

/// The words of each draft that is kept, in their order.
fn words(own: &Own) -> Vec<String> {
    let drafts = own.kept().into_iter().filter(|(rest, _)| rest.starts_with("d:"));
    let mut words: Vec<_> =
        drafts.map(|(_, text)| Draft::read(&text).map_or(text, |draft| draft.words)).collect();
    words.sort();
    words
}

#[wasm_bindgen_test]
fn a_draft_survives_closing_letter_by_letter_caret_and_all() {
    let own = Own::new("draft");
    for words in ["w", "we", "we lo"] {
        let live = NotebookStore::of(own.0, Storage::Auto);
        live.dispatch(Command::SaveDraft(Draft { writing: true, ..typed(words) })).unwrap();
        assert_eq!(live.snapshot().version, 0, "a letter draws nothing");
        let before = live.draft();
        drop(live);
        let live = NotebookStore::of(own.0, Storage::Auto);
        assert_eq!(live.draft(), before);
        assert_eq!(
            (before.words.as_str(), before.kind, before.writing),
            (words, Kind::Issue, true)
        );
        assert!(before.began_wall_ms > 0 && before.selection == (2, 2));
    }
    assert_eq!(own.kept().len(), 1);
}

#[wasm_bindgen_test]
async fn an_empty_line_leaves_no_draft_behind() {
    let own = Own::new("emptied");
    let live = NotebookStore::of(own.0, Storage::Auto);
    live.dispatch(Command::SaveDraft(typed("we"))).unwrap();
    live.dispatch(Command::SaveDraft(typed(""))).unwrap();
    assert!(words(&own).iter().all(String::is_empty), "a reload now finds no words");
    JsFuture::from(live.flush()).await.unwrap();
    assert_eq!((own.kept().len(), live.draft().is_blank()), (0, true));
}

#[wasm_bindgen_test]
fn the_newest_draft_is_taken_over_and_the_others_stay() {
    let own = Own::new("drafts");
    keep(&own, "a1", "older", 1_000);
    keep(&own, "b2", "newest", 3_000);
    keep(&own, "c3", "old", 2_000);
    storage().set_item("heard:drafts:d:d4", "damaged").unwrap();
    let live = NotebookStore::of(own.0, Storage::Auto);
    assert_eq!((live.draft().words.as_str(), live.draft().changed_wall_ms), ("newest", 3_000));
    assert_eq!(words(&own), ["damaged", "newest", "old", "older"]);
    let boots: Vec<_> = own.kept().into_iter().map(|(rest, _)| rest).collect();
    assert!(!boots.contains(&"d:b2".to_owned()), "it has another document now");
    assert!(["d:a1", "d:c3", "d:d4"].iter().all(|boot| boots.contains(&(*boot).to_owned())));
    drop(live);
    assert_eq!(NotebookStore::of(own.0, Storage::Auto).draft().words, "newest", "taken over once");
    assert_eq!(words(&own).len(), 4);
}

#[wasm_bindgen_test]
fn in_a_full_storage_a_draft_is_found_and_stays_where_it_is() {
    let own = Own::new("crowded");
    keep(&own, "a1", "words of another document", 1_000);
    let filled = Filled::to_the_last_character();
    let before = own.kept();
    let live = NotebookStore::of(own.0, Storage::Auto);
    let (found, after) = (live.draft().words, own.kept());
    drop(filled);
    assert_eq!((found.as_str(), after), ("words of another document", before));
}

#[wasm_bindgen_test]
fn words_kept_are_those_said_when_the_first_letter_was_written() {
    let own = Own::new("said");
    let began = Draft { began_wall_ms: 1, changed_wall_ms: 1, ..typed("w") };
    let kept = began.written();
    storage().set_item("heard:said:d:a1", &kept).unwrap();
    let live = NotebookStore::of(own.0, Storage::Auto);
    live.dispatch(Command::Begin(NewMeeting { began_ms_ago: 60_000, ..NewMeeting::default() }))
        .unwrap();
    live.dispatch(Command::Capture(typed(" we lose orders "))).unwrap();
    let meeting = live.snapshot().notebook.running().cloned().unwrap();
    let capture = &meeting.captures[0];
    assert_eq!(
        (capture.words.as_str(), capture.kind, capture.at_ms),
        ("we lose orders", Kind::Issue, 0)
    );
}
