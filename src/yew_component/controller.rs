//! What an app does and reads through a widget that it shows.

use std::cell::RefCell;
use std::fmt;
use std::rc::{Rc, Weak};

use heard_core::event::capture::Tally;
use heard_core::event::floor::Floor;
use heard_core::event::kind::{EventKind, NewCapture};
use heard_core::{EventId, Refusal};
use yew::AttrValue;

use crate::store::{Command, Figures, NewMeeting, NotebookStore, State};
use crate::yew_component::ControllerError;

/// By which an app does what a hand could do, and reads what the screen shows: the element's methods and properties.
///
/// An app makes one, keeps it, and gives it to one [`Heard`](crate::Heard); a clone is the same controller. It answers
/// while that widget is snapshot. What is asked is done, kept and told before the call returns, and drawn soon after.
#[derive(Clone, Default)]
pub struct Controller {
    tie: Rc<RefCell<Weak<Tie>>>,
}

/// What a controller has of its widget, for as long as the widget holds it.
pub(crate) struct Tie {
    live: Rc<NotebookStore>,
    /// The client that the options choose beforehand.
    client: Option<AttrValue>,
}

impl Controller {
    /// A controller that is not tied to any widget yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Begins a meeting. One whose client is blank is with the client of the options, where they name one.
    pub fn start(&self, beginning: NewMeeting) -> Result<EventId, ControllerError> {
        let tie = self.tied()?;
        let client = match &tie.client {
            Some(chosen) if beginning.client.trim().is_empty() => chosen.to_string(),
            _ => beginning.client,
        };
        Self::began(tie.live.dispatch(Command::Begin(NewMeeting { client, ..beginning })))
    }

    /// Passes the floor on, or ends the break.
    pub fn pass_floor(&self) -> Result<EventId, ControllerError> {
        Self::began(self.tied()?.live.pass_floor())
    }

    /// Gives the floor to a party, or to nobody. None comes of it when it is so already.
    pub fn set_floor(&self, floor: impl Into<Floor>) -> Result<Option<EventId>, ControllerError> {
        Ok(self.tied()?.live.set_floor(floor.into())?)
    }

    /// The meeting rests.
    pub fn take_break(&self) -> Result<EventId, ControllerError> {
        self.act(EventKind::BreakTaken)
    }

    /// The break is over.
    pub fn resume(&self) -> Result<EventId, ControllerError> {
        self.act(EventKind::BreakEnded)
    }

    /// Marks the moment.
    pub fn mark(&self) -> Result<EventId, ControllerError> {
        self.act(EventKind::MomentMarked)
    }

    /// Keeps somebody's words. Gives the id by which they are amended or struck.
    pub fn capture(&self, catch: NewCapture) -> Result<EventId, ControllerError> {
        self.act(EventKind::Captured(catch))
    }

    /// Puts other words in place of a capture's.
    pub fn amend(
        &self,
        capture: EventId,
        words: impl Into<String>,
    ) -> Result<EventId, ControllerError> {
        self.act(EventKind::Amended { capture, words: words.into() })
    }

    /// Takes a capture or a mark out of the meeting.
    pub fn strike(&self, what: EventId) -> Result<EventId, ControllerError> {
        self.act(EventKind::Struck { what })
    }

    /// Counts one more.
    pub fn tally(&self, tally: Tally) -> Result<EventId, ControllerError> {
        self.act(EventKind::Tallied(tally))
    }

    /// Takes the last thing back.
    pub fn undo(&self) -> Result<EventId, ControllerError> {
        self.say(Command::Undo)
    }

    /// Brings what was taken back again.
    pub fn redo(&self) -> Result<EventId, ControllerError> {
        self.say(Command::Redo)
    }

    /// Ends the meeting.
    pub fn end(&self) -> Result<EventId, ControllerError> {
        self.act(EventKind::MeetingEnded)
    }

    /// What lies on the notebook.
    pub fn state(&self) -> Result<State, ControllerError> {
        Ok(self.tied()?.live.snapshot().state())
    }

    /// Who has the floor; none in a break, and where no meeting runs.
    pub fn floor(&self) -> Result<Option<Floor>, ControllerError> {
        Ok(self.tied()?.live.snapshot().floor())
    }

    /// How long the consultant talked, in milliseconds.
    pub fn talk_ms(&self) -> Result<u64, ControllerError> {
        Ok(self.figures()?.talk_ms)
    }

    /// How long the client talked, in milliseconds.
    pub fn listen_ms(&self) -> Result<u64, ControllerError> {
        Ok(self.figures()?.listen_ms)
    }

    /// How long the meeting has been going on, or went on, in milliseconds.
    pub fn elapsed_ms(&self) -> Result<u64, ControllerError> {
        Ok(self.figures()?.elapsed_ms)
    }

    /// The consultant's share of speech from 0 to 1; none before anybody spoke.
    pub fn talk_share(&self) -> Result<Option<f64>, ControllerError> {
        Ok(self.figures()?.talk_share())
    }

    /// All of these figures, as of one moment.
    pub fn figures(&self) -> Result<Figures, ControllerError> {
        Ok(self.tied()?.live.figures())
    }

    /// Ties it to a notebook that is snapshot, until the tie is dropped.
    pub(crate) fn tie(&self, live: &Rc<NotebookStore>, client: Option<&AttrValue>) -> Rc<Tie> {
        let tie = Rc::new(Tie { live: Rc::clone(live), client: client.cloned() });
        self.tie.replace(Rc::downgrade(&tie));
        tie
    }

    fn tied(&self) -> Result<Rc<Tie>, ControllerError> {
        self.tie.borrow().upgrade().ok_or(ControllerError::NotShown)
    }

    fn act(&self, act: EventKind) -> Result<EventId, ControllerError> {
        self.say(Command::Record(act))
    }

    fn say(&self, said: Command) -> Result<EventId, ControllerError> {
        Self::began(self.tied()?.live.dispatch(said))
    }

    /// What is said here always begins an event, unless it is refused.
    fn began(answer: Result<Option<EventId>, Refusal>) -> Result<EventId, ControllerError> {
        answer?.ok_or(ControllerError::Refused(Refusal::Unknown))
    }
}

/// A controller is equal to its clones alone.
impl PartialEq for Controller {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.tie, &other.tie)
    }
}

impl fmt::Debug for Controller {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let is_tied = self.tied().is_ok();
        f.debug_struct("Controller").field("is_tied", &is_tied).finish()
    }
}
