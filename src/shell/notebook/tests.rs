//! A notebook in real localStorage: what is kept, what is left alone, and what happens where there is no room.

use heard_core::act::Act;
use heard_core::{Moment, Record};
use wasm_bindgen_test::wasm_bindgen_test;

use super::*;
use crate::page::{Filled, Own, storage};

const BOOT: Boot = Boot::from_random(0xbeef);

fn event(n: u64, name: &str) -> Event {
    let of = Record::Begun(EventId { n, boot: BOOT });
    let at = Moment { boot: BOOT, wall_ms: 5, mono_ms: 3 };
    Event { n, at, of, act: Act::ClientAdded { name: name.to_owned() }, raw: None }
}

/// The numbers of the events found, in order.
fn numbers(found: Found) -> Vec<u64> {
    let mut numbers: Vec<_> = found.events.into_iter().map(|event| event.n).collect();
    numbers.sort_unstable();
    numbers
}

/// Writes past the notebook, as another document or a mishap would.
fn put(own: &Own, rest: &str, value: &str) {
    storage().set_item(&format!("heard:{}:{rest}", own.0), value).unwrap();
}

fn open(own: &Own) -> (Notebook, Found) {
    Notebook::open(own.0, true)
}

#[wasm_bindgen_test]
fn an_event_kept_is_read_back() {
    let own = Own::new("kept");
    let (mut notebook, found) = open(&own);
    assert_eq!((found.events, found.damaged, found.newer), (Vec::new(), 0, 0));
    let event = event(1, "Ève \"&\" Søn 👋");
    notebook.keep(&event);
    assert_eq!(own.kept(), [("t:beef:1".to_owned(), wire::write(&event))]);
    assert_eq!((open(&own).1.events, notebook.mode()), (vec![event], Mode::Local));
}

