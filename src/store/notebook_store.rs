//! The live notebook: the only place where something said becomes an event, is kept, and changes the notebook.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use gloo_timers::callback::{Interval, Timeout};
use heard_core::event::floor::Source;
use heard_core::event::kind::EventKind;
use heard_core::transfer::export::{self, Wanted};
use heard_core::{EventId, Notebook, Record, Refusal, Timestamp};
use js_sys::Function;
use wasm_bindgen::JsValue;

use crate::browser::clock;
use crate::options::Storage;
use crate::persistence::{BothStores, Found};
use crate::store::connections::Connections;
use crate::store::subscribers::{Guard, Watch, Watchers};
use crate::store::{Command, Draft, Snapshot};

/// One open notebook. It stands outside Yew, because widgets of one key share it and a method must answer at once.
pub struct NotebookStore {
    pub(crate) me: Weak<Self>,
    key: (String, bool),
    pub(crate) stores: RefCell<BothStores>,
    snapshot: RefCell<Rc<Snapshot>>,
    pub(crate) watchers: Watchers,
    /// The draft as it stands; drawn by the capture line itself, so a letter typed draws nothing else.
    pub(crate) draft: RefCell<Draft>,
    /// A draft that is about to go to the durable rope.
    pub(crate) drafting: RefCell<Option<Timeout>>,
    pub(crate) edge: RefCell<Connections>,
    /// The last moment at which this page was known to be awake.
    pub(crate) awake: Cell<Timestamp>,
    /// When the page was first touched, where that was before the notebook was open.
    pub(crate) first_touch: Cell<Option<Timestamp>>,
    pub(crate) pulse: RefCell<Option<Interval>>,
    /// The next go of reading ahead.
    pub(crate) reading: RefCell<Option<Timeout>>,
    /// Work under way that a flush has to wait for.
    pub(crate) busy: Cell<u32>,
    pub(crate) flushing: RefCell<Vec<Function>>,
    pub(crate) loading: RefCell<Vec<Function>>,
}

thread_local! {
    static OPEN: RefCell<Vec<Weak<NotebookStore>>> = const { RefCell::new(Vec::new()) };
}

impl NotebookStore {
    /// The live notebook of a storage key: the one that is open in this page already, or a new one.
    pub fn of(key: &str, storage: Storage) -> Rc<Self> {
        let wanted = (key.to_owned(), storage != Storage::Memory);
        OPEN.with_borrow_mut(|open| {
            open.retain(|live| live.strong_count() > 0);
            let known = open.iter().filter_map(Weak::upgrade).find(|live| live.key == wanted);
            known.unwrap_or_else(|| {
                let live = Self::open(wanted, storage);
                open.push(Rc::downgrade(&live));
                live
            })
        })
    }

    fn open(key: (String, bool), storage: Storage) -> Rc<Self> {
        let durable = storage == Storage::Auto;
        let (stores, found) = BothStores::open(&key.0, key.1, durable);
        let snapshot = Snapshot {
            version: 0,
            notebook: Rc::new(desk_of(&found)),
            review: None,
            mode: stores.mode(),
            saving: false,
            unread: 0,
            newer: !found.newer.is_empty(),
            leading: true,
            percent_used: stores.percent_used(),
        };
        let live = Rc::new_cyclic(|me| Self {
            me: me.clone(),
            key,
            stores: RefCell::new(stores),
            snapshot: RefCell::new(Rc::new(snapshot)),
            watchers: Watchers::default(),
            draft: RefCell::default(),
            drafting: RefCell::default(),
            edge: RefCell::default(),
            awake: Cell::new(clock::now()),
            first_touch: Cell::default(),
            pulse: RefCell::default(),
            reading: RefCell::default(),
            busy: Cell::default(),
            flushing: RefCell::default(),
            loading: RefCell::default(),
        });
        live.take_draft(&found);
        live.listen();
        live.load(found, durable);
        live
    }

    /// Whether other tabs have the same notebook. One that a host keeps in memory is this page's own.
    pub(crate) const fn is_shared(&self) -> bool {
        self.key.1
    }

    /// The present picture.
    pub fn snapshot(&self) -> Rc<Snapshot> {
        Rc::clone(&self.snapshot.borrow())
    }

    /// Tells a watcher, with the picture before and after, of every change, in the same task.
    pub fn watch(&self, watcher: impl Fn(&Rc<Snapshot>, &Rc<Snapshot>) + 'static) -> Watch {
        self.watchers.watch(watcher)
    }

    /// Asks a guard before anything is erased; one that says no prevents it.
    pub fn guard_erasing(&self, may_erase: impl Fn() -> bool + 'static) -> Guard {
        self.watchers.guard(may_erase)
    }

    /// Minutes that local time is ahead of UTC.
    pub fn utc_offset_min(&self) -> i16 {
        clock::utc_offset_min()
    }

