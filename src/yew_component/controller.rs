//! The controller: what a Yew app can do with a widget, and read from it.

use std::cell::RefCell;
use std::fmt;
use std::rc::{Rc, Weak};

use heard_core::event::capture::Tally;
use heard_core::event::floor::Floor;
use heard_core::event::kind::{EventKind, NewCapture};
use heard_core::{EventId, Refusal};
use yew::AttrValue;

use crate::store::{Command, Figures, NewMeeting, NotebookStore, State};
use crate::yew_component::error::ControllerError;

/// The methods and properties of the element, for a Yew app.
///
/// An app creates one and passes it to one [`Heard`](crate::Heard); a clone is the same controller. When a call returns, the
/// event is stored and the callbacks have been called; the widget is rendered soon after.
///
/// Every method returns [`ControllerError::NotShown`] while no widget with this controller is shown, and
/// [`ControllerError::Refused`] if the current state does not allow the call.
#[derive(Clone, Default)]
pub struct Controller {
    binding: Rc<RefCell<Weak<Binding>>>,
}

/// The connection of a controller to the store of its widget, for as long as the widget holds it.
pub(crate) struct Binding {
    store: Rc<NotebookStore>,
    /// The client that the options select in advance.
    client: Option<AttrValue>,
}

impl Controller {
    /// A controller without a widget.
    pub fn new() -> Self {
        Self::default()
    }

    /// Begins a meeting. If its client is blank, it is with the client of the options, if they name one.
    ///
    /// # Errors
    ///
    /// If no widget is shown, or the current state does not allow the call.
    pub fn start(&self, meeting: NewMeeting) -> Result<EventId, ControllerError> {
        let binding = self.bound()?;
        let client = match &binding.client {
            Some(chosen) if meeting.client.trim().is_empty() => chosen.to_string(),
            _ => meeting.client,
        };
        Self::recorded(binding.store.dispatch(Command::Begin(NewMeeting { client, ..meeting })))
    }

    /// Passes the floor to the other party, or ends the break.
    ///
    /// # Errors
    ///
    /// If no widget is shown, or the current state does not allow the call.
    pub fn pass_floor(&self) -> Result<EventId, ControllerError> {
        Self::recorded(self.bound()?.store.pass_floor())
    }

    /// Gives the floor to a party, or to nobody. `None` if the floor is there already.
    ///
    /// # Errors
    ///
    /// If no widget is shown, or the current state does not allow the call.
    pub fn set_floor(&self, floor: impl Into<Floor>) -> Result<Option<EventId>, ControllerError> {
        Ok(self.bound()?.store.set_floor(floor.into())?)
    }

    /// Begins a break.
    ///
    /// # Errors
    ///
    /// If no widget is shown, or the current state does not allow the call.
    pub fn take_break(&self) -> Result<EventId, ControllerError> {
        self.record(EventKind::BreakTaken)
    }

    /// Ends the break.
    ///
    /// # Errors
    ///
    /// If no widget is shown, or the current state does not allow the call.
    pub fn resume(&self) -> Result<EventId, ControllerError> {
        self.record(EventKind::BreakEnded)
    }

    /// Marks the current moment.
    ///
    /// # Errors
    ///
    /// If no widget is shown, or the current state does not allow the call.
    pub fn mark(&self) -> Result<EventId, ControllerError> {
        self.record(EventKind::MomentMarked)
    }

    /// Records a capture. Returns the id by which it can be amended or struck.
    ///
    /// # Errors
    ///
    /// If no widget is shown, or the current state does not allow the call.
    pub fn capture(&self, capture: NewCapture) -> Result<EventId, ControllerError> {
        self.record(EventKind::Captured(capture))
    }

    /// Replaces the words of a capture.
    ///
    /// # Errors
    ///
    /// If no widget is shown, or the current state does not allow the call.
    pub fn amend(
        &self,
        capture: EventId,
        words: impl Into<String>,
    ) -> Result<EventId, ControllerError> {
        self.record(EventKind::Amended { capture, words: words.into() })
    }

    /// Removes a capture or a mark from the meeting.
    ///
    /// # Errors
    ///
    /// If no widget is shown, or the current state does not allow the call.
    pub fn strike(&self, what: EventId) -> Result<EventId, ControllerError> {
        self.record(EventKind::Struck { what })
    }

