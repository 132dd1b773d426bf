//! The state of the screen of loops, its messages, and what they do to it.

use std::rc::Rc;

use heard_core::loops::{Found, LoopKind, LoopList, Query, StateKind, StepKind, Whose};
use heard_core::time::{Day, Local};
use heard_core::{EventId, Record};

use crate::ui::context::screen_view::ScreenView;

/// Noon, in milliseconds after midnight.
const NOON_MS: i64 = 12 * 3_600_000;
const MINUTE_MS: i64 = 60_000;

/// What the screen is rendered from.
pub(crate) type LoopsView<'a> = ScreenView<'a, LoopsState, Msg>;

/// The state of the screen.
#[derive(Default)]
pub(crate) struct LoopsState {
    /// The filters and the search text.
    pub(crate) query: Query,
    /// All loops, as of when the screen was opened or the notebook last changed.
    pub(crate) list: LoopList,
    /// Which of them match the query.
    pub(crate) found: Found,
    /// The loop whose card is open.
    pub(crate) open: Option<EventId>,
    /// The form of the step that is being entered.
    pub(crate) step_form: Option<StepForm>,
}

/// The form of a step that takes a text, or a date.
#[derive(Clone)]
pub(crate) struct StepForm {
    /// Which step.
    pub(crate) kind: StepKind,
    /// The index of the chosen way of contact.
    pub(crate) way: Option<usize>,
    /// The typed text.
    pub(crate) text: String,
    /// The chosen date; `None` means today.
    pub(crate) day: Option<Day>,
}

/// A filter of the list.
#[derive(Clone, PartialEq)]
pub(crate) enum Filter {
    /// By text.
    Words(String),
    /// By client.
    Client(Whose<EventId>),
    /// By owner.
    Owner(Whose<Rc<str>>),
    /// By state; `None` for any.
    State(Option<StateKind>),
    /// By kind; `None` for both.
    Kind(Option<LoopKind>),
    /// Whether closed loops are shown as well.
    Closed(bool),
    /// No filter except for the client and for closed loops.
    None,
}

/// What happens on the screen.
#[derive(Clone)]
pub(crate) enum Msg {
    /// A filter changed.
    FilterChanged(Filter),
    /// A filter was removed by a button that goes away.
    FilterRemoved(Filter),
    /// A row was touched: its card opens, or closes.
    RowTouched(EventId),
    /// A step that takes a text was chosen, or cancelled.
    StepChosen(StepKind),
    /// A way of contact was chosen by its index.
    WayChosen(usize),
    /// The text of the step was typed.
    TextTyped(String),
    /// The date of the step was chosen.
    DayChosen(Option<Day>),
    /// A step is to be recorded.
    StepTaken(StepKind),
    /// The last step is to be undone.
    StepUndone(Record, EventId),
    /// An owner and a date were sent, and perhaps refused.
    Assigned(Option<String>, Option<Day>),
}

impl LoopsState {
    /// The client in the filter.
    pub(crate) const fn client(&self) -> Option<EventId> {
        match self.query.client {
            Whose::Of(id) => Some(id),
            _ => None,
        }
    }

    /// Searches again. The open card stays open if its row is still in the list.
    pub(crate) fn search(&mut self, today: Day) {
        self.found = self.list.find(&self.query, today);
        let place = self.open.and_then(|id| self.list.place_of(id));
        if place.is_none_or(|place| !self.found.places.contains(&place)) {
            (self.open, self.step_form) = (None, None);
        }
    }

    /// Changes a filter; the caller searches again afterwards.
    pub(crate) fn filter(&mut self, filter: Filter) {
        let query = &mut self.query;
        match filter {
            Filter::Words(words) => query.words = words,
            Filter::Client(client) => query.client = client,
            Filter::Owner(owner) => query.owner = owner,
            Filter::State(state) => query.state = state,
            Filter::Kind(kind) => query.kind = kind,
            Filter::Closed(closed) => query.closed = closed,
            Filter::None => {
                let Query { client, closed, .. } = query.clone();
                *query = Query { client, closed, ..Query::default() };
            }
        }
    }

    /// The row of a loop, and whether it is among those with a promised date.
    fn row_of(&self, id: EventId) -> Option<(usize, bool)> {
        let place = self.list.place_of(id)?;
        let row = self.found.places.iter().position(|other| *other == place)?;
        Some((row, row < self.found.due))
    }

    /// Replaces the list. The open card stays in its row, even if its loop no longer matches.
    pub(crate) fn replace_list(&mut self, list: LoopList, today: Day) {
        let held = self.open.and_then(|id| Some((id, self.row_of(id)?)));
        self.list = list;
        self.found = self.list.find(&self.query, today);
        let held = held.and_then(|(id, row)| Some((self.list.place_of(id)?, row)));
        if let Some((place, (row, was_due))) = held {
            self.found.hold(place, row, was_due);
        } else {
            (self.open, self.step_form) = (None, None);
        }
    }

    /// Opens the card of a loop, or closes it.
    pub(crate) fn toggle(&mut self, id: EventId) {
        self.step_form = None;
        self.open = Some(id).filter(|_| self.open != Some(id));
    }

    /// Opens the form of a step, or closes it.
    pub(crate) fn toggle_step(&mut self, kind: StepKind) {
        let is_open = self.step_form.as_ref().is_some_and(|form| form.kind == kind);
        let form = StepForm { kind, way: None, text: String::new(), day: None };
        self.step_form = Some(form).filter(|_| !is_open);
    }

    /// Changes the form of the step, if one is open.
    pub(crate) fn change_step(&mut self, change: impl FnOnce(&mut StepForm)) {
        if let Some(form) = &mut self.step_form {
            change(form);
        }
    }
}

impl StepForm {
    /// The typed text, or else the chosen way of contact.
    pub(crate) fn text<'a>(&'a self, ways: &[&'a str]) -> &'a str {
        let text = self.text.trim();
        match self.way.and_then(|way| ways.get(way)) {
            Some(way) if text.is_empty() => way,
            _ => text,
        }
    }
}

/// The time recorded for a date: now if it is today, else its noon.
pub(crate) fn time_on(day: Day, here: Local) -> Local {
    if day == here.day() {
        return here;
    }
    let offset_ms = i64::from(here.utc_offset_min) * MINUTE_MS;
    Local { wall_ms: day.utc_ms() + NOON_MS - offset_ms, ..here }
}