    /// The capture line as it stands; empty, where what stands in it belongs to another meeting than the one at hand.
    pub fn draft(&self) -> Draft {
        let draft = self.draft.borrow();
        let is_here = draft.of.is_none() || draft.of == self.at_hand();
        if is_here { draft.clone() } else { Draft::default() }
    }

    /// The meeting that runs, or that is looked at.
    pub(crate) fn at_hand(&self) -> Option<EventId> {
        let snapshot = self.snapshot();
        snapshot.notebook.running().map(|meeting| meeting.id).or(snapshot.review)
    }

    /// The notebook, or a part of it, as the contract's JSON.
    pub fn json(&self, wanted: Wanted) -> String {
        export::json(&self.snapshot().notebook, wanted, clock::now(), clock::utc_offset_min())
    }

    /// The notebook, or a part of it, as a table of comma-separated values.
    pub fn csv(&self, wanted: Wanted) -> String {
        export::csv(&self.snapshot().notebook, wanted, clock::now())
    }

    /// Now, by the clocks that stamp events.
    pub fn now(&self) -> Timestamp {
        clock::now()
    }

    /// Hears something said. What fits is kept and snapshot; what does not changes nothing and says why.
    ///
    /// Gives the id of the event that came of it, where one did.
    pub fn dispatch(&self, said: Command) -> Result<Option<EventId>, Refusal> {
        match said {
            Command::Begin(beginning) => self.begin(beginning).map(Some),
            Command::Record(kind) => self.act(kind).map(Some),
            Command::RecordIn(record, kind) => self.record(record, kind).map(Some),
            Command::PassFloor => self.act(self.passing(Source::Touch)?).map(Some),
            Command::Undo => self.record_said(Notebook::undoing).map(Some),
            Command::Redo => self.record_said(Notebook::redoing).map(Some),
            Command::ChangeSetting(setting) => {
                self.record(Record::Settings, EventKind::SettingChanged(setting)).map(Some)
            }
            Command::NoteFileSaved => self.record(Record::Settings, EventKind::FileSaved).map(Some),
            Command::CloseReview => self.review(None),
            Command::OpenReview(id) => self.review(Some(id)),
            Command::Capture(draft) => {
                let now_ms = clock::wall_ms();
                let draft = draft.over(&self.draft(), now_ms);
                let id = self.act(draft.caught(draft.ago_ms(now_ms)))?;
                // In the same task: a page that dies before its line is emptied must not have the words twice.
                self.keep_draft(Draft {
                    kind: draft.kind,
                    writing: draft.writing,
                    ..Draft::default()
                });
                Ok(Some(id))
            }
            Command::SaveDraft(draft) => {
                self.keep_draft(draft);
                Ok(None)
            }
            Command::EraseAll => self.erase(None),
            Command::EraseRecord(id) => self.erase(Some(id)),
            Command::EraseQuarantine => self.erase_quarantine(),
            Command::TakeOver => {
                self.take_over();
                Ok(None)
            }
        }
    }

    fn review(&self, id: Option<EventId>) -> Result<Option<EventId>, Refusal> {
        let snapshot = self.snapshot();
        if id.is_some_and(|id| snapshot.notebook.meeting(id).is_none()) {
            return Err(Refusal::Unknown);
        }
        self.show(Snapshot { review: id, ..(*snapshot).clone() });
        Ok(None)
    }

    /// Shows another notebook; what lay on it for review stays, unless it is gone.
    pub(crate) fn show_desk(&self, notebook: Notebook) {
        let snapshot = self.snapshot();
        let review = snapshot.review.filter(|id| notebook.meeting(*id).is_some());
        self.show(Snapshot { notebook: Rc::new(notebook), review, ..(*snapshot).clone() });
    }

    pub(crate) fn show(&self, mut next: Snapshot) {
        let before = self.snapshot();
        next.version = before.version + 1;
        {
            let stores = self.stores.borrow();
            next.mode = stores.mode();
            next.saving = stores.is_saving();
            next.percent_used = stores.percent_used();
        }
        let next = Rc::new(next);
        self.snapshot.replace(Rc::clone(&next));
        self.keep_pulse();
        self.keep_reading();
        self.watchers.tell(before, next);
    }
}

/// What was found, folded.
pub(crate) fn desk_of(found: &Found) -> Notebook {
    let events = found.events.values().cloned();
    let packed = found.packed.values().cloned();
    let newer = found.newer.iter().map(|(_, line)| line.as_str());
    Notebook::gather(events).with_packed(packed).with_newer(newer)
}

/// One live notebook is equal to itself alone.
impl PartialEq for NotebookStore {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

impl Drop for NotebookStore {
    /// Nobody is left waiting.
    fn drop(&mut self) {
        for resolve in self.flushing.take().into_iter().chain(self.loading.take()) {
            // A promise's own function never throws.
            let _ = resolve.call0(&JsValue::UNDEFINED);
        }
    }
}
