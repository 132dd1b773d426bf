//! What a message does to the widget: the whole of its own behaviour, in one match.

use std::rc::Rc;

use gloo_timers::callback::Timeout;
use heard_core::event::floor::Floor;
use heard_core::event::kind::EventKind;
use heard_core::meeting::State;
use heard_core::transfer::export::{Audience, Wanted as Part};
use heard_core::{EventId, Meeting};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlTextAreaElement};
use yew::prelude::*;

use crate::browser::vibration;
use crate::options::Options;
use crate::store::{Command, Draft, Snapshot};
use crate::ui::components::meeting_chart::Pick;
use crate::ui::widget::Widget;
use crate::ui::widget::announcements::things;
use crate::ui::widget::hotkeys::Shortcut;
use crate::ui::widget::ui_state::{Bringing, Place, ROWS, UiState, Wanted};
use crate::ui::widget::view::Msg;

/// How long the details stay after the last sign of interest, in milliseconds.
const STAY_MS: u32 = 3_000;
/// How long a phone buzzes, in milliseconds.
const BUZZ_MS: u32 = 80;

/// What comes after a message: rest after a while, and the focus after the next drawing.
#[derive(Default)]
pub(crate) struct Lapse {
    rest: Option<Timeout>,
    pub(crate) focus: Option<Focus>,
}

/// Where the focus is to go.
pub(crate) enum Focus {
    Circle,
    Heading,
    Line(String),
    /// The row of a capture, which has gone to another list.
    Row(EventId),
    /// The row of a loop that took a step.
    Loop(EventId),
    ClientViewMsg,
}

impl Lapse {
    /// Gives the focus to what was just drawn, if something waits for it.
    pub(crate) fn give_focus(&mut self, local: &UiState) {
        let node = match self.focus.take() {
            None => return,
            Some(Focus::Circle) => &local.circle,
            Some(Focus::Heading) => &local.heading,
            Some(Focus::Row(id)) => return focus_row(local, &format!("[data-id='{id}'] summary")),
            Some(Focus::Loop(id)) => {
                return focus_row(local, &format!("[data-loop='{id}'] button"));
            }
            Some(Focus::Line(words)) => {
                if let Some(line) = local.amended_line.cast::<HtmlTextAreaElement>() {
                    line.set_value(&words);
                }
                &local.amended_line
            }
            Some(Focus::ClientViewMsg) => {
                if let Some(hand) = local.ways_out.hand.cast::<HtmlTextAreaElement>() {
                    hand.select();
                }
                &local.ways_out.hand
            }
        };
        if let Some(element) = node.cast::<HtmlElement>() {
            // Focusing an element in the document can not fail.
            let _ = element.focus();
        }
    }
}

/// Gives the focus to what can be opened in a row.
fn focus_row(local: &UiState, selector: &str) {
    let root = local.root.cast::<Element>();
    // Our own names need no escape, so the selector is sound.
    let row = root.and_then(|root| root.query_selector(selector).ok()?);
    if let Some(row) = row.and_then(|row| row.dyn_into::<HtmlElement>().ok()) {
        // Focusing an element in the document can not fail.
        let _ = row.focus();
    }
}

/// The meeting that runs, or else the one that is looked at.
fn at_hand(snapshot: &Snapshot) -> Option<&Rc<Meeting>> {
    snapshot.notebook.running().or_else(|| snapshot.notebook.meeting(snapshot.review?))
}

/// How many things of the meeting on the notebook can be withdrawn.
fn kept(snapshot: &Snapshot) -> usize {
    at_hand(snapshot).map_or(0, |meeting| things(meeting))
}

