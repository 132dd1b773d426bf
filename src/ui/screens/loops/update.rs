//! What the page of loops remembers, and what a turn does to it.

use std::rc::Rc;

use heard_core::event::kind::EventKind;
use heard_core::loops::{Found, Loop, LoopKind, LoopList, Query, StateKind, StepKind, Whose};
use heard_core::time::{Day, Local};
use heard_core::{EventId, Record};
use yew::AttrValue;

use crate::options::{Layout, Options};
use crate::store::Command;
use crate::ui::widget::Widget;
use crate::ui::widget::client_filter::ClientFilter;
use crate::ui::widget::ui_state::Place;
use crate::ui::widget::update::Focus;
use crate::ui::widget::view::Msg;

/// Noon, in milliseconds after midnight.
const NOON_MS: i64 = 12 * 3_600_000;
const MINUTE_MS: i64 = 60_000;

/// The page's own memory.
#[derive(Default)]
pub(crate) struct Board {
    /// What is looked for.
    pub(crate) query: Query,
    /// All loops, as of when the notebook last changed.
    pub(crate) shelf: LoopList,
    /// Which of them fit.
    pub(crate) found: Found,
    /// The one that lies open.
    pub(crate) open: Option<EventId>,
    /// The step that is being told.
    pub(crate) telling: Option<Telling>,
}

/// A step that takes words, or a day.
#[derive(Clone)]
pub(crate) struct Telling {
    pub(crate) kind: StepKind,
    /// Which of the ways that are offered was chosen.
    pub(crate) way: Option<usize>,
    /// What was typed.
    pub(crate) says: String,
    /// The day on which it was, where it is not today.
    pub(crate) day: Option<Day>,
}

/// Something to look for.
#[derive(Clone, PartialEq)]
pub(crate) enum Narrow {
    /// These words.
    Words(String),
    /// A client's.
    Client(Whose<EventId>),
    /// Those somebody of us sees to.
    Owner(Whose<Rc<str>>),
    /// Those that stand there.
    State(Option<StateKind>),
    /// Issues, or promises.
    Kind(Option<LoopKind>),
    /// Those that the client closed as well, or not.
    Closed(bool),
    /// All of the clients that are looked at.
    Everything,
}

/// What happens on the page.
#[derive(Clone)]
pub(crate) enum Turn {
    /// It is wanted, with the loops of one client or of all.
    Wanted(Whose<EventId>),
    /// Others are looked for.
    Narrowed(Narrow),
    /// More are looked for, by a button that goes away.
    Widened(Narrow),
    /// One is touched: it opens, or closes.
    Touched(EventId),
    /// A step that takes words is chosen, or let go.
    Telling(StepKind),
    /// One of the ways that are offered is chosen.
    Way(usize),
    /// Words for the step are typed.
    Says(String),
    /// Its day is chosen.
    On(Option<Day>),
    /// It is taken.
    Taken(StepKind),
    /// The last step is taken back.
    TakenBack(Record, EventId),
    /// Who sees to it and by when was kept, or could not be.
    Assigned(Option<String>, Option<Day>),
    /// Whether a loop is in the black hole is known anew.
    Waits(bool),
}

impl Board {
    /// The one client whose loops are looked at.
    pub(in crate::ui) const fn client(&self) -> Option<EventId> {
        match self.query.client {
            Whose::Of(id) => Some(id),
            _ => None,
        }
    }

    /// Looks for what is wanted; what was open stays so, if it is still there.
    fn look(&mut self, today: Day) {
        self.found = self.shelf.find(&self.query, today);
        let place = self.open.and_then(|id| self.shelf.place_of(id));
        if place.is_none_or(|place| !self.found.places.contains(&place)) {
            (self.open, self.telling) = (None, None);
        }
    }

    fn narrow(&mut self, narrow: Narrow) {
        let query = &mut self.query;
        match narrow {
            Narrow::Words(words) => query.words = words,
            Narrow::Client(client) => query.client = client,
            Narrow::Owner(owner) => query.owner = owner,
            Narrow::State(state) => query.state = state,
            Narrow::Kind(kind) => query.kind = kind,
            Narrow::Closed(closed) => query.closed = closed,
            Narrow::Everything => {
                let Query { client, closed, .. } = query.clone();
                *query = Query { client, closed, ..Query::default() };
            }
        }
    }

    /// The row in which a loop is snapshot, and whether that is among the promised ones.
    fn row_of(&self, id: EventId) -> Option<(usize, bool)> {
        let place = self.shelf.place_of(id)?;
        let row = self.found.places.iter().position(|other| *other == place)?;
        Some((row, row < self.found.due))
    }

    /// Takes another shelf. What is open stays in its row, whatever became of it.
    fn take(&mut self, laid: LoopList, today: Day) {
        let held = self.open.and_then(|id| Some((id, self.row_of(id)?)));
        self.shelf = laid;
        self.found = self.shelf.find(&self.query, today);
        let held = held.and_then(|(id, row)| Some((self.shelf.place_of(id)?, row)));
        if let Some((place, (row, was_due))) = held {
            self.found.hold(place, row, was_due);
        } else {
            (self.open, self.telling) = (None, None);
        }
    }

    fn touch(&mut self, id: EventId) {
        self.telling = None;
        self.open = Some(id).filter(|_| self.open != Some(id));
    }

