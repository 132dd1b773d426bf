//! localStorage: what is written at once, what is left alone, and what happens when it is full.

use wasm_bindgen_test::wasm_bindgen_test;

use super::*;
use crate::page::{Filled, Own, storage};
use crate::persistence::both_stores::BothStores;
use crate::persistence::keys::{Kind, kind};
use crate::persistence::mode::Mode;

/// A notebook in localStorage alone.
fn open(own: &Own) -> (BothStores, Found) {
    BothStores::open(own.0, true, false)
}

#[wasm_bindgen_test]
fn an_event_saved_is_read_back() {
    let own = Own::new("kept");
    let (mut stores, found) = open(&own);
    assert_eq!((numbers(&found), found.damaged, found.newer), (vec![], vec![], vec![]));
    let event = client(1, "Ève \"&\" Søn 👋");
    stores.save_event(&event);
    assert_eq!(own.stored(), [entry(&event)]);
    let found = open(&own).1;
    assert_eq!((found.events.get(&id(1)), stores.mode()), (Some(&event), Mode::Local));
    assert!(stores.is_settled() && !stores.is_saving(), "nothing is pending");
}

#[wasm_bindgen_test]
fn damaged_and_newer_entries_are_reported_and_left_byte_for_byte() {
    let own = Own::new("damaged");
    let good = codec::write(&client(1, "a"));
    put(&own, "t:beef:1", &good);
    put(&own, "t:beef:2", &good[..20]);
    put(&own, "t:beef:3", "\u{0}\u{fffd} no json");
    put(&own, "t:beef:4", &codec::write(&client(5, "under another's key")));
    put(&own, "t:beef:6", r#"{"v":99,"id":"beef-6","felt":1}"#);
    put(&own, "y:beef:7", "of a later shape");
    put(&own, "t:beef:eight", &good);
    let before = own.stored();
    let (mut stores, found) = open(&own);
    let mut damaged: Vec<_> = found.damaged.iter().map(|damaged| &*damaged.name).collect();
    damaged.sort_unstable();
    assert_eq!(damaged, ["t:beef:2", "t:beef:3", "t:beef:4"]);
    assert_eq!((found.newer.len(), numbers(&found)), (1, vec![1]));
    stores.save_event(&client(9, "b"));
    let after = own.stored();
    assert_eq!(after.len(), before.len() + 1);
    assert!(before.iter().all(|entry| after.contains(entry)));
}

#[wasm_bindgen_test]
fn notebooks_whose_keys_begin_alike_are_independent() {
    let keys =
        ["a", "a:t", "a:d", "a:m", "a:q", "a:x", "a:x:", "a:p", "a:t:beef", "a:d:beef", "a:", "aa"];
    let owns = keys.map(Own::new);
    for own in &owns {
        put(own, "d:beef", own.0);
        put(own, "q:0123abcd", own.0);
        open(own).0.save_event(&client(1, own.0));
    }
    // With keys that begin alike, an entry of the longer one has the prefix of the shorter one.
    let stored = |own: &Own| {
        ["t:beef:1", "d:beef", "q:0123abcd"]
            .map(|rest| storage().get_item(&format!("heard:{}:{rest}", own.0)).unwrap())
    };
    for own in &owns {
        let found = open(own).1;
        assert_eq!(found.events.get(&id(1)), Some(&client(1, own.0)), "{}", own.0);
        assert_eq!(found.lengths.values().count(), 3, "{}", own.0);
        assert_eq!(found.drafts, [("beef".to_owned(), own.0.to_owned())], "{}", own.0);
        assert_eq!((found.erasing.len(), found.quarantine.len()), (0, 1), "{}", own.0);
    }
    for (at, own) in owns.iter().enumerate() {
        let others: Vec<_> = owns[at + 1..].iter().map(stored).collect();
        erase(&mut open(own).0, "");
        assert_eq!(stored(own), [None, None, None], "{}", own.0);
        assert_eq!(owns[at + 1..].iter().map(stored).collect::<Vec<_>>(), others, "{}", own.0);
    }
}

fn erase(stores: &mut BothStores, record: &str) {
    stores.begin_erasing(record);
    stores.finish_erasing(&[record.to_owned()]);
}

#[wasm_bindgen_test]
fn erasing_everything_includes_damaged_and_newer_entries_and_drafts() {
    let own = Own::new("erased");
    for (rest, value) in [
        ("t:beef:1", "{"),
        ("t:beef:2", r#"{"v":9,"id":"beef-2"}"#),
        ("d:1", "{"),
        ("m:beef-3", "["),
        ("q:0123abcd", "{}"),
        ("p:beef", "{}"),
    ] {
        put(&own, rest, value);
    }
    put(&own, "other:1", "of another program");
    erase(&mut open(&own).0, "");
    assert_eq!(own.stored(), [("other:1".to_owned(), "of another program".to_owned())]);
}

#[wasm_bindgen_test]
fn erasing_a_record_removes_its_entries_and_no_others() {
    let own = Own::new("erased-one");
    let [first, second] = [meeting(1), meeting(11)];
    for event in first.iter().chain(&second) {
        open(&own).0.save_event(event);
    }
    let aside = r#"{"found_in":"IndexedDB","bytes":"… \"of\":\"beef-1\" …"}"#;
    put(&own, "q:0123abcd", aside);
    put(&own, "d:1", "{}");
    let mut stores = open(&own).0;
    stores.begin_erasing("beef-1");
    assert_eq!(open(&own).1.erasing, ["beef-1"], "the note stays until the record is gone");
    stores.finish_erasing(&["beef-1".to_owned()]);
    let mut rest: Vec<_> = second.iter().map(entry).collect();
    rest.insert(0, ("d:1".to_owned(), "{}".to_owned()));
    assert_eq!(own.stored(), rest);
}

#[wasm_bindgen_test]
fn a_key_tells_what_another_tab_has_changed() {
    let own = Own::new("tabs");
    let stores = open(&own).0;
    let named = |key: &'static str| stores.name_of(key).map(kind);
    assert_eq!(named("heard:tabs:t:beef:1"), Some(Kind::Event(id(1))));
    assert_eq!(named("heard:tabs:x:beef-1"), Some(Kind::Erasing("beef-1")));
    for key in
        ["heard:tabs:t:beef", "heard:tabs:t:beef:one", "heard:tabs:", "heard:tabs:t:beef:1:2"]
    {
        assert_eq!(named(key), Some(Kind::Foreign), "{key}");
    }
    for key in ["heard:tab:t:beef:1", "t:beef:1", ""] {
        assert_eq!(named(key), None, "{key}");
    }
}

#[wasm_bindgen_test]
fn a_notebook_in_memory_stores_nothing_and_says_so() {
    let own = Own::new("memory");
    put(&own, "t:beef:1", &codec::write(&client(1, "a")));
    let before = own.stored();
    let (mut stores, found) = BothStores::open(own.0, false, false);
    stores.save_event(&client(2, "b"));
    assert!(!stores.save_draft("{}".to_owned(), false));
    erase(&mut stores, "");
    assert_eq!((numbers(&found).len(), stores.mode()), (0, Mode::Memory));
    assert_eq!((own.stored(), stores.used()), (before, 0));
}

#[wasm_bindgen_test]
fn in_a_full_storage_what_fits_is_stored_and_the_rest_stays_pending() {
    let own = Own::new("full");
    let (mut stores, _) = open(&own);
    stores.save_event(&client(1, "a"));
    // Room for two short events, and no more.
    let short = [client(2, "b"), client(4, "d")].map(|event| entry(&event));
    for (name, text) in &short {
        put(&own, name, text);
    }
    let filled = Filled::to_the_last_character();
    for (name, _) in &short {
        storage().remove_item(&format!("heard:full:{name}")).unwrap();
    }
    let rooms = [("b", 2), (&"long".repeat(500), 3), ("d", 4)].map(|(name, n)| {
        stores.save_event(&client(n, name));
        (stores.mode(), own.stored().len())
    });
    let draft = stores.save_draft("no room".repeat(100), false);
    // A full storage can still be read.
    let reopened = numbers(&open(&own).1);
    let pending = stores.pending_events().len();
    drop(filled);
    stores.save_event(&client(5, "e"));
    let (mode, found) = (stores.mode(), numbers(&open(&own).1));
    assert_eq!(rooms, [(Mode::Local, 2), (Mode::Full, 2), (Mode::Full, 3)]);
    assert!(!draft, "a draft that is not stored is reported");
    assert_eq!((reopened, pending), (vec![1, 2, 4], 1));
    assert_eq!((mode, found), (Mode::Local, vec![1, 2, 3, 4, 5]));
}