impl Widget {
    /// Takes a message; says whether the screen is to be drawn anew.
    pub(crate) fn take(&mut self, ctx: &Context<Self>, msg: Msg) -> bool {
        let options = &ctx.props().options;
        match msg {
            Msg::Say(said) => self.say(said),
            Msg::Changed(news) => self.change(options, news),
            Msg::Refused(why) => self.local.status = AttrValue::Static(why),
            Msg::Moved => return !std::mem::replace(&mut self.local.moved, true),
            Msg::Kept(draft) => self.keep(draft),
            // Keys are the consultant's, and this is not in their hands.
            Msg::Commanded(_) if self.local.handing.is_some() => return false,
            Msg::Commanded(command) => self.command(command),
            Msg::HandOver(hand) => self.hand(options, hand),
            Msg::Went(place) => self.go(place),
            Msg::Met(id) => self.meet(id),
            Msg::Everyone => {
                self.local.only = None;
                self.take_stories();
            }
            Msg::WentToTrends(client) => {
                self.local.trends.client = client;
                self.go(Place::Trends);
            }
            Msg::Helped(show) => self.local.helping = show,
            Msg::Asked(ask) => self.local.asking = ask,
            Msg::QuarantineFiled => self.file_quarantine(),
            Msg::FileChosen(file) => self.read_file(file),
            Msg::FileRead(text) => self.preview_file(text),
            Msg::BringAgreed => self.bring(),
            Msg::BringDropped => self.local.bringing = Bringing::Nothing,
            Msg::BringEnded(ended) => self.end_bringing(ended),
            Msg::Woke(interest) => return interest && self.wake(),
            Msg::Slept => self.local.awake = false,
            Msg::Wrote(writing) => self.local.writing = writing,
            Msg::Lasted(long) => return self.last(long, options.haptics),
            Msg::Left => self.lapse.focus = Some(Focus::Circle),
            Msg::Counted(minutes) => {
                let minutes = (self.words.live.minutes)(minutes).into();
                return std::mem::replace(&mut self.local.minutes, minutes) != self.local.minutes;
            }
            Msg::More => self.local.more += ROWS,
            Msg::Revealed(id) => {
                self.local.revealed = Some(id);
                self.lapse.focus = Some(Focus::Heading);
            }
            Msg::MarkPassed(id) => self.local.passed_over.push(id),
            Msg::Picked(pick) => return self.pick(pick),
            Msg::Amending(id) => self.amend(id),
            Msg::Wished(wish, value) => wish(&mut self.local.beginning, value),
            Msg::Named(client) => self.local.beginning.client = client,
            Msg::Filed(meeting) => self.file(Part { meeting, ..Part::default() }),
            Msg::ClientFiled(id) => self.file(Part { client: Some(id), ..Part::default() }),
            Msg::Loops(turn) => self.turn_loops(turn),
            Msg::RecapFor(audience) => {
                self.local.recap_is_own = audience == Audience::Me;
                self.local.ways_out.forget();
            }
            Msg::Sheet(turn) => self.turn_sheet(turn),
            Msg::WentOut(told) => {
                if self.local.ways_out.take(told) {
                    self.lapse.focus = Some(Focus::ClientViewMsg);
                }
            }
        }
        true
    }

    pub(crate) fn say(&mut self, said: Command) {
        if matches!(
            said,
            Command::EraseAll
                | Command::EraseRecord(_)
                | Command::EraseQuarantine
                | Command::RecordIn(_, EventKind::ClientMerged { .. })
        ) {
            self.local.asking = None;
        }
        if self.local.place == Place::Client && matches!(said, Command::RecordIn(..)) {
            // What was pressed may be gone.
            self.lapse.focus = Some(Focus::Heading);
        }
        if let Command::Record(EventKind::KindChanged { capture, .. }) = said {
            self.lapse.focus = Some(Focus::Row(capture));
        }
        self.on_said.emit(said);
    }

    fn change(&mut self, options: &Options, news: Option<AttrValue>) {
        let before = std::mem::replace(&mut self.snapshot, self.live.snapshot());
        if let Some(news) = news {
            self.local.status = news;
        }
        self.reopen_handed();
        let floor =
            |snapshot: &Snapshot| snapshot.notebook.running().map(|meeting| meeting.state());
        match (floor(&before), floor(&self.snapshot)) {
            (None, Some(_)) => self.enter_meeting(options),
            // The floor went to the client: the face rests at once.
            (Some(was), Some(State::Floor(Floor::Client)))
                if was != State::Floor(Floor::Client) =>
            {
                self.local.awake = false;
            }
            _ => {}
        }
        if self.snapshot.review.is_some() && self.snapshot.review != before.review {
            (self.local.more, self.local.told) = (0, None);
            self.local.recap_is_own = false;
            self.local.ways_out.forget();
            if self.local.moved {
                self.lapse.focus = Some(Focus::Heading);
            }
        }
        if self.local.place == Place::Store && self.snapshot.notebook != before.notebook {
            self.take_stock();
        }
        if self.local.place == Place::Journal && self.snapshot.notebook != before.notebook {
            self.take_stories();
        }
        if self.local.place == Place::Loops && self.snapshot.notebook != before.notebook {
            self.lay_out_loops();
        }
        self.follow_clients(options, &before);
        if self.local.place == Place::Trends && self.snapshot.notebook != before.notebook {
            self.see_trends();
        }
        if self.snapshot.notebook.settings() != before.notebook.settings() {
            self.local.beginning.aim_percent = self.wished(options).aim_percent;
        }
        if kept(&self.snapshot) < kept(&before) && self.local.moved {
            // The button that withdrew something went with it.
            let running = self.snapshot.notebook.running().is_some();
            self.lapse.focus = Some(if running { Focus::Circle } else { Focus::Heading });
        }
    }

