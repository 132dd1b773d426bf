//! The live notebook: one for each key, whoever asks; told in order; refusing without a trace.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use heard::{Command, Mode, NewMeeting, NotebookStore, Snapshot, Storage};
use heard_core::event::kind::EventKind;
use heard_core::event::settings::{Face, Setting};
use heard_core::{Floor, Refusal};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::page::{Own, fire, window};

fn begun(live: &NotebookStore) {
    live.dispatch(Command::Begin(NewMeeting::default())).unwrap();
}

fn floor(snapshot: &Snapshot) -> Option<Floor> {
    snapshot.notebook.running().and_then(|meeting| meeting.floor())
}

/// What a storage event of another tab says.
fn tell(key: &str, value: &str) {
    let init = [("key", key.into()), ("newValue", value.into())];
    fire(&window(), "StorageEvent", "storage", &init);
}

#[wasm_bindgen_test]
fn one_key_is_one_notebook_wherever_it_is_asked_for() {
    let (_one, _two) = (Own::new("one"), Own::new("two"));
    let live = NotebookStore::of("one", Storage::Auto);
    assert!(Rc::ptr_eq(&live, &NotebookStore::of("one", Storage::Auto)));
    assert!(Rc::ptr_eq(&live, &NotebookStore::of("one", Storage::Local)), "both are localStorage");
    assert!(!Rc::ptr_eq(&live, &NotebookStore::of("one", Storage::Memory)));
    assert!(!Rc::ptr_eq(&live, &NotebookStore::of("two", Storage::Auto)));
    assert!(
        *live == *NotebookStore::of("one", Storage::Auto)
            && *live != *NotebookStore::of("two", Storage::Auto)
    );
}

#[wasm_bindgen_test]
fn a_notebook_closed_and_opened_again_says_the_same() {
    let own = Own::new("again");
    let live = NotebookStore::of(own.0, Storage::Auto);
    let name = "Ève".to_owned();
    live.dispatch(Command::Begin(NewMeeting { client: name, ..NewMeeting::default() })).unwrap();
    live.dispatch(Command::PassFloor).unwrap();
    live.dispatch(Command::ChangeSetting(Setting::Face(Face::Detailed))).unwrap();
    let before = live.snapshot();
    let closed = Rc::downgrade(&live);
    drop(live);
    assert!(closed.upgrade().is_none());
    let after = NotebookStore::of(own.0, Storage::Auto).snapshot();
    assert_eq!((&after.notebook, after.version, after.unread), (&before.notebook, 0, 0));
    assert_eq!((floor(&after), own.kept().len()), (Some(Floor::Consultant), 4));
}

#[wasm_bindgen_test]
fn a_notebook_in_memory_says_so_and_leaves_storage_alone() {
    let own = Own::new("memory");
    let live = NotebookStore::of(own.0, Storage::Memory);
    begun(&live);
    assert_eq!((live.snapshot().mode, own.kept().len()), (Mode::Memory, 0));
    assert_eq!(floor(&live.snapshot()), Some(Floor::Client));
}

