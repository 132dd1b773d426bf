//! One loop, as its beginning and its steps tell it.

use crate::event::capture;
use crate::event::id::{EventId, Record};
use crate::event::loop_step::{Phrase, Step, StepKind, Stepped};
use crate::event::refusal::Refusal;
use crate::loops::state::{State, StateKind};
use crate::loops::transitions::next_state;
use crate::time::{Day, Local};

/// What a loop is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LoopKind {
    /// A problem that they have.
    Issue,
    /// What we said we would do.
    Promise,
}

impl LoopKind {
    /// The loop that a capture of a kind begins, if it begins one.
    pub const fn of(kind: capture::Kind) -> Option<Self> {
        match kind {
            capture::Kind::Issue => Some(Self::Issue),
            capture::Kind::Promise => Some(Self::Promise),
            _ => None,
        }
    }

    /// The kind of its capture.
    pub const fn capture(self) -> capture::Kind {
        match self {
            Self::Issue => capture::Kind::Issue,
            Self::Promise => capture::Kind::Promise,
        }
    }
}

/// One time at which the client raised it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Raise {
    /// When.
    pub at: Local,
    /// The capture in which it was caught, if it was.
    pub capture: Option<EventId>,
    /// The meeting in which that was.
    pub meeting: Option<EventId>,
    /// Their words at that time, as they stand now; none, where only the fact was noted.
    pub words: Option<String>,
    /// Who raised it, if that was noted.
    pub by: Option<String>,
}

/// Word that they had from us.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// When.
    pub at: Local,
    /// How.
    pub how: Option<Phrase>,
}

/// A step that was taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The event; none of a step that another tool's file told, which can not be undone here.
    pub event: Option<EventId>,
    /// When.
    pub at: Local,
    /// What.
    pub step: Step,
}

/// An issue or a promise, until the client closes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loop {
    /// The event that caught it.
    pub id: EventId,
    /// The record that holds its steps: the meeting in which it was captured, or the settings if it was imported.
    pub home: Record,
    /// Whose it is.
    pub client: Option<EventId>,
    /// What it is of.
    pub kind: LoopKind,
    /// Their words, as they stand now.
    pub words: String,
    /// Their words before, the first first.
    pub earlier: Vec<String>,
    /// Every time at which it was raised that we know, in order; there is at least one.
    pub raised: Vec<Raise>,
    /// How often it was raised, the first time counted.
    pub times_raised: u32,
    /// Who of us sees to it.
    pub owner: Option<String>,
    /// By which day it was promised.
    pub promised_by: Option<Day>,
    /// Where it stands.
    pub state: State,
    /// The last word that they had from us.
    pub told: Option<Told>,
    /// Whether they had word since it was done or declined.
    pub told_since_settled: bool,
    /// When the client closed it.
    pub closed: Option<Local>,
    /// Every step taken, in order.
    pub history: Vec<Entry>,
}

impl Loop {
    /// The step as an event of this loop, taken at `at`.
    ///
    /// # Errors
    /// [`Refusal::OutOfStep`] if the loop's state does not allow the step.
    pub fn try_step(&self, step: Step, at: Local) -> Result<Stepped, Refusal> {
        match self.state_after(step.kind()) {
            Some(_) => Ok(Stepped { which: self.id, step, at }),
            None => Err(Refusal::OutOfStep),
        }
    }

    /// The kinds of step that the loop's state allows, in the order in which they are offered.
    pub fn allowed_steps(&self) -> Vec<StepKind> {
        let is_allowed = |step: &StepKind| self.state_after(*step).is_some();
        StepKind::ALL.into_iter().filter(is_allowed).collect()
    }

    const fn state_after(&self, step: StepKind) -> Option<StateKind> {
        next_state(StateKind::of(&self.state), self.closed.is_some(), step)
    }

    /// Takes a step that was taken. One that did not lead on from where the loop stood, because two tabs did not know of each
    /// other, changes nothing; the log keeps it.
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
                self.tell(Told { at, how: Some(how.clone()) });
                self.told_since_settled = self.state.is_settled();
            }
            Step::Closed => self.closed = Some(at),
        }
        self.history.push(Entry { event, at, step });
    }

    fn settle(&mut self, state: State) {
        self.state = state;
        self.told_since_settled = false;
    }

    /// Word noted late is no later word.
    fn tell(&mut self, told: Told) {
        if self.told.as_ref().is_none_or(|known| known.at.day() <= told.at.day()) {
            self.told = Some(told);
        }
    }

    /// The client raised it again: what was done, declined or closed is heard anew.
    pub(super) fn raise(&mut self, raise: Raise) {
        self.raised.push(raise);
        self.times_raised = self.times_raised.saturating_add(1);
        self.closed = None;
        if self.state.is_settled() {
            self.state = State::Heard;
            self.told_since_settled = false;
        }
    }

    /// Since which day they have had no word from us: since we last told them, or since they first raised it.
    pub fn silent_since(&self) -> Day {
        let told = self.told.as_ref().map(|told| told.at.day());
        told.unwrap_or_else(|| self.raised[0].at.day())
    }

    /// The age of its silence: how many days they have had no word from us, by the calendar of those who were there. None
    /// where a clock that was set back would make it less.
    pub fn silence_days(&self, today: Day) -> u64 {
        u64::try_from(today.days_since(self.silent_since())).unwrap_or(0)
    }

    /// Whether word from us is due: the client has not closed it, and it is not settled with them knowing.
    pub const fn awaits_word(&self) -> bool {
        self.closed.is_none() && !(self.state.is_settled() && self.told_since_settled)
    }

    /// Whether it has been silent for too long: as many days as the setting says, or more.
    pub fn is_in_black_hole(&self, today: Day, black_hole_days: u16) -> bool {
        self.awaits_word() && self.silence_days(today) >= u64::from(black_hole_days)
    }

    /// Whether it was raised twice, and is open still.
    pub const fn is_raised_twice(&self) -> bool {
        self.times_raised >= 2 && self.closed.is_none()
    }

    /// What undo would take back: the step that was taken last, if it was taken here.
    pub fn undoable(&self) -> Option<EventId> {
        self.history.last()?.event
    }

    /// Who raised it first, if that was noted.
    pub fn raised_by(&self) -> Option<&str> {
        self.raised[0].by.as_deref()
    }
}
