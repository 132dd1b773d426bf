//! The live notebook: the only place where something said becomes an event, is kept, and changes the desk.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use heard_core::act::Act;
use heard_core::export::{self, Wanted};
use heard_core::{Desk, EventId, Moment, Record, Refusal};

use crate::live::watchers::{Guard, Watch, Watchers};
use crate::live::{Draft, Said, Shown};
use crate::options::Storage;
use crate::shell::notebook::Notebook;
use crate::shell::tabs::OtherTabs;
use crate::shell::{clock, tabs};

/// One open notebook. It stands outside Yew, because widgets of one key share it and a method must answer at once.
pub struct Live {
    key: (String, bool),
    pub(super) notebook: RefCell<Notebook>,
    shown: RefCell<Rc<Shown>>,
    watchers: Watchers,
    tabs: RefCell<Option<OtherTabs>>,
    /// The draft as it stands; drawn by the capture line itself, so a letter typed draws nothing else.
    draft: RefCell<Draft>,
}

thread_local! {
    static OPEN: RefCell<Vec<Weak<Live>>> = const { RefCell::new(Vec::new()) };
}

impl Live {
    /// The live notebook of a storage key: the one that is open in this page already, or a new one.
    pub fn of(key: &str, storage: Storage) -> Rc<Self> {
        let key = (key.to_owned(), storage != Storage::Memory);
        OPEN.with_borrow_mut(|open| {
            open.retain(|live| live.strong_count() > 0);
            let known = open.iter().filter_map(Weak::upgrade).find(|live| live.key == key);
            known.unwrap_or_else(|| {
                let live = Self::open(key);
                open.push(Rc::downgrade(&live));
                live
            })
        })
    }

    fn open(key: (String, bool)) -> Rc<Self> {
        let (notebook, found) = Notebook::open(&key.0, key.1);
        let draft = newest_draft(&notebook);
        let shown = Shown {
            version: 0,
            desk: Rc::new(Desk::gather(found.events)),
            review: None,
            mode: notebook.mode(),
            unread: found.damaged + found.newer,
        };
        let live = Rc::new(Self {
            key,
            notebook: RefCell::new(notebook),
            shown: RefCell::new(Rc::new(shown)),
            watchers: Watchers::default(),
            tabs: RefCell::default(),
            draft: RefCell::new(draft),
        });
        let weak = Rc::downgrade(&live);
        *live.tabs.borrow_mut() = tabs::OtherTabs::listen(move |key, value| {
            if let Some(live) = weak.upgrade() {
                live.hear_other_tab(key.as_deref(), value.as_deref());
            }
        });
        live
    }

    /// The present picture.
    pub fn shown(&self) -> Rc<Shown> {
        Rc::clone(&self.shown.borrow())
    }

    /// Tells a watcher, with the picture before and after, of every change, in the same task.
    pub fn watch(&self, watcher: impl Fn(&Rc<Shown>, &Rc<Shown>) + 'static) -> Watch {
        self.watchers.watch(watcher)
    }

    /// Asks a guard before everything is erased; one that says no prevents it.
    pub fn guard_erasing(&self, may_erase: impl Fn() -> bool + 'static) -> Guard {
        self.watchers.guard(may_erase)
    }

    /// Minutes that local time is ahead of UTC.
    pub fn utc_offset_min(&self) -> i16 {
        clock::utc_offset_min()
    }

    /// The capture line as it stands.
    pub fn draft(&self) -> Draft {
        self.draft.borrow().clone()
    }

    /// The notebook, or a part of it, as the contract's JSON.
    pub fn json(&self, wanted: Wanted) -> String {
        export::json(&self.shown().desk, wanted, clock::now(), clock::utc_offset_min())
    }

    /// Now, by the clocks that stamp events.
    pub fn now(&self) -> Moment {
        clock::now()
    }

    /// Characters kept in storage under the key.
    pub fn size(&self) -> usize {
        self.notebook.borrow().size()
    }

    /// Hears something said. What fits is kept and shown; what does not changes nothing and says why.
    ///
    /// Gives the id of the event that came of it, where one did.
    pub fn hear(&self, said: Said) -> Result<Option<EventId>, Refusal> {
        match said {
            Said::Began(beginning) => self.begin(beginning).map(Some),
            Said::Act(act) => self.act(act).map(Some),
            Said::FloorPassed => self.act(self.passing()?).map(Some),
            Said::Undo => self.record_said(Desk::undoing).map(Some),
            Said::Redo => self.record_said(Desk::redoing).map(Some),
            Said::Set(setting) => {
                self.record(Record::Settings, Act::SettingChanged(setting)).map(Some)
            }
            Said::PutAway => self.review(None),
            Said::Reopened(id) => self.review(Some(id)),
            Said::Caught(draft) => {
                let now_ms = clock::wall_ms();
                let draft = draft.over(&self.draft(), now_ms);
                self.act(draft.caught(draft.ago_ms(now_ms))).map(Some)
            }
            Said::Drafted(draft) => {
                self.keep_draft(draft);
                Ok(None)
            }
            Said::Erased => {
                self.erase();
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

    fn keep_draft(&self, draft: Draft) {
        let mut standing = self.draft.borrow_mut();
        *standing = draft.over(&standing, clock::wall_ms());
        self.notebook.borrow().keep_draft(standing.written().as_deref());
    }

    fn erase(&self) {
        if !self.watchers.may_erase() {
            return;
        }
        self.notebook.borrow().erase();
        self.forget();
    }

    /// Shows an empty notebook: this tab or another has erased everything.
    fn forget(&self) {
        self.notebook.borrow_mut().forget();
        self.draft.replace(Draft::default());
        let desk = Rc::default();
        self.show(Shown { desk, review: None, unread: 0, ..(*self.shown()).clone() });
    }

    fn hear_other_tab(&self, key: Option<&str>, value: Option<&str>) {
        let (Some(key), Some(value)) = (key, value) else { return };
        if key == self.notebook.borrow().erased_key() {
            return self.forget();
        }
        let event = self.notebook.borrow().event_of(key, value);
        if let Some(event) = event {
            let shown = self.shown();
            let desk = Rc::new(shown.desk.merged(&event));
            self.show(Shown { desk, ..(*shown).clone() });
        }
    }

    pub(super) fn show(&self, mut next: Shown) {
        let before = self.shown();
        next.version = before.version + 1;
        next.mode = self.notebook.borrow().mode();
        let next = Rc::new(next);
        self.shown.replace(Rc::clone(&next));
        self.watchers.tell(before, next);
    }
}

/// The draft that was changed last; this document takes it over.
fn newest_draft(notebook: &Notebook) -> Draft {
    let drafts = notebook.drafts();
    let read = drafts.iter().filter_map(|(of, text)| Some((of, Draft::read(text)?)));
    let Some((of, draft)) = read.max_by_key(|(_, draft)| draft.changed_wall_ms) else {
        return Draft::default();
    };
    let own = *of == clock::boot().to_string();
    // Where storage is full, the draft stays where it is.
    if !own && notebook.keep_draft(draft.written().as_deref()) {
        notebook.drop_draft(of);
    }
    draft
}

/// One live notebook is equal to itself alone.
impl PartialEq for Live {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}