#[wasm_bindgen_test]
fn a_watcher_sees_before_and_after_of_every_change_even_of_those_a_watcher_causes() {
    type Told = (&'static str, Rc<Snapshot>, Rc<Snapshot>);
    let own = Own::new("watched");
    let live = NotebookStore::of(own.0, Storage::Auto);
    let seen: Rc<RefCell<Vec<Told>>> = Rc::default();
    let noting = |who| {
        let seen = Rc::clone(&seen);
        move |before: &Rc<Snapshot>, after: &Rc<Snapshot>| {
            seen.borrow_mut().push((who, Rc::clone(before), Rc::clone(after)));
        }
    };
    let first = live.watch(noting("first"));
    let weak = Rc::downgrade(&live);
    let causing = live.watch(move |_, after| {
        if floor(after) == Some(Floor::Client) {
            weak.upgrade().unwrap().dispatch(Command::PassFloor).unwrap();
        }
    });
    let last = live.watch(noting("last"));
    begun(&live);
    live.dispatch(Command::Record(EventKind::BreakTaken)).unwrap();
    let told: Vec<_> = seen.borrow().iter().map(|(who, _, after)| (*who, after.version)).collect();
    let wanted: Vec<_> = (1..=3).flat_map(|n| [("first", n), ("last", n)]).collect();
    assert_eq!(told, wanted);
    for (who, before, after) in seen.borrow().iter() {
        assert_eq!(before.version + 1, after.version, "{who}");
    }
    let floors: Vec<_> = seen.borrow().iter().map(|(_, _, after)| floor(after)).collect();
    let (client, consultant) = (Some(Floor::Client), Some(Floor::Consultant));
    assert_eq!(floors, [client, client, consultant, consultant, None, None]);
    drop((first, causing, last));
    live.dispatch(Command::Record(EventKind::BreakEnded)).unwrap();
    assert_eq!(seen.borrow().len(), 6, "who no longer watches is told nothing");
}

#[wasm_bindgen_test]
fn what_is_refused_changes_nothing_keeps_nothing_and_is_told_to_nobody() {
    let own = Own::new("refusals");
    let live = NotebookStore::of(own.0, Storage::Auto);
    let told = Rc::new(Cell::new(0));
    let watch = live.watch({
        let told = Rc::clone(&told);
        move |_, _| told.set(told.get() + 1)
    });
    let refused = |said: Command, why: Refusal| {
        let (snapshot, kept, before) = (live.snapshot(), own.kept(), told.get());
        assert_eq!(live.dispatch(said.clone()), Err(why), "{said:?}");
        assert!(Rc::ptr_eq(&live.snapshot(), &snapshot), "{said:?}");
        assert_eq!((own.kept(), told.get()), (kept, before), "{said:?}");
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
    begun(&live);
    refused(Command::Begin(NewMeeting::default()), Refusal::AlreadyRunning);
    refused(Command::Record(EventKind::BreakEnded), Refusal::NotOnBreak);
    refused(Command::Capture(heard::Draft::default()), Refusal::NoWords);
    assert_eq!(told.get(), 1);
    drop(watch);
}

#[wasm_bindgen_test]
async fn a_guard_that_says_no_prevents_erasing_and_one_dropped_does_not() {
    let own = Own::new("guarded");
    let live = NotebookStore::of(own.0, Storage::Auto);
    begun(&live);
    let asked = Rc::new(Cell::new(0));
    let guard = |may: bool| {
        let asked = Rc::clone(&asked);
        live.guard_erasing(move || {
            asked.set(asked.get() + 1);
            may
        })
    };
    let (willing, unwilling) = (guard(true), guard(false));
    let before = (live.snapshot(), own.kept());
    live.dispatch(Command::EraseAll).unwrap();
    assert!(Rc::ptr_eq(&live.snapshot(), &before.0));
    assert_eq!((own.kept(), asked.get()), (before.1, 2));
    drop(unwilling);
    live.dispatch(Command::EraseAll).unwrap();
    assert!(live.snapshot().notebook.running().is_none(), "from the screen at once");
    JsFuture::from(live.flush()).await.unwrap();
    assert_eq!((own.kept().len(), asked.get()), (0, 3));
    drop(willing);
    begun(&live);
    assert_eq!(floor(&live.snapshot()), Some(Floor::Client), "a new page begins");
}

#[wasm_bindgen_test]
fn what_another_tab_keeps_is_shown_once_and_what_is_damaged_or_others_not_at_all() {
    let (own, other) = (Own::new("tabs"), Own::new("tab"));
    let (here, there) =
        (NotebookStore::of(own.0, Storage::Auto), NotebookStore::of(other.0, Storage::Auto));
    begun(&there);
    let (rest, value) = other.kept().remove(0);
    tell(&format!("heard:tabs:{rest}"), &value[1..]);
    tell(&format!("heard:tabs:x{rest}"), &value);
    assert_eq!((here.snapshot().version, floor(&here.snapshot())), (0, None));
    tell(&format!("heard:tabs:{rest}"), &value);
    assert_eq!((here.snapshot().version, floor(&here.snapshot())), (1, Some(Floor::Client)));
    assert_eq!(own.kept().len(), 0, "whoever wrote it keeps it");
    assert_eq!(there.snapshot().version, 1);
    let notebook = Rc::clone(&here.snapshot().notebook);
    tell(&format!("heard:tabs:{rest}"), &value);
    assert_eq!(*here.snapshot().notebook, *notebook);
}
