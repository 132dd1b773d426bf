//! The store: one for each storage key, watchers notified in order, and refused commands without any effect.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use heard::{Command, Mode, NewMeeting, NotebookStore, Snapshot, Storage};
use heard_core::event::kind::EventKind;
use heard_core::event::settings::{Face, Setting};
use heard_core::{Floor, Refusal};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::page::{Own, fire, window};

fn begin(store: &NotebookStore) {
    store.dispatch(Command::Begin(NewMeeting::default())).unwrap();
}

fn floor(snapshot: &Snapshot) -> Option<Floor> {
    snapshot.notebook.running().and_then(|meeting| meeting.floor())
}

/// Dispatches the storage event of a change that another tab makes.
fn dispatch_storage_event(key: &str, value: &str) {
    let init = [("key", key.into()), ("newValue", value.into())];
    fire(&window(), "StorageEvent", "storage", &init);
}

#[wasm_bindgen_test]
fn one_key_has_one_store() {
    let (_one, _two) = (Own::new("one"), Own::new("two"));
    let store = NotebookStore::of("one", Storage::Auto);
    assert!(Rc::ptr_eq(&store, &NotebookStore::of("one", Storage::Auto)));
    assert!(Rc::ptr_eq(&store, &NotebookStore::of("one", Storage::Local)), "both use localStorage");
    assert!(!Rc::ptr_eq(&store, &NotebookStore::of("one", Storage::Memory)));
    assert!(!Rc::ptr_eq(&store, &NotebookStore::of("two", Storage::Auto)));
    assert!(
        *store == *NotebookStore::of("one", Storage::Auto)
            && *store != *NotebookStore::of("two", Storage::Auto)
    );
}

#[wasm_bindgen_test]
fn a_notebook_is_the_same_after_reopening() {
    let own = Own::new("again");
    let store = NotebookStore::of(own.0, Storage::Auto);
    let name = "Ève".to_owned();
    store.dispatch(Command::Begin(NewMeeting { client: name, ..NewMeeting::default() })).unwrap();
    store.dispatch(Command::PassFloor).unwrap();
    store.dispatch(Command::ChangeSetting(Setting::Face(Face::Detailed))).unwrap();
    let before = store.snapshot();
    let closed = Rc::downgrade(&store);
    drop(store);
    assert!(closed.upgrade().is_none());
    let after = NotebookStore::of(own.0, Storage::Auto).snapshot();
    assert_eq!((&after.notebook, after.version, after.unread), (&before.notebook, 0, 0));
    assert_eq!((floor(&after), own.stored().len()), (Some(Floor::Consultant), 4));
}

#[wasm_bindgen_test]
fn a_notebook_in_memory_stores_nothing() {
    let own = Own::new("memory");
    let store = NotebookStore::of(own.0, Storage::Memory);
    begin(&store);
    assert_eq!((store.snapshot().mode, own.stored().len()), (Mode::Memory, 0));
    assert_eq!(floor(&store.snapshot()), Some(Floor::Client));
}