#[wasm_bindgen_test]
fn what_is_damaged_or_newer_is_counted_and_left_byte_for_byte() {
    let own = Own::new("damaged");
    let good = wire::write(&event(1, "a"));
    put(&own, "t:beef:1", &good);
    put(&own, "t:beef:2", &good[..20]);
    put(&own, "t:beef:3", "\u{0}\u{fffd} no json");
    put(&own, "t:beef:4", &wire::write(&event(5, "under another's key")));
    put(&own, "t:beef:6", r#"{"v":99,"id":"beef-6","felt":1}"#);
    put(&own, "x:beef:7", "of a later shape");
    put(&own, "t:beef:eight", &good);
    let before = own.kept();
    let (mut notebook, found) = open(&own);
    assert_eq!((found.damaged, found.newer, numbers(found)), (3, 1, vec![1]));
    notebook.keep(&event(9, "b"));
    let after = own.kept();
    assert_eq!(after.len(), before.len() + 1);
    assert!(before.iter().all(|entry| after.contains(entry)));
}

#[wasm_bindgen_test]
fn notebooks_whose_keys_begin_alike_never_touch_each_other() {
    let keys = ["a", "a:t", "a:d", "a:t:beef", "a:d:beef", "a:", "aa"];
    let owns = keys.map(Own::new);
    let words = |key: &str| format!(r#"{{"words":"of {key}"}}"#);
    for own in &owns {
        put(own, "d:beef", &words(own.0));
        open(own).0.keep(&event(1, own.0));
    }
    // Keys that begin alike: what is kept under the longer one looks as if it were kept under the shorter one.
    let kept = |own: &Own| {
        ["t:beef:1", "d:beef"]
            .map(|rest| storage().get_item(&format!("heard:{}:{rest}", own.0)).unwrap())
    };
    for own in &owns {
        let (notebook, found) = open(own);
        let draft = ("beef".to_owned(), words(own.0));
        assert_eq!((found.damaged + found.newer, found.events), (0, vec![event(1, own.0)]));
        assert_eq!(notebook.drafts(), [draft], "{}", own.0);
        let own_size = kept(own).iter().flatten().map(|value| value.chars().count()).sum::<usize>()
            + 2 * format!("heard:{}:", own.0).len()
            + "t:beef:1d:beef".len();
        assert_eq!(notebook.size(), own_size, "{}", own.0);
    }
    for (at, own) in owns.iter().enumerate() {
        let others: Vec<_> = owns[at + 1..].iter().map(kept).collect();
        open(own).0.erase();
        assert_eq!(kept(own), [None, None], "{}", own.0);
        assert_eq!(owns[at + 1..].iter().map(kept).collect::<Vec<_>>(), others, "{}", own.0);
    }
}

#[wasm_bindgen_test]
fn erasing_takes_damaged_and_newer_entries_and_drafts_too() {
    let own = Own::new("erased");
    for (rest, value) in [("t:beef:1", "{"), ("t:beef:2", r#"{"v":9,"id":"beef-2"}"#), ("d:1", "{")]
    {
        put(&own, rest, value);
    }
    put(&own, "other:1", "somebody else's");
    open(&own).0.erase();
    assert_eq!(own.kept(), [("other:1".to_owned(), "somebody else's".to_owned())]);
}

#[wasm_bindgen_test]
fn an_event_of_another_tab_is_known_by_its_key() {
    let own = Own::new("tabs");
    let (notebook, text) = (open(&own).0, wire::write(&event(1, "a")));
    assert_eq!(notebook.event_of("heard:tabs:t:beef:1", &text), Some(event(1, "a")));
    for key in ["heard:tabs:d:beef", "heard:tabs:t:beef", "heard:tab:t:beef:1", "t:beef:1", ""] {
        assert_eq!(notebook.event_of(key, &text), None, "{key}");
    }
    assert_eq!(notebook.event_of("heard:tabs:t:beef:1", "{"), None);
}

#[wasm_bindgen_test]
fn a_notebook_in_memory_keeps_nothing_and_says_so() {
    let own = Own::new("memory");
    put(&own, "t:beef:1", &wire::write(&event(1, "a")));
    let before = own.kept();
    let (mut notebook, found) = Notebook::open(own.0, false);
    notebook.keep(&event(2, "b"));
    assert!(!notebook.keep_draft(Some("{}")));
    notebook.erase();
    assert_eq!((found.events.len(), notebook.mode(), notebook.size()), (0, Mode::Memory, 0));
    assert_eq!((own.kept(), notebook.drafts()), (before, Vec::new()));
}

#[wasm_bindgen_test]
fn in_a_full_storage_events_wait_and_are_written_in_their_order_when_there_is_room() {
    let own = Own::new("full");
    let (mut notebook, _) = open(&own);
    notebook.keep(&event(1, "a"));
    // Room for two short events, and no more.
    let short = [event(2, "b"), event(4, "d")];
    for event in &short {
        put(&own, &event_key("", event.id()), &wire::write(event));
    }
    let filled = Filled::to_the_last_character();
    for event in &short {
        storage().remove_item(&event_key("heard:full:", event.id())).unwrap();
    }
    let rooms = [("b", 2), (&"long".repeat(500), 3), ("d", 4)].map(|(name, n)| {
        notebook.keep(&event(n, name));
        (notebook.mode(), own.kept().len())
    });
    let draft = notebook.keep_draft(Some(&"no room".repeat(100)));
    // What was kept is found in a storage that takes nothing more.
    let reopened = numbers(open(&own).1);
    drop(filled);
    notebook.keep(&event(5, "e"));
    let (mode, found) = (notebook.mode(), numbers(open(&own).1));
    assert_eq!(rooms, [(Mode::Local, 2), (Mode::Full, 2), (Mode::Full, 2)]);
    assert!(!draft, "a draft that is not kept says so");
    assert_eq!((reopened, mode, found), (vec![1, 2], Mode::Local, vec![1, 2, 3, 4, 5]));
}