    /// Adds one to a tally.
    ///
    /// # Errors
    ///
    /// If no widget is shown, or the current state does not allow the call.
    pub fn tally(&self, tally: Tally) -> Result<EventId, ControllerError> {
        self.record(EventKind::Tallied(tally))
    }

    /// Undoes the last event.
    ///
    /// # Errors
    ///
    /// If no widget is shown, or the current state does not allow the call.
    pub fn undo(&self) -> Result<EventId, ControllerError> {
        self.dispatch(Command::Undo)
    }

    /// Redoes the event that was undone last.
    ///
    /// # Errors
    ///
    /// If no widget is shown, or the current state does not allow the call.
    pub fn redo(&self) -> Result<EventId, ControllerError> {
        self.dispatch(Command::Redo)
    }

    /// Ends the meeting.
    ///
    /// # Errors
    ///
    /// If no widget is shown, or the current state does not allow the call.
    pub fn end(&self) -> Result<EventId, ControllerError> {
        self.record(EventKind::MeetingEnded)
    }

    /// What the widget is doing.
    ///
    /// # Errors
    ///
    /// If no widget is shown.
    pub fn state(&self) -> Result<State, ControllerError> {
        Ok(self.bound()?.store.snapshot().state())
    }

    /// Who has the floor. `None` on a break and while no meeting runs.
    ///
    /// # Errors
    ///
    /// If no widget is shown.
    pub fn floor(&self) -> Result<Option<Floor>, ControllerError> {
        Ok(self.bound()?.store.snapshot().floor())
    }

    /// How long the consultant has talked in the current meeting, in milliseconds.
    ///
    /// # Errors
    ///
    /// If no widget is shown.
    pub fn talk_ms(&self) -> Result<u64, ControllerError> {
        Ok(self.figures()?.talk_ms)
    }

    /// How long the client has talked in the current meeting, in milliseconds.
    ///
    /// # Errors
    ///
    /// If no widget is shown.
    pub fn listen_ms(&self) -> Result<u64, ControllerError> {
        Ok(self.figures()?.listen_ms)
    }

    /// How long the current meeting has lasted, breaks included, in milliseconds.
    ///
    /// # Errors
    ///
    /// If no widget is shown.
    pub fn elapsed_ms(&self) -> Result<u64, ControllerError> {
        Ok(self.figures()?.elapsed_ms)
    }

    /// The consultant's share of the talking time, from 0 to 1. `None` before anybody has talked.
    ///
    /// # Errors
    ///
    /// If no widget is shown.
    pub fn talk_share(&self) -> Result<Option<f64>, ControllerError> {
        Ok(self.figures()?.talk_share())
    }

    /// All of these times, as of one moment.
    ///
    /// # Errors
    ///
    /// If no widget is shown.
    pub fn figures(&self) -> Result<Figures, ControllerError> {
        Ok(self.bound()?.store.figures())
    }

    /// Connects the controller to a store until the returned binding is dropped.
    pub(crate) fn bind(
        &self,
        store: &Rc<NotebookStore>,
        client: Option<&AttrValue>,
    ) -> Rc<Binding> {
        let binding = Rc::new(Binding { store: Rc::clone(store), client: client.cloned() });
        self.binding.replace(Rc::downgrade(&binding));
        binding
    }

    fn bound(&self) -> Result<Rc<Binding>, ControllerError> {
        self.binding.borrow().upgrade().ok_or(ControllerError::NotShown)
    }

    fn record(&self, kind: EventKind) -> Result<EventId, ControllerError> {
        self.dispatch(Command::Record(kind))
    }

    fn dispatch(&self, command: Command) -> Result<EventId, ControllerError> {
        Self::recorded(self.bound()?.store.dispatch(command))
    }

    /// The id of the event. The commands sent here always record one, unless they are refused.
    fn recorded(answer: Result<Option<EventId>, Refusal>) -> Result<EventId, ControllerError> {
        answer?.ok_or(ControllerError::Refused(Refusal::Unknown))
    }
}

/// A controller is equal to its clones alone.
impl PartialEq for Controller {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.binding, &other.binding)
    }
}

impl fmt::Debug for Controller {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let is_bound = self.bound().is_ok();
        f.debug_struct("Controller").field("is_bound", &is_bound).finish()
    }
}