    fn tell(&mut self, kind: StepKind) {
        let again = self.telling.as_ref().is_some_and(|telling| telling.kind == kind);
        let telling = Telling { kind, way: None, says: String::new(), day: None };
        self.telling = Some(telling).filter(|_| !again);
    }

    /// What is being told becomes otherwise.
    fn retell(&mut self, change: impl FnOnce(&mut Telling)) {
        if let Some(telling) = &mut self.telling {
            change(telling);
        }
    }
}

impl Widget {
    /// Goes to the page or away from it: what it holds is made ready, or let go.
    pub(in crate::ui) fn open_loops(&mut self, place: Place) {
        self.local.loops = Board::default();
        if place == Place::Loops {
            let only = self.local.only.as_ref();
            self.local.loops.query.client = only.map_or(Whose::Any, ClientFilter::whose);
            self.lay_out_loops();
        }
    }

    /// Lays out the loops as the notebook has them now.
    pub(in crate::ui) fn lay_out_loops(&mut self) {
        let today = self.live.here().day();
        self.local.loops.take(self.snapshot.notebook.loop_list(), today);
    }

    /// Takes a turn of the page.
    pub(in crate::ui) fn turn_loops(&mut self, turn: Turn) {
        let board = &mut self.local.loops;
        match turn {
            Turn::Wanted(client) => {
                self.go(Place::Loops);
                self.narrow_loops(Narrow::Client(client));
                self.lapse.focus = Some(Focus::Heading);
            }
            Turn::Widened(narrow) => {
                self.narrow_loops(narrow);
                self.lapse.focus = Some(Focus::Heading);
            }
            Turn::Narrowed(narrow) => self.narrow_loops(narrow),
            Turn::Touched(id) => board.touch(id),
            Turn::Telling(kind) => board.tell(kind),
            Turn::Way(way) => board.retell(|telling| telling.way = Some(way)),
            Turn::Says(says) => board.retell(|telling| telling.says = says),
            Turn::On(day) => board.retell(|telling| telling.day = day),
            Turn::Taken(kind) => self.take_step(kind),
            Turn::TakenBack(home, event) => {
                let told = self.words.live.undone;
                self.lead_on(home, EventKind::Undone { event }, told);
            }
            Turn::Assigned(owner, by) => {
                let one = self.open_loop();
                if one.is_some_and(|one| (&one.owner, one.promised_by) == (&owner, by)) {
                    self.local.status = AttrValue::Static(self.words.after.saved);
                }
            }
            Turn::Waits(waits) => self.local.waits = waits,
        }
    }

    fn narrow_loops(&mut self, narrow: Narrow) {
        self.local.more = 0;
        self.local.loops.narrow(narrow);
        self.local.loops.look(self.live.here().day());
    }

    /// The loop that lies open, as the notebook has it.
    fn open_loop(&self) -> Option<Rc<Loop>> {
        self.live.snapshot().notebook.find_loop(self.local.loops.open?)
    }

    fn take_step(&mut self, kind: StepKind) {
        let Some(one) = self.open_loop() else { return };
        let here = self.live.here();
        let telling = self.local.loops.telling.as_ref().filter(|telling| telling.kind == kind);
        let day = telling.and_then(|telling| telling.day);
        let says = telling.map_or("", |telling| telling.words(&self.words.loops.ways));
        let at = day.map_or(here, |day| on(day, here));
        let stepped = kind.saying(says).and_then(|step| one.try_step(step, at));
        match stepped {
            Ok(stepped) => {
                let told = (self.words.loops.step_saved)(kind);
                self.lead_on(one.home, EventKind::LoopStepped(stepped), told);
            }
            Err(refusal) => self.local.status = AttrValue::Static((self.words.refusal)(refusal)),
        }
    }

    /// Something is said of the open loop. If it was kept, the status says so, and the focus stays in the row.
    fn lead_on(&mut self, home: Record, act: EventKind, told: &'static str) {
        let Some(before) = self.open_loop() else { return };
        self.say(Command::RecordIn(home, act));
        if self.open_loop().is_some_and(|after| after.history != before.history) {
            self.local.loops.telling = None;
            self.local.status = AttrValue::Static(told);
            self.lapse.focus = Some(Focus::Loop(before.id));
        }
    }

    /// Shows outside this page whether a loop is in the black hole: on the bar, and on the icon of an app that is nothing
    /// but the widget.
    pub(in crate::ui) fn note_waiting(&self, options: &Options) {
        if options.layout == Layout::Page {
            self.live.show_badge();
        }
        let waits = self.live.count_waiting().is_some_and(|count| count > 0);
        if waits != self.local.waits {
            self.link.emit(Msg::Loops(Turn::Waits(waits)));
        }
    }
}

impl Telling {
    /// What was typed; where nothing was, the way that was chosen.
    pub(crate) fn words<'a>(&'a self, ways: &[&'a str]) -> &'a str {
        let says = self.says.trim();
        match self.way.and_then(|way| ways.get(way)) {
            Some(way) if says.is_empty() => way,
            _ => says,
        }
    }
}

/// A day, as far as it is known when something was on it: now, if it is today; its noon, if not.
fn on(day: Day, here: Local) -> Local {
    if day == here.day() {
        return here;
    }
    let offset_ms = i64::from(here.utc_offset_min) * MINUTE_MS;
    Local { wall_ms: day.utc_ms() + NOON_MS - offset_ms, ..here }
}