    fn enter_meeting(&mut self, options: &Options) {
        self.local.place = Place::Start;
        self.local.more = 0;
        self.local.beginning = self.wished(options);
        self.wake();
        if self.local.moved {
            self.lapse.focus = Some(Focus::Circle);
        }
    }

    fn keep(&mut self, draft: Draft) {
        match self.live.dispatch(Command::Capture(draft)) {
            Ok(_) => {
                self.local.kept += 1;
                self.lapse.focus = Some(Focus::Circle);
                if self.live.snapshot().notebook.running().is_none() {
                    // The next mark asks at once, and whoever writes goes on writing.
                    self.local.wanted =
                        Wanted { turn: self.local.wanted.turn + 1, ..Wanted::default() };
                }
            }
            Err(refusal) => self.local.status = AttrValue::Static((self.words.refusal)(refusal)),
        }
    }

    fn command(&mut self, command: Shortcut) {
        match command {
            Shortcut::Help => self.local.helping = true,
            Shortcut::Say(said) => self.say(said),
            Shortcut::Rest => {
                let running = self.snapshot.notebook.running();
                let resting = running.is_some_and(|meeting| meeting.state() == State::Break);
                self.say(Command::Record(if resting {
                    EventKind::BreakEnded
                } else {
                    EventKind::BreakTaken
                }));
            }
            Shortcut::Write(kind) => {
                self.local.wanted = Wanted { kind, turn: self.local.wanted.turn + 1 };
            }
        }
    }

    pub(crate) fn go(&mut self, place: Place) {
        if matches!(place, Place::Past | Place::Journal | Place::Loops) {
            self.local.only = self.at_hand();
        }
        self.local.place = place;
        self.local.ways_out.forget();
        self.local.bringing = Bringing::Nothing;
        if place == Place::Store {
            self.take_stock();
        }
        if place == Place::Journal {
            self.take_stories();
        }
        self.open_loops(place);
        if place == Place::Trends {
            self.see_trends();
        }
        self.local.more = 0;
        self.say(Command::CloseReview);
    }

    /// Calls the details up, and lets them go again after a while.
    pub(crate) fn wake(&mut self) -> bool {
        let link = self.link.clone();
        self.lapse.rest = Some(Timeout::new(STAY_MS, move || link.emit(Msg::Slept)));
        !std::mem::replace(&mut self.local.awake, true)
    }

    fn last(&mut self, long: bool, haptics: bool) -> bool {
        let begins = long && !self.local.is_long;
        if begins && haptics {
            vibration::buzz(BUZZ_MS);
        }
        std::mem::replace(&mut self.local.is_long, long) != long
    }

    /// Tells another turn of the picture; who lets go of it comes back to the heading.
    fn pick(&mut self, pick: Pick) -> bool {
        let reviewed = self.snapshot.review.and_then(|id| self.snapshot.notebook.meeting(id));
        let told = reviewed.and_then(|meeting| pick.of(meeting, self.local.told));
        if pick == Pick::Nothing {
            self.lapse.focus = Some(Focus::Heading);
        }
        let was = std::mem::replace(&mut self.local.told, told);
        was != told || pick == Pick::Nothing
    }

    fn amend(&mut self, id: Option<EventId>) {
        let mut captures =
            at_hand(&self.snapshot).into_iter().flat_map(|meeting| &meeting.captures);
        let standing = captures.find(|capture| Some(capture.id) == id);
        self.lapse.focus = standing.map(|capture| Focus::Line(capture.words.clone()));
        self.local.amending = id;
    }
}