#[wasm_bindgen_test]
fn watchers_get_each_change_in_order_even_one_caused_by_a_watcher() {
    type Call = (&'static str, Rc<Snapshot>, Rc<Snapshot>);
    let own = Own::new("watched");
    let store = NotebookStore::of(own.0, Storage::Auto);
    let seen: Rc<RefCell<Vec<Call>>> = Rc::default();
    let noting = |who| {
        let seen = Rc::clone(&seen);
        move |before: &Rc<Snapshot>, after: &Rc<Snapshot>| {
            seen.borrow_mut().push((who, Rc::clone(before), Rc::clone(after)));
        }
    };
    let first = store.watch(noting("first"));
    let weak = Rc::downgrade(&store);
    let causing = store.watch(move |_, after| {
        if floor(after) == Some(Floor::Client) {
            weak.upgrade().unwrap().dispatch(Command::PassFloor).unwrap();
        }
    });
    let last = store.watch(noting("last"));
    begin(&store);
    store.dispatch(Command::Record(EventKind::BreakTaken)).unwrap();
    let calls: Vec<_> = seen.borrow().iter().map(|(who, _, after)| (*who, after.version)).collect();
    let wanted: Vec<_> = (1..=3).flat_map(|n| [("first", n), ("last", n)]).collect();
    assert_eq!(calls, wanted);
    for (who, before, after) in seen.borrow().iter() {
        assert_eq!(before.version + 1, after.version, "{who}");
    }
    let floors: Vec<_> = seen.borrow().iter().map(|(_, _, after)| floor(after)).collect();
    let (client, consultant) = (Some(Floor::Client), Some(Floor::Consultant));
    assert_eq!(floors, [client, client, consultant, consultant, None, None]);
    drop((first, causing, last));
    store.dispatch(Command::Record(EventKind::BreakEnded)).unwrap();
    assert_eq!(seen.borrow().len(), 6, "a dropped watcher is not called");
}

#[wasm_bindgen_test]
fn a_refused_command_changes_nothing_stores_nothing_and_notifies_nobody() {
    let own = Own::new("refusals");
    let store = NotebookStore::of(own.0, Storage::Auto);
    let calls = Rc::new(Cell::new(0));
    let watch = store.watch({
        let calls = Rc::clone(&calls);
        move |_, _| calls.set(calls.get() + 1)
    });
    let refused = |command: Command, why: Refusal| {
        let (snapshot, stored, before) = (store.snapshot(), own.stored(), calls.get());
        assert_eq!(store.dispatch(command.clone()), Err(why), "{command:?}");
        assert!(Rc::ptr_eq(&store.snapshot(), &snapshot), "{command:?}");
        assert_eq!((own.stored(), calls.get()), (stored, before), "{command:?}");
    };
    refused(Command::PassFloor, Refusal::NoMeeting);
    refused(Command::Record(EventKind::MomentMarked), Refusal::NoMeeting);
    refused(Command::Undo, Refusal::NothingToUndo);
    refused(Command::Redo, Refusal::NothingToRedo);
    refused(Command::ChangeSetting(Setting::Aim(Some(0))), Refusal::OutOfRange);
    let nobody = NewMeeting { client: "Ann".to_owned(), us: 0, ..NewMeeting::default() };
    refused(Command::Begin(nobody), Refusal::OutOfRange);
    let long = NewMeeting { client: "n".repeat(201), ..NewMeeting::default() };
    refused(Command::Begin(long), Refusal::TooLong);
    begin(&store);
    refused(Command::Begin(NewMeeting::default()), Refusal::AlreadyRunning);
    refused(Command::Record(EventKind::BreakEnded), Refusal::NotOnBreak);
    refused(Command::Capture(heard::Draft::default()), Refusal::NoWords);
    assert_eq!(calls.get(), 1);
    drop(watch);
}

#[wasm_bindgen_test]
async fn a_guard_prevents_erasing_until_it_is_dropped() {
    let own = Own::new("guarded");
    let store = NotebookStore::of(own.0, Storage::Auto);
    begin(&store);
    let asked = Rc::new(Cell::new(0));
    let guard = |may: bool| {
        let asked = Rc::clone(&asked);
        store.guard_erasing(move || {
            asked.set(asked.get() + 1);
            may
        })
    };
    let (allowing, forbidding) = (guard(true), guard(false));
    let before = (store.snapshot(), own.stored());
    store.dispatch(Command::EraseAll).unwrap();
    assert!(Rc::ptr_eq(&store.snapshot(), &before.0));
    assert_eq!((own.stored(), asked.get()), (before.1, 2));
    drop(forbidding);
    store.dispatch(Command::EraseAll).unwrap();
    assert!(store.snapshot().notebook.running().is_none(), "the snapshot changes at once");
    JsFuture::from(store.flush()).await.unwrap();
    assert_eq!((own.stored().len(), asked.get()), (0, 3));
    drop(allowing);
    begin(&store);
    assert_eq!(floor(&store.snapshot()), Some(Floor::Client), "a new meeting can begin");
}

#[wasm_bindgen_test]
fn an_event_of_another_tab_is_added_once_and_a_damaged_or_foreign_one_is_ignored() {
    let (own, other) = (Own::new("tabs"), Own::new("tab"));
    let (here, there) =
        (NotebookStore::of(own.0, Storage::Auto), NotebookStore::of(other.0, Storage::Auto));
    begin(&there);
    let (name, value) = other.stored().remove(0);
    dispatch_storage_event(&format!("heard:tabs:{name}"), &value[1..]);
    dispatch_storage_event(&format!("heard:tabs:x{name}"), &value);
    assert_eq!((here.snapshot().version, floor(&here.snapshot())), (0, None));
    dispatch_storage_event(&format!("heard:tabs:{name}"), &value);
    assert_eq!((here.snapshot().version, floor(&here.snapshot())), (1, Some(Floor::Client)));
    assert_eq!(own.stored().len(), 0, "the tab that wrote it stores it");
    assert_eq!(there.snapshot().version, 1);
    let notebook = Rc::clone(&here.snapshot().notebook);
    dispatch_storage_event(&format!("heard:tabs:{name}"), &value);
    assert_eq!(*here.snapshot().notebook, *notebook);
}
