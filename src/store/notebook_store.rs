//! The live notebook: the only place where something said becomes an event, is kept, and changes the desk.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use gloo_timers::callback::{Interval, Timeout};
use heard_core::event::floor::Source;
use heard_core::event::kind::Act;
use heard_core::transfer::export::{self, Wanted};
use heard_core::{Desk, EventId, Moment, Record, Refusal};
use js_sys::Function;
use wasm_bindgen::JsValue;

use crate::browser::clock;
use crate::options::Storage;
use crate::persistence::{Found, Notebook};
use crate::store::connections::Edge;
use crate::store::subscribers::{Guard, Watch, Watchers};
use crate::store::{Draft, Said, Shown};

/// One open notebook. It stands outside Yew, because widgets of one key share it and a method must answer at once.
pub struct Live {
    pub(crate) me: Weak<Self>,
    key: (String, bool),
    pub(crate) notebook: RefCell<Notebook>,
    shown: RefCell<Rc<Shown>>,
    pub(crate) watchers: Watchers,
    /// The draft as it stands; drawn by the capture line itself, so a letter typed draws nothing else.
    pub(crate) draft: RefCell<Draft>,
    /// A draft that is about to go to the durable rope.
    pub(crate) drafting: RefCell<Option<Timeout>>,
    pub(crate) edge: RefCell<Edge>,
    /// The last moment at which this page was known to be awake.
    pub(crate) awake: Cell<Moment>,
    /// When the page was first touched, where that was before the notebook was open.
    pub(crate) first_touch: Cell<Option<Moment>>,
    pub(crate) pulse: RefCell<Option<Interval>>,
    /// The next go of reading ahead.
    pub(crate) reading: RefCell<Option<Timeout>>,
    /// Work under way that a flush has to wait for.
    pub(crate) busy: Cell<u32>,
    pub(crate) flushing: RefCell<Vec<Function>>,
    pub(crate) loading: RefCell<Vec<Function>>,
}

thread_local! {
    static OPEN: RefCell<Vec<Weak<Live>>> = const { RefCell::new(Vec::new()) };
}

impl Live {
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
        let (notebook, found) = Notebook::open(&key.0, key.1, durable);
        let shown = Shown {
            version: 0,
            desk: Rc::new(desk_of(&found)),
            review: None,
            mode: notebook.mode(),
            saving: false,
            unread: 0,
            newer: !found.newer.is_empty(),
            leading: true,
            percent_used: notebook.percent_used(),
        };
        let live = Rc::new_cyclic(|me| Self {
            me: me.clone(),
            key,
            notebook: RefCell::new(notebook),
            shown: RefCell::new(Rc::new(shown)),
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
    pub fn shown(&self) -> Rc<Shown> {
        Rc::clone(&self.shown.borrow())
    }

    /// Tells a watcher, with the picture before and after, of every change, in the same task.
    pub fn watch(&self, watcher: impl Fn(&Rc<Shown>, &Rc<Shown>) + 'static) -> Watch {
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
        let shown = self.shown();
        shown.desk.running().map(|meeting| meeting.id).or(shown.review)
    }

    /// The notebook, or a part of it, as the contract's JSON.
    pub fn json(&self, wanted: Wanted) -> String {
        export::json(&self.shown().desk, wanted, clock::now(), clock::utc_offset_min())
    }

    /// The notebook, or a part of it, as a table of comma-separated values.
    pub fn csv(&self, wanted: Wanted) -> String {
        export::csv(&self.shown().desk, wanted, clock::now())
    }

    /// Now, by the clocks that stamp events.
    pub fn now(&self) -> Moment {
        clock::now()
    }

    /// Hears something said. What fits is kept and shown; what does not changes nothing and says why.
    ///
    /// Gives the id of the event that came of it, where one did.
    pub fn hear(&self, said: Said) -> Result<Option<EventId>, Refusal> {
        match said {
            Said::Began(beginning) => self.begin(beginning).map(Some),
            Said::Act(act) => self.act(act).map(Some),
            Said::Of(record, act) => self.record(record, act).map(Some),
            Said::FloorPassed => self.act(self.passing(Source::Touch)?).map(Some),
            Said::Undo => self.record_said(Desk::undoing).map(Some),
            Said::Redo => self.record_said(Desk::redoing).map(Some),
            Said::Set(setting) => {
                self.record(Record::Settings, Act::SettingChanged(setting)).map(Some)
            }
            Said::FileSaved => self.record(Record::Settings, Act::FileSaved).map(Some),
            Said::PutAway => self.review(None),
            Said::Reopened(id) => self.review(Some(id)),
            Said::Caught(draft) => {
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
            Said::Drafted(draft) => {
                self.keep_draft(draft);
                Ok(None)
            }
            Said::Erased => self.erase(None),
            Said::RecordErased(id) => self.erase(Some(id)),
            Said::QuarantineErased => self.erase_quarantine(),
            Said::TookOver => {
                self.take_over();
                Ok(None)
            }
        }
    }

    fn review(&self, id: Option<EventId>) -> Result<Option<EventId>, Refusal> {
        let shown = self.shown();
        if id.is_some_and(|id| shown.desk.meeting(id).is_none()) {
            return Err(Refusal::Unknown);
        }
        self.show(Shown { review: id, ..(*shown).clone() });
        Ok(None)
    }

    /// Shows another desk; what lay on it for review stays, unless it is gone.
    pub(crate) fn show_desk(&self, desk: Desk) {
        let shown = self.shown();
        let review = shown.review.filter(|id| desk.meeting(*id).is_some());
        self.show(Shown { desk: Rc::new(desk), review, ..(*shown).clone() });
    }

    pub(crate) fn show(&self, mut next: Shown) {
        let before = self.shown();
        next.version = before.version + 1;
        {
            let notebook = self.notebook.borrow();
            next.mode = notebook.mode();
            next.saving = notebook.is_saving();
            next.percent_used = notebook.percent_used();
        }
        let next = Rc::new(next);
        self.shown.replace(Rc::clone(&next));
        self.keep_pulse();
        self.keep_reading();
        self.watchers.tell(before, next);
    }
}

/// What was found, folded.
pub(crate) fn desk_of(found: &Found) -> Desk {
    let events = found.events.values().cloned();
    let packed = found.packed.values().cloned();
    let newer = found.newer.iter().map(|(_, line)| line.as_str());
    Desk::gather(events).with_packed(packed).with_newer(newer)
}

/// One live notebook is equal to itself alone.
impl PartialEq for Live {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

impl Drop for Live {
    /// Nobody is left waiting.
    fn drop(&mut self) {
        for resolve in self.flushing.take().into_iter().chain(self.loading.take()) {
            // A promise's own function never throws.
            let _ = resolve.call0(&JsValue::UNDEFINED);
        }
    }
}
