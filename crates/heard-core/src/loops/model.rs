//! A loop, computed from its first capture and its steps.

use crate::event::capture;
use crate::event::id::{EventId, Record};
use crate::event::loop_step::{Phrase, Step, StepKind, Stepped};
use crate::event::refusal::Refusal;
use crate::loops::state::{State, StateKind};
use crate::loops::transitions::next_state;
use crate::time::{Day, Local};

/// The kind of a loop.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LoopKind {
    /// A problem of the client.
    Issue,
    /// Something that the consultant's side said it would do.
    Promise,
}

impl LoopKind {
    /// The kind of loop that a kind of capture begins; `None` if it begins none.
    pub const fn of(kind: capture::Kind) -> Option<Self> {
        match kind {
            capture::Kind::Issue => Some(Self::Issue),
            capture::Kind::Promise => Some(Self::Promise),
            _ => None,
        }
    }

    /// The kind of capture that begins this kind of loop.
    pub const fn capture(self) -> capture::Kind {
        match self {
            Self::Issue => capture::Kind::Issue,
            Self::Promise => capture::Kind::Promise,
        }
    }
}

/// An occasion on which the client raised a loop.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Raise {
    /// The time.
    pub at: Local,
    /// The capture that recorded it; `None` if no capture did.
    pub capture: Option<EventId>,
    /// The meeting of the capture; `None` without a capture.
    pub meeting: Option<EventId>,
    /// The current words of the capture; `None` if only the fact was noted.
    pub words: Option<String>,
    /// Who raised it; `None` if that was not noted.
    pub by: Option<String>,
}

/// An update that the client received about a loop.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Update {
    /// The time.
    pub at: Local,
    /// The way in which the client was informed; `None` if that is not known.
    pub how: Option<Phrase>,
}

/// A step in the history of a loop.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The event of the step; `None` for a step from another tool's file, which cannot be undone here.
    pub event: Option<EventId>,
    /// The time.
    pub at: Local,
    /// The step.
    pub step: Step,
}

/// A loop: an issue or a promise that stays open until the client closes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loop {
    /// The event that captured it.
    pub id: EventId,
    /// The record that holds its steps: the meeting in which it was captured, or the settings if it was imported.
    pub home: Record,
    /// The client; `None` if the meeting had none.
    pub client: Option<EventId>,
    /// The kind.
    pub kind: LoopKind,
    /// The client's words in their current version.
    pub words: String,
    /// The earlier versions of the words, the oldest first.
    pub earlier: Vec<String>,
    /// The known occasions on which it was raised, in order; at least one.
    pub raised: Vec<Raise>,
    /// The number of times it was raised, including the first.
    pub times_raised: u32,
    /// The person on the consultant's side who is responsible; `None` if not assigned.
    pub owner: Option<String>,
    /// The promised day; `None` without one.
    pub promised_by: Option<Day>,
    /// The current state.
    pub state: State,
    /// The last update that the client received; `None` if there was none.
    pub last_update: Option<Update>,
    /// Whether the client was informed after the loop was finished or declined.
    pub updated_since_settled: bool,
    /// When the client closed it; `None` while it is open.
    pub closed: Option<Local>,
    /// Every step, in order.
    pub history: Vec<Entry>,
}

impl Loop {
    /// Creates the event data for a step of this loop, taken at `at`.
    ///
    /// # Errors
    ///
    /// [`Refusal::OutOfStep`] if the loop's state does not allow the step.
    pub fn try_step(&self, step: Step, at: Local) -> Result<Stepped, Refusal> {
        match self.state_after(step.kind()) {
            Some(_) => Ok(Stepped { which: self.id, step, at }),
            None => Err(Refusal::OutOfStep),
        }
    }

    /// The kinds of step that the loop's state allows, in the order in which the choices are offered.
    pub fn allowed_steps(&self) -> Vec<StepKind> {
        let is_allowed = |step: &StepKind| self.state_after(*step).is_some();
        StepKind::ALL.into_iter().filter(is_allowed).collect()
    }

    const fn state_after(&self, step: StepKind) -> Option<StateKind> {
        next_state(StateKind::of(&self.state), self.closed.is_some(), step)
    }

    /// Applies a recorded step. A step that the state does not allow has no effect but stays in the log: two tabs can
    /// record steps without knowing of each other.
    pub(super) fn take(&mut self, event: Option<EventId>, stepped: &Stepped) {
        let Ok(Stepped { step, at, .. }) = self.try_step(stepped.step.clone(), stepped.at) else {
            return;
        };
        match &step {
            Step::RaisedAgain => {
                self.raise(Raise { at, capture: None, meeting: None, words: None, by: None });
            }
            Step::Acknowledged => self.state = State::Acknowledged,
            Step::Started => self.state = State::Doing,
            Step::Finished => self.settle(State::Done),
            Step::Declined { because } => self.settle(State::NotDoing { because: because.clone() }),
            Step::ToldBack { how } => {
                self.record_update(Update { at, how: Some(how.clone()) });
                self.updated_since_settled = self.state.is_settled();
            }
            Step::Closed => self.closed = Some(at),
        }
        self.history.push(Entry { event, at, step });
    }

    fn settle(&mut self, state: State) {
        self.state = state;
        self.updated_since_settled = false;
    }

    /// Sets the last update, unless a later one is known: an update can be recorded after a later one.
    fn record_update(&mut self, last_update: Update) {
        if self.last_update.as_ref().is_none_or(|known| known.at.day() <= last_update.at.day()) {
            self.last_update = Some(last_update);
        }
    }

    /// Adds an occasion on which the client raised the loop. A closed loop is open again, and a settled one returns to
    /// [`State::Heard`].
    pub(super) fn raise(&mut self, raise: Raise) {
        self.raised.push(raise);
        self.times_raised = self.times_raised.saturating_add(1);
        self.closed = None;
        if self.state.is_settled() {
            self.state = State::Heard;
            self.updated_since_settled = false;
        }
    }

    /// The day since which the client has had no update: the day of the last update, or the day on which it was first
    /// raised.
    pub fn silent_since(&self) -> Day {
        let last_update = self.last_update.as_ref().map(|last_update| last_update.at.day());
        last_update.unwrap_or_else(|| self.raised[0].at.day())
    }

    /// The age of silence: the number of days without an update to the client, in local calendar days. Zero if `today`
    /// is before the last update, which happens when the clock was set back.
    pub fn silence_days(&self, today: Day) -> u64 {
        u64::try_from(today.days_since(self.silent_since())).unwrap_or(0)
    }

    /// Returns whether the client waits for an update: the loop is open, and not both settled and reported to the
    /// client.
    pub const fn awaits_word(&self) -> bool {
        self.closed.is_none() && !(self.state.is_settled() && self.updated_since_settled)
    }

    /// Returns whether the client waits for an update and the age of silence is at least `black_hole_days`.
    pub fn is_in_black_hole(&self, today: Day, black_hole_days: u16) -> bool {
        self.awaits_word() && self.silence_days(today) >= u64::from(black_hole_days)
    }

    /// Returns whether it was raised at least twice and is still open.
    pub const fn is_raised_twice(&self) -> bool {
        self.times_raised >= 2 && self.closed.is_none()
    }

    /// The event of the last step, which undo would reverse; `None` if there is no step or the last one was imported.
    pub fn undoable(&self) -> Option<EventId> {
        self.history.last()?.event
    }

    /// Who raised it first; `None` if that was not noted.
    pub fn raised_by(&self) -> Option<&str> {
        self.raised[0].by.as_deref()
    }
}
